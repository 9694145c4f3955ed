import { randomUUID } from 'node:crypto';
import { binaryEvent, EventStoreDBClient, jsonEvent } from '@eventstore/db-client';
import { codec as plainCodec, declared } from '#apps/codec';
import { composeApi } from '#apps/api/src/compose';
import { connectEventStore } from '#event-sourcing/eventstoredb/index';
import { authentic, checkStreams, openLog, takeNote } from '#event-sourcing';
import { ApiClient, type Answer } from '../support/api-client.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { eventually } from '../support/wait.js';
import { Procedure, done } from './procedure.js';

/** What befalls one stream of the log concerns whoever needs that stream, and nobody else. */
describe('a stream that something else than Samspor has touched', () => {
  let app: TestApp;
  let worker: ApiClient;
  let steps: Procedure;
  let admin: EventStoreDBClient;

  beforeAll(async () => {
    app = await startTestApp();
    worker = await ApiClient.as(app.url, 'CASEWORKER');
    steps = new Procedure(worker);
    admin = EventStoreDBClient.connectionString(app.eventStoreUrl);
  });
  afterAll(async () => {
    await admin?.dispose();
    await app?.stop();
  });

  const odd = () => jsonEvent({ type: 'OddThing', data: { odd: true }, metadata: {} });
  const ofCase = (caseId: string) => `case-1576.${caseId}`;
  const withdraw = (caseId: string): Promise<Answer> =>
    worker.post(
      `/v1/cases/${caseId}/withdrawal`,
      { withdrawnBy: 'SUBJECT', reason: 'Ønsker det ikke.' },
      { headers: { 'Idempotency-Key': randomUUID() } },
    );

  /** What health says of a stream, once it says something; everything else goes on meanwhile. */
  const named = (stream: string) =>
    eventually(async () => {
      const { status, body } = await worker.get('/health/ready');
      expect(body).toMatchObject({ status: 'impaired', projections: expect.any(Array) });
      expect(status).toBe(200);
      const found = body.setAside.find((one: { readonly stream: string }) => one.stream === stream);
      expect(found).toBeDefined();
      return String(found.message);
    });
  const unnamed = (stream: string) =>
    eventually(async () => {
      const { body } = await worker.get('/health/ready');
      expect(body.setAside.map((one: { readonly stream: string }) => one.stream)).not.toContain(stream);
    });

  /** A whole procedure of somebody else, read back from every read model. */
  async function goesOn(): Promise<void> {
    const { caseId, readAfter } = await steps.granted();
    const query = `?readAfter=${encodeURIComponent(readAfter)}`;
    await eventually(async () => {
      expect((await worker.get(`/v1/cases/${caseId}${query}`)).status).toBe(200);
      expect((await worker.get(`/v1/cases/${caseId}/audit-trail${query}`)).status).toBe(200);
    });
  }

  async function opened() {
    const { store, vault } = app.parts;
    const { authenticity, notes } = await openLog(store, vault.eventKeys);
    return { store, vault, authenticity, decoder: authentic(plainCodec, authenticity, notes) };
  }

  async function note(stream: string) {
    const { store, vault, authenticity, decoder } = await opened();
    const [by, reason, at] = ['Testine Prøvesen', 'Somebody tried something', '2026-03-02T08:00:00.000Z'];
    return takeNote({ store, decoder, authenticity, sealing: vault.keys, stream, by, reason, at });
  }

  async function checked(): Promise<readonly string[]> {
    const { store, decoder } = await opened();
    const prefixes = declared.map(({ category }) => `${category}-`);
    const { faults } = await checkStreams(store, decoder, prefixes);
    return faults.filter(({ isNoted }) => !isNoted).map(({ stream }) => stream);
  }

  it.each([
    ['is no JSON', () => binaryEvent({ type: 'CaseClosed', data: Buffer.from([0, 255]) })],
    ['is of a type that nobody declared', odd],
  ])('B8 is refused to commands and named, by an event that %s; noted, it goes on', async (_, event) => {
    const caseId = await steps.application(await steps.person({ familyName: 'Én' }));
    const stream = ofCase(caseId);
    await admin.appendToStream(stream, event());
    const refused = await withdraw(caseId);
    expect(refused).toMatchObject({ status: 500, body: { type: 'record-unreadable' } });
    expect(refused.body.detail).toContain(stream);
    expect(await named(stream)).toContain('is not believed');
    await goesOn();
    expect((await worker.get(`/v1/cases/${caseId}`)).body.notUpToDateSince).toMatch(/^\d{4}-\d\d-\d\dT.*Z$/);
    expect(await checked()).toContain(stream);
    expect(app.logged.filter((line) => line.includes(`${stream} is set aside`))).toHaveLength(1);

    expect(await note(stream)).toMatchObject({ passesOver: [{}], isLost: false });
    await unnamed(stream);
    expect(await checked()).not.toContain(stream);
    const { readAfter } = done(await withdraw(caseId));
    await eventually(async () => {
      const query = `?readAfter=${encodeURIComponent(String(readAfter))}`;
      const { status, body } = await worker.get(`/v1/cases/${caseId}/audit-trail${query}`);
      expect(status).toBe(200);
      expect(body.entries).toContainEqual(expect.objectContaining({ type: 'ApplicationWithdrawn' }));
    });
    await eventually(async () =>
      expect((await worker.get(`/v1/cases/${caseId}`)).body).toMatchObject({ notUpToDateSince: null }),
    );
    await expect(note(stream)).rejects.toThrow('Nothing is wrong');
    // What comes later has not been noted.
    await admin.appendToStream(stream, event());
    await named(stream);
    await note(stream);
  });

  it.each([
    ['a version of tomorrow', 'CaseClosed', { caseId: 'x' }, 99],
    ['a shape that nobody declared', 'ApplicationWithdrawn', { caseId: 7, withdrawn: ['x'] }, 1],
  ])(
    'B8 is refused and named, by an event of Samspor’s own of %s, which nobody may pass over',
    async (_, type, data, schemaVersion) => {
      const caseId = await steps.application(await steps.person({ familyName: 'Ni' }));
      const stream = ofCase(caseId);
      const { store, authenticity } = await opened();
      const [last] = (await store.read(stream)).slice(-1);
      if (last === undefined) throw new Error('Nothing is recorded');
      const { mac: _ofLast, ...metadata } = last.metadata;
      const event = { id: randomUUID(), type, data, metadata: { ...metadata, schemaVersion } };
      const signed = authenticity.signed(stream, last.revision, [event]);
      await store.append(stream, last.revision, signed);
      await named(stream);
      expect(await withdraw(caseId)).toMatchObject({ status: 500, body: { type: 'record-unreadable' } });
      expect(await checked()).toContain(stream);
      await goesOn();
      await expect(note(stream)).rejects.toThrow('nothing of its own is passed over');
    },
  );

  it('B8 is passed over where its name is not of our form', async () => {
    await admin.appendToStream('case-of-beer', [odd(), odd()]);
    await admin.appendToStream('party-1576', odd());
    await eventually(() => {
      expect(app.logged.filter((line) => line.includes('case-of-beer is set aside'))).toHaveLength(1);
    });
    await goesOn();
    await unnamed('case-of-beer');
    expect(await checked()).not.toContain('case-of-beer');
  });

  it('B1 is ended for ever: its case alone is gone, what is noted is named no more', async () => {
    const subjectId = await steps.person({ familyName: 'To' });
    const caseId = await steps.application(subjectId);
    const stream = ofCase(caseId);
    await eventually(async () => expect((await worker.get(`/v1/cases/${caseId}`)).status).toBe(200));
    await admin.tombstoneStream(stream);
    expect(await named(stream)).toContain('was deleted for ever');
    expect(await withdraw(caseId)).toMatchObject({ status: 500, body: { type: 'record-unreadable' } });
    await goesOn();
    expect(await checked()).toContain(stream);
    expect(await note(stream)).toEqual({ stream, passesOver: [], isLost: true });
    await unnamed(stream);
    expect(await withdraw(caseId)).toMatchObject({ status: 500, body: { type: 'record-unreadable' } });
  });

  it('B1 is ended for ever though it never was one of ours', async () => {
    const stream = `party-1576.${randomUUID()}`;
    await admin.appendToStream(stream, odd());
    await admin.tombstoneStream(stream);
    await named(stream);
    await goesOn();
  });

  it('B1 lets a program start on such a log', async () => {
    const subjectId = await steps.person({ familyName: 'Fire' });
    await admin.tombstoneStream(`subject-1576.${subjectId}`);
    await admin.appendToStream(
      `subject-1576.${await steps.person({ familyName: 'Fem' })}`,
      binaryEvent({ type: 'PersonalDataDisposed', data: Buffer.from('no JSON') }),
    );
    const store = connectEventStore(app.eventStoreUrl);
    const { database, keyFile, documentsDir } = app;
    const api = await composeApi({
      store,
      databaseUrl: database.url,
      vaultDatabaseUrl: database.vaultUrl,
      keyFile,
      documentsDir,
    });
    await api.close();
    await store.close();
    await named(`subject-1576.${subjectId}`);
    await goesOn();
  });

  it.each([
    ['$maxCount', (stream: string) => admin.setStreamMetadata(stream, { maxCount: 1 })],
    ['$tb', (stream: string) => admin.setStreamMetadata(stream, { truncateBefore: 1 })],
    ['a deletion', (stream: string) => admin.deleteStream(stream)],
  ])('B25 is not decided on while %s hides events of it, and is as it was afterwards', async (_, hide) => {
    const caseId = await steps.application(await steps.person({ familyName: 'Tre' }));
    await steps.meeting(caseId);
    const stream = ofCase(caseId);
    await eventually(async () => expect((await worker.get(`/v1/cases/${caseId}`)).status).toBe(200));
    await hide(stream);
    const left = await app.parts.store.history(stream);
    expect(await withdraw(caseId)).toMatchObject({ status: 500, body: { type: 'record-unreadable' } });
    expect(await app.parts.store.history(stream)).toEqual(left);
    await named(stream);
    await goesOn();
    expect(await checked()).toContain(stream);
    // Of a stream that was deleted the server keeps a limit of its own the first time.
    for (let time = 0; time < 2; time += 1) await admin.setStreamMetadata(stream, {});
    await unnamed(stream);
    expect(done(await withdraw(caseId))).toMatchObject({ readAfter: expect.any(String) });
  });
});
