// @long
import { randomUUID } from 'node:crypto';
import { readdirSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { type EmbeddedEventStore, startEmbeddedEventStore } from '#embedded-eventstore';
import { createPool } from '#postgres';
import { ApiClient } from '../support/api-client.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { cli, newFolder, startBuilt, type Started } from '../support/program.js';
import { type Provider, startProvider } from '../support/provider.js';
import { eventually } from '../support/wait.js';

/** API and projector as docker/compose.yaml runs them: a process each, with nothing but their environment. */
describe('API and projector as processes of their own', () => {
  const folder = newFolder();
  let provider: Provider;
  let node: EmbeddedEventStore;
  let database: TestDatabase;
  let projector: Started;
  let api: Started;
  let env: Readonly<Record<string, string>>;
  let url: string;
  let projectorUrl: string;

  beforeAll(async () => {
    provider = await startProvider();
    database = await createTestDatabase();
    node = await startEmbeddedEventStore({ temporary: true });
    env = {
      HOST: '127.0.0.1',
      PORT: '0',
      EVENTSTORE_URL: node.connectionString,
      DATABASE_URL: database.url,
      VAULT_DATABASE_URL: database.vaultUrl,
      KEY_FILE: join(folder, 'municipality.key'),
      OIDC_ISSUER: provider.issuer,
      OIDC_AUDIENCE: 'samspor',
      OIDC_ROLES_CLAIM: 'roles',
      // compose.yaml hands on what was not set as an empty text.
      OIDC_ROLE_MAP: '',
      OIDC_MUNICIPALITY_CLAIM: 'municipality',
    };
    projector = startBuilt('dist/apps/projector/src/main.js', env);
    api = startBuilt('dist/apps/api/src/main.js', { ...env, DATABASE_URL: database.readerUrl });
    projectorUrl = await told(projector, /health and metrics are at (http\S+)/);
    url = await told(api, /The API listens on (http\S+)/);
  }, 120_000);

  afterAll(async () => {
    for (const { child, stopped } of [api, projector].filter((one) => one !== undefined)) {
      child.kill('SIGKILL');
      await stopped;
    }
    await node?.close();
    await database?.drop();
    await provider?.stop();
  });

  it('B23 say that their login could delete, each for itself, and so does a check on demand', async () => {
    const unsafe = "Samspor's login in the event store can delete streams ($d), hide events";
    for (const one of [projector, api]) {
      await eventually(() => expect(one.stdout() + one.stderr()).toContain(unsafe));
    }
    const { code, stdout, stderr } = await cli(['eventstore', 'check'], env);
    expect(code).toBe(1);
    expect(stdout).toContain('The login has the right to delete streams ($d), which Samspor does not need.');
    const [, password = ''] = /:([^:@]+)@/.exec(node.connectionString) ?? [];
    for (const text of [stdout, stderr, projector.stdout(), api.stderr()]) {
      expect(text).not.toContain(password);
    }
  });

  it('B23 have the rights printed that they need, and set by an administrator whose address is in a file', async () => {
    const printed = await cli(['eventstore', 'rights', '--login', 'ke'], {});
    expect([printed.code, printed.stderr]).toEqual([0, '']);
    expect(printed.stdout).toContain('"$w": [\n      "ke"\n    ]');

    const file = join(newFolder(), 'administrator');
    writeFileSync(file, `${node.connectionString}\n`);
    const setting = { EVENTSTORE_ADMIN_URL_FILE: file, SAMSPOR_EVENTSTORE_PASSWORD: 'hemmelig' };
    const applied = await cli(['eventstore', 'rights', '--apply', '--login', 'ke'], setting);
    expect([applied.code, applied.stdout, applied.stderr]).toEqual([
      0,
      'The login "ke" is made, and its rights are set.\n',
      '',
    ]);
    const own = node.connectionString.replace(/\/\/[^@]+@/, '//ke:hemmelig@');
    const check = await cli(['eventstore', 'check'], { EVENTSTORE_URL: own });
    expect([check.code, check.stdout]).toEqual([
      0,
      'The login has the rights that it needs, and no others.\n',
    ]);
  });

  it('become ready, each for itself', async () => {
    for (const one of [projectorUrl, url]) {
      await eventually(async () => {
        const { status, body } = await new ApiClient(one).get('/health/ready');
        expect([status, body.status]).toEqual([200, 'ready']);
      });
    }
  });

  it('take the profile that the command line adopts beside them', async () => {
    const adopted = await cli(['profile', 'adopt', 'dist/libs/municipality/profiles/aure.json'], env);
    expect(adopted).toMatchObject({ code: 0, stdout: '1576 has adopted version 1 of its profile.\n' });
    const leader = new ApiClient(url, await provider.token('LEADER'));
    expect(await leader.get('/v1/profile')).toMatchObject({ status: 200, body: { municipality: '1576' } });
  });

  it('record what a token of the provider allows, and read it back', async () => {
    const worker = new ApiClient(url, await provider.token('CASEWORKER'));
    const person = { givenName: 'Testine', familyName: 'Prøvesen' };
    const registered = await worker.post('/v1/subjects', person, {
      headers: { 'idempotency-key': randomUUID() },
    });
    expect(registered).toMatchObject({ status: 201, body: { warnings: [] } });
    const { subjectId, readAfter } = registered.body;
    const read = await eventually(async () => {
      const answer = await worker.get(`/v1/subjects/${subjectId}?readAfter=${readAfter}`);
      expect(answer.status).toBe(200);
      return answer;
    });
    expect(read.body).toMatchObject(person);
    const found = await worker.post(`/v1/person-searches?readAfter=${readAfter}`, { name: 'prøve' });
    expect(found.body.persons).toMatchObject([{ subjectId }]);
  });

  it('give no demonstration tokens', async () => {
    const { status } = await new ApiClient(url).post('/demo/token', {
      role: 'CASEWORKER',
      municipality: '1576',
    });
    expect(status).toBe(404);
  });

  it('end cleanly at SIGTERM, whoever dawdles, and leave nothing behind', async () => {
    const { port } = new URL(projectorUrl);
    const dawdling = connect(Number(port), '127.0.0.1').on('error', () => {});
    const cut = new Promise((resolve) => dawdling.once('close', resolve));
    await new Promise<void>((resolve) => {
      dawdling.once('connect', () => dawdling.write('GET /health/live HTTP/1.1\r\nHost:', () => resolve()));
    });
    for (const { child, stopped } of [api, projector]) {
      child.kill('SIGTERM');
      expect(await stopped).toMatchObject({ code: 0, signal: null });
    }
    await cut;
    expect(readdirSync(folder)).toEqual(['municipality.key']);
    const pool = createPool({ connectionString: database.superuserUrl, applicationName: 'spec', max: 1 });
    try {
      await eventually(async () => {
        const { rows } = await pool.query(
          `select application_name from pg_stat_activity
           where datname like (current_database() || '%') and application_name like 'samspor%'`,
        );
        expect(rows).toEqual([]);
      });
    } finally {
      await pool.end();
    }
  });

  it('have printed nothing about anybody', () => {
    const printed = [api, projector].map(({ stdout, stderr }) => stdout() + stderr()).join('\n');
    expect(printed).toContain('"route":"/v1/subjects/:subjectId"');
    expect(printed).not.toMatch(/Testine|Prøvesen|testine|Bearer|postgres:\/\//);
  });
});

/** What a process says of itself once it is there; fails with all that it said when it ends instead. */
function told({ stdout, stderr, stopped }: Started, what: RegExp): Promise<string> {
  return Promise.race([
    eventually(
      () => {
        const [, address] = what.exec(stdout() + stderr()) ?? [];
        if (address === undefined) throw new Error(`Not there yet:\n${stdout()}${stderr()}`);
        return address;
      },
      { timeoutMs: 90_000 },
    ),
    stopped.then((ended) => Promise.reject(new Error(`It ended: ${JSON.stringify(ended)}`))),
  ]);
}
