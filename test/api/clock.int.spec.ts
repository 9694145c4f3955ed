import { jest } from '@jest/globals';
import { newestRecordedAt } from '#projecting';
import { ApiClient } from '../support/api-client.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { setClock as setClockTo } from '../support/set-clock.js';
import { eventually } from '../support/wait.js';
import { Procedure } from './procedure.js';

const day = 24 * 3_600_000;

const setClock = (byMs: number) => setClockTo(Date.now() + byMs);

describe('an API whose clock is set while it runs', () => {
  let app: TestApp;
  let subjectId: string;
  const procedure = async () => new Procedure(await ApiClient.as(app.url, 'CASEWORKER'));
  const health = () => new ApiClient(app.url).get('/health/ready');
  const recorded = async () => {
    const events: { stream: string; recordedAt: string }[] = [];
    for await (const { stream, metadata } of app.parts.store.readAll({
      streamPrefixes: ['subject-', 'coordination-'],
    })) {
      events.push({ stream, recordedAt: metadata['recordedAt'] as string });
    }
    return events;
  };

  beforeAll(async () => {
    app = await startTestApp();
    subjectId = await (await procedure()).person();
    await (await procedure()).consent(subjectId);
  }, 120_000);
  afterEach(() => void jest.useRealTimers());
  afterAll(() => app?.stop());

  it('B14 records nothing while it is 400 days ahead, is read, and is red until it is right again', async () => {
    const before = await recorded();
    setClock(400 * day);
    const worker = await ApiClient.as(app.url, 'CASEWORKER');
    const consent = { scopes: ['SHARE'], givenBy: 'SUBJECT', givenOn: '2028-01-01' };
    const answer = await worker.post(`/v1/subjects/${subjectId}/consents`, consent);
    expect(answer).toMatchObject({ status: 503, body: { type: 'clock-ahead' } });
    expect(answer.headers.get('retry-after')).toBe('10');
    expect((await worker.get('/v1/cases')).status).toBe(200);
    expect(await health()).toMatchObject({
      status: 503,
      body: { hindrances: [{ kind: 'CLOCK', message: expect.stringContaining('was set 400 days ahead') }] },
    });
    jest.useRealTimers();
    await eventually(async () => expect(await health()).toMatchObject({ status: 200 }));
    expect(await recorded()).toEqual(before);
  });

  it('B14 records nothing as older than what stands in its stream while it is two days back', async () => {
    setClock(-2 * day);
    await (await procedure()).consent(subjectId, '2026-01-02');
    const [stream, last] = ['coordination-', await recorded()];
    const times = last.filter((event) => event.stream.startsWith(stream)).map(({ recordedAt }) => recordedAt);
    expect(times.length).toBeGreaterThan(1);
    expect(times).toEqual(times.toSorted());
    expect((await health()).body.hindrances).toMatchObject([
      { kind: 'CLOCK', message: expect.stringContaining('was set 2 days back') },
    ]);
  });

  it('B14 knows when the newest of what it shows was recorded', async () => {
    const { reader } = app.parts;
    await (await procedure()).person({ familyName: 'Nyest' });
    await eventually(async () =>
      expect(await newestRecordedAt(reader)).toBe((await recorded()).at(-1)?.recordedAt),
    );
  });
});
