import { binaryEvent, jsonEvent } from '@eventstore/db-client';
import { Connection } from '#event-sourcing/eventstoredb/index';
import { ApiClient } from '../support/api-client.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { done, Procedure } from './procedure.js';

describe('in an event store that others use too, the API', () => {
  let app: TestApp;
  const bytes = () =>
    binaryEvent({ type: 'Theirs', data: Buffer.from([0, 255]), metadata: Buffer.from([7]) });

  beforeAll(async () => {
    app = await startTestApp({
      async before(eventStoreUrl) {
        const connection = new Connection(eventStoreUrl);
        const theirs = Array.from({ length: 2_000 }, (_, n) =>
          n % 2 === 0 ? bytes() : jsonEvent({ type: 'Theirs', data: { ciphertext: 'x', n } }),
        );
        await connection.client.appendToStream('theirs-1', theirs);
        await connection.close();
      },
    });
  });
  afterAll(() => app?.stop());

  it('B19 starts, decides and shows as if they were not there', async () => {
    const worker = await ApiClient.as(app.url, 'CASEWORKER');
    const subjectId = await new Procedure(worker).person();
    const connection = new Connection(app.eventStoreUrl);
    const need = {
      opening: 'NEED',
      subjectId,
      receivedOn: '2026-01-03',
      channel: 'PHONE',
      subjectWishes: 'YES',
      need: 'Trenger hjelp',
    };
    const { caseId } = done(await worker.post('/v1/cases', need));
    for (const scope of ['PLAN', 'SHARE']) {
      // Between two commands on the same stream, which looks for what is new.
      await connection.client.appendToStream('theirs-1', [bytes(), bytes()]);
      const consent = { scopes: [scope], givenBy: 'SUBJECT' };
      done(await worker.post(`/v1/subjects/${subjectId}/consents`, consent));
    }
    await connection.close();
    const { cases } = done(await worker.get('/v1/cases'));
    expect(cases.map((one: { caseId: string }) => one.caseId)).toEqual([caseId]);
    expect((await new ApiClient(app.url).get('/health/ready')).status).toBe(200);
  });
});
