// @long
import { chmodSync, copyFileSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type EmbeddedEventStore, startEmbeddedEventStore } from '#embedded-eventstore';
import { createPool, migrate, roles } from '#postgres';
import type { ApiClient } from '../support/api-client.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { cli, newFolder, type Program, startProgram } from '../support/program.js';

interface Told {
  readonly subject: { readonly subjectId: string; readonly givenName: string; readonly familyName: string };
  readonly status: string;
  readonly texts: Readonly<Record<string, string>>;
  readonly reasons: readonly string[];
  readonly entries: readonly Entry[];
}
interface Entry {
  readonly eventId: string;
  readonly type: string;
  readonly occurredOn: string;
  readonly recordedAt: string;
  readonly of: string;
  readonly reason: string | null;
  readonly actor: string;
  readonly role: string;
  readonly struckOut: boolean;
}

interface ToldEntry extends Omit<Entry, 'actor' | 'role' | 'struckOut'> {
  readonly actor: { readonly name: string; readonly role: string };
  readonly struckOut: object | null;
}

/** What the demonstration left in log and vault before events bore MACs: the log's export, the vault's rows, and what the trails told. */
const kept = fileURLToPath(new URL('earlier-log', import.meta.url));
const readKept = <T>(file: string) => JSON.parse(readFileSync(join(kept, file), 'utf8')) as T;

describe('a log and a vault from before events were authenticated', () => {
  let node: EmbeddedEventStore;
  let database: TestDatabase;
  let env: Readonly<Record<string, string>>;
  let program: Program | undefined;

  beforeAll(async () => {
    const folder = newFolder();
    node = await startEmbeddedEventStore({ temporary: true });
    database = await createTestDatabase();
    const keyFile = join(folder, 'municipality.key');
    copyFileSync(join(kept, 'municipality-key.txt'), keyFile);
    chmodSync(keyFile, 0o600);
    env = {
      EVENTSTORE_URL: node.connectionString,
      DATABASE_URL: database.url,
      VAULT_DATABASE_URL: database.vaultUrl,
      KEY_FILE: keyFile,
    };
    await restoreVault(database, folder);
    const imported = await cli([
      'eventstore',
      'import',
      '--url',
      node.connectionString,
      join(kept, 'log.jsonl'),
    ]);
    expect(imported).toMatchObject({ code: 0 });
  });
  afterAll(async () => {
    await program?.kill();
    await node?.close();
    await database?.drop();
  });

  it('A3 is not served before somebody answers for it, then tells the same trails', async () => {
    await expect(startProgram({ env })).rejects.toMatchObject({
      name: 'DidNotStart',
      message: expect.stringContaining('samspor eventstore adopt'),
    });
    const adopt = [
      'eventstore',
      'adopt',
      '--by',
      'Prøve Driftsvik',
      '--reason',
      'Sammenlignet med en sikkerhetskopi',
    ];
    expect(await cli(adopt, env)).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('Taken over: 90 events'),
    });
    program = await startProgram({ env });
    const worker = await program.client('CASEWORKER');
    const auditor = await program.client('AUDITOR');
    const told = readKept<Readonly<Record<string, Told>>>('told.json');
    for (const [caseId, expected] of Object.entries(told)) {
      expect(await toldOf(caseId, worker, auditor)).toEqual(inOrder(expected));
    }
    expect(await cli(adopt, env)).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('the same still'),
    });
  });
});

/** The vault's schema as it was, and its rows in it. */
async function restoreVault({ vaultUrl, vaultSuperuserUrl }: TestDatabase, folder: string): Promise<void> {
  const { migrations, ...tables } =
    readKept<Record<string, readonly { readonly file: string }[]>>('vault.json');
  const then = join(folder, 'migrations');
  mkdirSync(then);
  for (const { file } of migrations ?? []) {
    copyFileSync(new URL(`../../libs/personal-data/migrations/${file}`, import.meta.url), join(then, file));
  }
  const vault = createPool({
    connectionString: vaultUrl,
    role: roles.vault,
    applicationName: 'samspor test',
    max: 1,
  });
  const superuser = createPool({
    connectionString: vaultSuperuserUrl,
    applicationName: 'samspor test',
    max: 1,
  });
  try {
    await migrate(vault, { schema: 'vault', folder: then });
    await superuser.query('set session_replication_role = replica');
    for (const [table, rows] of Object.entries(tables)) {
      await superuser.query(`delete from vault.${table}`);
      await superuser.query(
        `insert into vault.${table} select * from json_populate_recordset(null::vault.${table}, $1)`,
        [JSON.stringify(rows)],
      );
    }
  } finally {
    await vault.end();
    await superuser.end();
    rmSync(then, { recursive: true });
  }
}

async function toldOf(caseId: string, worker: ApiClient, auditor: ApiClient): Promise<Told> {
  const { body: page } = await worker.get(`/v1/cases/${caseId}`);
  const { body: trail } = await auditor.get(`/v1/cases/${caseId}/audit-trail?limit=200`);
  const { subjectId, givenName, familyName } = page.subject;
  const texts = ['need', 'wish', 'mappingSummary', 'withdrawalReason'].filter((name) => page[name] !== null);
  return inOrder({
    subject: { subjectId, givenName, familyName },
    status: page.status,
    texts: Object.fromEntries(texts.map((name) => [name, page[name]])),
    reasons: page.criteria.map((one: { readonly reason: string }) => one.reason),
    // Deadlines are noted from the first day on which this release runs.
    entries: (trail.entries as readonly ToldEntry[])
      .filter(({ type }) => !type.startsWith('Deadline'))
      .map(({ actor, struckOut, ...entry }) => ({
        eventId: entry.eventId,
        type: entry.type,
        occurredOn: entry.occurredOn,
        recordedAt: entry.recordedAt,
        of: entry.of,
        reason: entry.reason,
        actor: actor.name,
        role: actor.role,
        struckOut: struckOut !== null,
      })),
  });
}

/** The order in which a trail tells may change, what it tells may not. */
const inOrder = (told: Told): Told => ({
  ...told,
  entries: told.entries.toSorted((one, other) => (one.eventId < other.eventId ? -1 : 1)),
});
