import { randomUUID } from 'node:crypto';
import { AccessDeniedError, EventStoreDBClient, jsonEvent } from '@eventstore/db-client';
import { composeApi } from '#apps/api/src/compose';
import { connectEventStore } from '#event-sourcing/eventstoredb/index';
import { createPool, roles } from '#postgres';
import { ApiClient } from '../support/api-client.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { done, Procedure, testNumber } from './procedure.js';

/** What somebody does who reaches the log's port on the same machine. */
describe('another account of the machine', () => {
  let app: TestApp;
  let worker: ApiClient;
  let steps: Procedure;
  const clients: EventStoreDBClient[] = [];

  beforeAll(async () => {
    app = await startTestApp();
    worker = await ApiClient.as(app.url, 'CASEWORKER');
    steps = new Procedure(worker);
  });
  afterAll(async () => {
    for (const client of clients) await client.dispose();
    await app?.stop();
  });

  function client(url: string): EventStoreDBClient {
    const made = EventStoreDBClient.connectionString(url);
    clients.push(made);
    return made;
  }

  const forgedDisposal = (subjectId: string, metadata = {}) =>
    jsonEvent({
      id: randomUUID(),
      type: 'PersonalDataDisposed',
      data: {
        subjectId,
        classes: ['PERSON', 'CASE', 'COORDINATION'],
        legalBasis: 'ARKIVLOVA',
        retentionClass: 'KE_CASE',
        confirmedBy: randomUUID(),
        disposedOn: '2026-03-02',
      },
      metadata: {
        $correlationId: randomUUID(),
        $causationId: randomUUID(),
        municipality: '1576',
        actor: { partyId: randomUUID(), role: 'OPERATOR' },
        occurredOn: '2026-03-02',
        recordedAt: '2026-03-02T09:00:00.000Z',
        schemaVersion: 1,
        ...metadata,
      },
    });

  /** Starts the API anew on the same log and vault, as the next start of the program does; answers with what it had to say. */
  async function startAgain(): Promise<string[]> {
    const said: string[] = [];
    const store = connectEventStore(app.eventStoreUrl);
    const parts = await composeApi({
      store,
      databaseUrl: app.database.url,
      vaultDatabaseUrl: app.database.vaultUrl,
      keyFile: app.keyFile,
      documentsDir: app.documentsDir,
      onError: ({ message }) => void said.push(message),
    });
    await parts.close();
    await store.close();
    return said;
  }

  async function keysOf(subjectId: string): Promise<number> {
    const pool = createPool({
      connectionString: app.database.vaultUrl,
      role: roles.vault,
      applicationName: 'samspor test',
      max: 1,
    });
    const { rows } = await pool.query<{ count: string }>('select count(*) from vault.keys where owner = $1', [
      subjectId,
    ]);
    await pool.end();
    return Number(rows[0]?.count);
  }

  it('A3 that has no credentials neither reads the log nor adds to it', async () => {
    const subjectId = await steps.person({ identityNumber: testNumber(300) });
    const before = await app.lastRecorded();
    const stranger = client(app.eventStoreUrl.replace(/\/\/[^@]+@/, '//'));
    const stream = `subject-1576.${subjectId}`;
    await expect(stranger.appendToStream(stream, forgedDisposal(subjectId))).rejects.toThrow(
      AccessDeniedError,
    );
    const reading = async () => {
      for await (const _ of stranger.readStream(stream)) return 'read';
      return 'empty';
    };
    await expect(reading()).rejects.toThrow(AccessDeniedError);
    expect(await app.lastRecorded()).toBe(before);
  });

  it('A3 that has them, and appends a forged disposal, destroys nothing', async () => {
    const [kari, ola] = [
      await steps.person({ identityNumber: testNumber(301) }),
      await steps.person({ identityNumber: testNumber(302) }),
    ];
    const keys = await keysOf(kari);
    expect(keys).toBeGreaterThan(0);
    const thief = client(app.eventStoreUrl);
    const stream = `subject-1576.${kari}`;
    let mac: unknown;
    for await (const { event } of thief.readStream(stream)) {
      mac = (event?.metadata as { readonly mac?: unknown } | undefined)?.mac;
    }
    expect(mac).toMatch(/^[0-9a-f]{8}\..{43}$/);
    const forged = [forgedDisposal(kari), forgedDisposal(kari, { mac: String(mac) })];
    for (const event of forged) await thief.appendToStream(stream, event);

    const said = await startAgain();
    for (const { id } of forged) {
      expect(said).toContainEqual(
        expect.stringMatching(new RegExp(`^PersonalDataDisposed \\(${id}\\) .* is not believed`)),
      );
    }
    expect(await keysOf(kari)).toBe(keys);

    // Her own stream stands still, with the reason; the others go on.
    const notDone = await worker.post(`/v1/subjects/${kari}/identity`, { identityNumber: testNumber(303) });
    expect(notDone).toMatchObject({ status: 500, body: { type: 'record-unreadable' } });
    const other = await worker.get(`/v1/subjects/${ola}`);
    expect([200, 503]).toContain(other.status);
    const need = await worker.post('/v1/cases', {
      opening: 'NEED',
      subjectId: ola,
      receivedOn: '2026-01-03',
      channel: 'PHONE',
      subjectWishes: 'YES',
      need: 'Trenger noen som samordner.',
    });
    expect(done(need)).toMatchObject({ caseId: expect.any(String) });
  });
});
