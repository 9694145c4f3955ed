import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { composeApi } from '#apps/api/src/compose';
import { codec, declared } from '#apps/codec';
import { startEngine } from '#apps/projector/src/engine';
import { startEmbeddedEventStore, type EmbeddedEventStore } from '#embedded-eventstore';
import { adoptLog, CommandRunner, type EventStore, NotTakenOver } from '#event-sourcing';
import { connectEventStore } from '#event-sourcing/eventstoredb/index';
import { partyOf, partyStream } from '#municipality';
import { partyDecider } from '#municipality/domain/party/decide';
import { openVault, type Vault } from '#personal-data';
import { createTestDatabase, type TestDatabase } from '../support/database.js';

const tenant = '1576';

describe('a log from a release that did not authenticate its events', () => {
  let folder: string;
  let node: EmbeddedEventStore;
  let database: TestDatabase;
  let store: EventStore;
  let vault: Vault;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'samspor-takeover-'));
    node = await startEmbeddedEventStore({ temporary: true });
    database = await createTestDatabase();
    store = connectEventStore(node.plainConnectionString);
    vault = await openVault({
      connectionString: database.vaultUrl,
      key: { file: join(folder, 'municipality.key') },
      log: store,
    });
    const created = {
      id: randomUUID(),
      type: 'LogCreated',
      data: { logId: randomUUID() },
      metadata: { recordedAt: '2026-01-01T00:00:00.000Z', schemaVersion: 1 },
    };
    await store.append('log-samspor', 'no_stream', [created]);
    await registered('before');
  });
  afterAll(async () => {
    await vault.close();
    await store.close();
    await node.close();
    await database.drop();
    rmSync(folder, { recursive: true });
  });

  const addresses = () => ({
    eventStoreUrl: node.plainConnectionString,
    databaseUrl: database.url,
    vaultDatabaseUrl: database.vaultUrl,
    keyFile: join(folder, 'municipality.key'),
    documentsDir: join(folder, 'documents'),
  });

  /** As the old release recorded: sealed, and without a MAC. */
  const registered = (partyId: string) =>
    new CommandRunner(store, codec, vault.keys).run(
      partyDecider,
      partyStream(tenant, partyId),
      {
        type: 'RecordStep',
        data: {
          partyIsKnown: true,
          step: 'PartyRegistered',
          about: { partyId },
          said: { kind: 'STAFF', name: 'Testa Gammel' },
          asked: {},
        },
      },
      {
        commandId: randomUUID(),
        correlationId: 'request',
        municipality: tenant,
        actor: { partyId, role: 'CASEWORKER' },
        at: '2026-01-01T00:00:00.000Z',
        today: '2026-01-01',
      },
    );

  const adopt = () =>
    adoptLog({
      store,
      keys: vault.eventKeys,
      sealing: vault.keys,
      streamPrefixes: [...declared.map(({ category }) => `${category}-`), 'reactor-', 'log-'],
      by: 'Testine Drifter',
      reason: 'Ingen andre kunne skrive',
      at: '2026-03-02T09:00:00.000Z',
    });

  it('A3 is refused by API and projector alike, and once taken over believed as far as it went then', async () => {
    await expect(composeApi({ ...addresses(), store })).rejects.toThrow(NotTakenOver);
    await expect(startEngine(addresses(), () => {})).rejects.toThrow('samspor eventstore adopt');

    expect(await adopt()).toMatchObject({ outcome: 'taken-over', survey: { events: 2 } });
    await registered('after');
    const engine = await startEngine(addresses(), () => {});
    try {
      const api = await composeApi({ ...addresses(), store });
      try {
        expect(await partyOf(api.runner, tenant, 'before')).toMatchObject({ exists: true });
        await expect(partyOf(api.runner, tenant, 'after')).rejects.toThrow(
          'is not believed: it bears no MAC',
        );
      } finally {
        await api.close();
      }
    } finally {
      await engine.stop();
    }
    expect(await adopt()).toMatchObject({ outcome: 'standing', isSame: true, survey: { events: 2 } });
  });
});
