// @long
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedEventStore, type EmbeddedEventStore } from '#embedded-eventstore';
import { connectEventStore } from '#event-sourcing/eventstoredb/index';
import {
  authentic,
  type Authenticity,
  type Codec,
  CommandRunner,
  type EventKey,
  type EventStore,
  openLog,
} from '#event-sourcing';
import { openVault } from '#personal-data';
import { createPool, type Pool } from '#postgres';
import { openReadModels, rebuild, viewOf } from '#projecting';
import { projections } from '#projections/index';
import { seedProfile, shippedProfile } from '#municipality/application/index';
import { Log, type CaseFact, type CoordinationFact } from '../../../projections/log.testing.js';
import { createTestDatabase, type TestDatabase } from '../../../test/support/database.js';
import { eventually } from '../../../test/support/wait.js';
import { Clock } from '#apps/clock';
import { codec as plainCodec } from '#apps/codec';
import { calendarStream } from '#calendar';
import { startProjectorWorker } from './host.js';
import { startProjectorApp, type ProjectorApp } from './start.js';

const received = (caseId: string): CaseFact => ({
  type: 'ApplicationReceived',
  data: {
    caseId,
    subjectId: 's',
    items: ['COORDINATOR'],
    receivedOn: '2026-03-02',
    channel: 'FORM',
    written: true,
    signed: true,
    applicantRole: 'SUBJECT',
  },
});

describe('the projector, on the embedded node and PostgreSQL', () => {
  let folder: string;
  let node: EmbeddedEventStore;
  let database: TestDatabase;
  let store: EventStore;
  let keys: readonly EventKey[];
  let authenticity: Authenticity;
  let codec: Codec;
  let log: Log;
  let superuser: Pool;
  const lines: string[] = [];
  let app: ProjectorApp | undefined;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'samspor-projector-'));
    node = await startEmbeddedEventStore({ temporary: true });
    database = await createTestDatabase();
    store = connectEventStore(node.connectionString);
    const { vaultDatabaseUrl: connectionString, keyFile: file } = config();
    const vault = await openVault({ connectionString, key: { file }, log: store });
    keys = vault.eventKeys;
    await vault.close();
    await openLogOn();
    superuser = createPool({
      connectionString: database.superuserUrl,
      applicationName: 'projector spec',
      max: 2,
    });
  });
  afterEach(async () => {
    await app?.stop();
    app = undefined;
    await superuser.end();
    await store.close();
    await database.drop();
    await node.close();
    await rm(folder, { recursive: true });
  });

  const openLogOn = async () => {
    authenticity = (await openLog(store, keys)).authenticity;
    codec = authentic(plainCodec, authenticity);
    log = new Log(store, '1576', codec);
  };
  const config = () => ({
    eventStoreUrl: node.connectionString,
    databaseUrl: database.url,
    vaultDatabaseUrl: database.vaultUrl,
    keyFile: join(folder, 'key'),
    documentsDir: join(folder, 'documents'),
  });
  const start = async () => {
    app = await startProjectorApp(
      { ...config(), host: '127.0.0.1', port: 0 },
      (line) => void lines.push(line),
    );
    await app.ready;
    return app;
  };
  const rows = async (name: string) => {
    const projection = projections.find((one) => one.name === name);
    if (!projection) throw new Error(`There is no read model ${name}`);
    const text = `select * from ${viewOf(projection)} order by 1`;
    return (await superuser.query<Record<string, unknown>>(text)).rows;
  };

  /** How far a reactor says that it has come. */
  const standOf = async (reactor: string) =>
    BigInt(((await store.last(`reactor-${reactor}`))?.data['position'] ?? 0) as string);

  it('projects, and tells health and figures', async () => {
    await log.inCase('c1', received('c1'));
    const { url } = await start();
    await log.inCase('c2', received('c2'));
    await eventually(async () =>
      expect(await rows('case_overview')).toMatchObject([{ case_id: 'c1' }, { case_id: 'c2' }]),
    );
    expect(await (await fetch(`${url}/health/live`)).json()).toEqual({ status: 'live' });
    const ready = await eventually(async () => {
      const answer = await fetch(`${url}/health/ready`);
      expect(answer.status).toBe(200);
      return answer;
    });
    const health = (await ready.json()) as { projections: { name: string; state: string }[] };
    expect(health).toMatchObject({
      status: 'ready',
      role: 'LEADING',
      reactors: expect.arrayContaining([
        expect.objectContaining({ name: 'coordinator-gap' }),
        expect.objectContaining({
          name: 'reminders',
          state: 'STANDBY',
          message: expect.stringContaining('sends no e-mail that something waits'),
        }),
      ]),
    });
    expect(health.projections.map(({ name, state }) => `${name} ${state}`)).toEqual(
      projections.map(({ name }) => `${name} RUNNING`),
    );
    const metrics = await (await fetch(`${url}/metrics`)).text();
    expect(metrics).toContain('samspor_projection_lag_seconds{projection="case_overview"} 0');
    expect(metrics).toContain('samspor_projection_halted{projection="people"} 0');
  });

  it('B8 is impaired while a stream is set aside, and says which and why', async () => {
    const { url } = await start();
    const newer = {
      id: 'c3f2a3b0-0000-4000-8000-000000000001',
      type: 'OfANewerRelease',
      data: {},
      metadata: { schemaVersion: 1 },
    };
    await store.append(
      'case-1576.odd',
      'no_stream',
      authenticity.signed('case-1576.odd', 'no_stream', [newer]),
    );
    await eventually(async () => {
      const answer = await fetch(`${url}/health/ready`);
      expect(answer.status).toBe(200);
      const message: unknown = expect.stringContaining('of a type that this release does not know');
      expect(await answer.json()).toMatchObject({
        status: 'impaired',
        setAside: [{ stream: 'case-1576.odd', message }],
      });
    });
    expect(await (await fetch(`${url}/metrics`)).text()).toContain('samspor_streams_set_aside 1');
  });

  it('keeps the rows that a rebuild makes', async () => {
    await start();
    for (let round = 0; round < 20; round += 1) {
      const [application] = await log.inCase(`c${round}`, received(`c${round}`));
      if (!application) throw new Error('an application was recorded');
      if (round % 3 === 0) await log.correct(application, { receivedOn: '2026-02-27' });
      if (round % 5 === 0) await log.annul(application);
    }
    const last = (await store.end()) ?? 0n;
    await eventually(async () => {
      // Every deadline is noted, and nothing came after it.
      const end = await standOf('deadlines');
      expect(end).toBeGreaterThanOrEqual(last);
      const { rows: checkpoints } = await superuser.query<{ position: string }>(
        'select last_position as position from samspor.checkpoint',
      );
      expect(new Set(checkpoints.map(({ position }) => position))).toEqual(new Set([String(end)]));
    });
    const live = await Promise.all(projections.map(({ name }) => rows(name)));
    await app?.stop();
    app = undefined;
    const readModels = openReadModels(database.url, projections);
    for (const projection of projections) await rebuild(projection, { store, decoder: codec, readModels });
    await readModels.close();
    expect(await Promise.all(projections.map(({ name }) => rows(name)))).toEqual(live);
    expect(live[0]).toHaveLength(16);
  });

  it('runs the reactors: a coordinator who leaves is missed', async () => {
    const subjectId = 's';
    await start();
    await log.inSubject(subjectId, {
      type: 'SubjectRegistered',
      data: { subjectId, givenName: 'Testine', familyName: 'Prøvesen', protectedAddress: false },
    });
    const facts: CoordinationFact[] = [
      {
        type: 'ConsentGiven',
        data: {
          subjectId,
          consentId: 'k',
          scopes: ['PLAN', 'COORDINATOR'],
          givenBy: 'SUBJECT',
          givenOn: '2026-03-02',
        },
      },
      {
        type: 'CoordinatorAppointed',
        data: {
          subjectId,
          appointmentId: 'a',
          coordinatorId: 'p',
          kind: 'ORDINARY',
          temporary: false,
          caseId: 'c',
          validFrom: '2026-03-20',
          wishFollowed: 'YES',
        },
      },
      {
        type: 'PlanStarted',
        data: { subjectId, planId: 's.1', caseId: 'c', startedOn: '2026-03-25', withSubject: true },
      },
      {
        type: 'CoordinatorReleased',
        data: { subjectId, appointmentId: 'a', releasedOn: '2026-06-01', reasonCode: 'LEFT_POSITION' },
      },
    ];
    await log.inCoordination(subjectId, ...facts);
    await eventually(async () =>
      expect(await rows('coordination_register')).toMatchObject([
        { gaps: [{ appointmentId: 'a', kind: 'ORDINARY', since: '2026-06-01' }] },
      ]),
    );
    await eventually(async () => expect(await store.last('reactor-coordinator-gap')).toBeDefined());
  });

  it('begins the days of a municipality that adopted a profile, from today on, in one of two processes', async () => {
    await log.inCase('c1', received('c1'));
    const { vaultDatabaseUrl: connectionString, keyFile: file } = config();
    const vault = await openVault({ connectionString, key: { file }, log: store });
    const days = async () =>
      (await store.read(calendarStream('1576'))).map(({ type, data }) => [type, data['day']]);
    const other = await startProjectorWorker(config());
    try {
      await start();
      expect(await days()).toEqual([]);
      const today = new Clock().dayOf(new Clock().now());
      await seedProfile(new CommandRunner(store, codec, vault.keys), '1576', shippedProfile('aure'), {
        commandId: '5b1d1a52-3b1c-5d5e-9c55-0a7f5f3a1576',
        correlationId: '5b1d1a52-3b1c-5d5e-9c55-0a7f5f3a1576',
        municipality: '1576',
        actor: { partyId: 'samspor', role: 'SYSTEM' },
        at: '2026-01-01T00:00:00.000Z',
        today: '2026-01-01',
      });
      await eventually(async () => expect(await days()).toEqual([['DayBegan', today]]));
    } finally {
      await vault.close();
      await other.stop();
    }
  });

  it('follows a log through a restart of its server, projections and reactors', async () => {
    const dataDir = join(folder, 'log');
    await Promise.all([store.close(), node.close()]);
    node = await startEmbeddedEventStore({ dataDir });
    store = connectEventStore(node.connectionString);
    await openLogOn();
    const { url } = await start();
    await log.inCase('c1', received('c1'));
    await eventually(async () => expect(await rows('case_overview')).toHaveLength(1));

    await node.close();
    await eventually(async () => {
      const answer = await fetch(`${url}/health/ready`);
      expect(answer.status).toBe(503);
      expect(await answer.json()).toMatchObject({
        role: 'LEADING',
        message: expect.stringContaining('The event store cannot be reached'),
      });
    });
    node = await startEmbeddedEventStore({ dataDir, port: node.port });
    await eventually(() => store.end());
    const [event] = await log.inCase('c2', received('c2'));
    await eventually(async () =>
      expect(await rows('case_overview')).toMatchObject([{ case_id: 'c1' }, { case_id: 'c2' }]),
    );
    await eventually(async () =>
      expect(await standOf('basis-check')).toBeGreaterThanOrEqual(event?.position ?? 0n),
    );
  });

  it('runs for the standalone application, and stops', async () => {
    await log.inCase('c1', received('c1'));
    const projector = await startProjectorWorker(config());
    await projector.ready;
    expect(await rows('case_overview')).toHaveLength(1);
    await projector.stop();
    // PostgreSQL takes a moment to see that a connection has ended.
    await eventually(async () => {
      const { rowCount } = await superuser.query(
        `select from pg_stat_activity where datname = current_database() and usename <> current_user`,
      );
      expect(rowCount).toBe(0);
    });
  });
});
