// @long
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { codec } from '#apps/codec';
import { startEmbeddedEventStore, type EmbeddedEventStore } from '#embedded-eventstore';
import { authentic, openLog, type Sealed, type StoredEvent } from '#event-sourcing';
import { connectEventStore } from '#event-sourcing/eventstoredb/index';
import { isSealed, openVault } from '#personal-data';
import { startKillableNode } from '../../../../test/contract/killable-node.js';
import { createTestDatabase, type TestDatabase } from '../../../../test/support/database.js';
import { generate } from './generate.js';
import { municipalitiesNamed } from './town.js';

describe('generating a history', () => {
  let node: EmbeddedEventStore;
  let database: TestDatabase;
  let folder: string;

  beforeEach(async () => {
    node = await startEmbeddedEventStore({ temporary: true });
    database = await createTestDatabase();
    folder = mkdtempSync(join(tmpdir(), 'samspor-generate-'));
  });
  afterEach(async () => {
    await node.close();
    await database.drop();
    rmSync(folder, { recursive: true });
  });

  const parts = () => ({
    eventStoreUrl: node.connectionString,
    vaultDatabaseUrl: database.vaultUrl,
    keyFile: join(folder, 'municipality.key'),
  });
  const tell = async (events: number, seed = 7) =>
    generate(parts(), { events, seed, municipalities: await municipalitiesNamed('aure,hamar') });
  const open = async (log = connectEventStore(node.connectionString)) => ({
    log,
    vault: await openVault({
      connectionString: database.vaultUrl,
      key: { file: parts().keyFile },
      log,
    }),
  });

  it('appends it in the order of its days, sealed under keys of the vault; the same again adds nothing', async () => {
    const told = await tell(1_500);
    expect(told.events).toBeGreaterThanOrEqual(1_500);
    const { log, vault } = await open();
    const own = async () => {
      const events: StoredEvent[] = [];
      for await (const event of log.readAll({})) if (!event.stream.startsWith('log-')) events.push(event);
      return events;
    };
    const events = await own();
    expect(events).toHaveLength(told.events);
    const { authenticity } = await openLog(log, vault.eventKeys);
    const recorded = events.map((event) => authentic(codec, authenticity).decode(event));
    for await (const batch of log.scan({})) for (const event of batch) authenticity.assertAuthentic(event);
    const times = recorded.map(({ metadata }) => metadata.recordedAt);
    expect(times).toEqual(times.toSorted());
    expect([times[0]?.slice(0, 10), times.at(-1)?.slice(0, 10)]).toEqual([told.firstDay, told.lastDay]);
    const names = recorded.flatMap(({ data }) =>
      isSealed(data['familyName']) ? [data['familyName'] as Sealed] : [],
    );
    const opened = await vault.keys.open(names);
    expect(opened.every((field) => field.status === 'open' && field.text.length > 1)).toBe(true);
    expect(opened.length).toBeGreaterThan(20);
    const numbers = recorded.flatMap(({ data, metadata: { municipality } }) =>
      'caseNumber' in data ? [`${municipality} ${String(data['caseNumber'])}`] : [],
    );
    expect(numbers.length).toBeGreaterThan(10);
    expect(new Set(numbers).size).toBe(numbers.length);

    await tell(1_500);
    expect(await own()).toEqual(events);
    await vault.close();
    await log.close();
  });

  it.each([
    ['were once served with a provider', async ({ provider }: Vault) => provider.set()],
    [
      'somebody logged in on',
      async ({ parties }: Vault) =>
        parties.partyIdOf({ tenant: '1576', issuer: 'https://login.example', subject: 's' }),
    ],
  ])('is refused on data that %s, and leaves nothing', async (_, happened) => {
    const { log, vault } = await open();
    await happened(vault);
    await vault.close();
    await expect(tell(100)).rejects.toThrow('invented people must not stand among real ones');
    expect(await log.last('municipality-1576.profile')).toBeUndefined();
    await log.close();
  });

  it('is refused where something of it stands in the log already', async () => {
    await tell(300, 7);
    // Of what it takes first, case numbers or streams.
    await expect(tell(300, 8)).rejects.toThrow('Something else stands there already');
  });

  it('is broken off when the event store is killed; given again, it is the same as if nothing had happened', async () => {
    const whole = await tell(400);
    const undisturbed = await idsIn(node.connectionString);
    const other = await createTestDatabase();
    const dataDir = join(folder, 'eventstore');
    let killable = await startKillableNode(dataDir);
    const told = async (onProgress?: (so: { events: number }) => void) =>
      generate(
        {
          eventStoreUrl: killable.connectionString,
          vaultDatabaseUrl: other.vaultUrl,
          keyFile: join(folder, 'other.key'),
        },
        { events: 400, seed: 7, municipalities: await municipalitiesNamed('aure,hamar') },
        onProgress,
      );
    const killed = told(({ events }) => void (events > 250 && killable.stop('SIGKILL')));
    await expect(killed).rejects.toThrow(
      'A beginning of the history stands. The same command adds the rest when it is given again.',
    );
    killable = await startKillableNode(dataDir);
    const left = await idsIn(killable.connectionString);
    expect(left.length).toBeGreaterThan(0);
    expect(left.length).toBeLessThan(undisturbed.length);
    expect(undisturbed.slice(0, left.length)).toEqual(left);
    expect(await told()).toEqual(whole);
    expect(await idsIn(killable.connectionString)).toEqual(undisturbed);
    await killable.stop('SIGTERM');
    await other.drop();
  });
});

async function idsIn(url: string): Promise<string[]> {
  const log = connectEventStore(url);
  const ids: string[] = [];
  for await (const { stream, id } of log.readAll({})) if (!stream.startsWith('log-')) ids.push(id);
  await log.close();
  return ids;
}

type Vault = Awaited<ReturnType<typeof openVault>>;
