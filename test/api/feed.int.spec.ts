import { ApiClient } from '../support/api-client.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { type Received, type Streamed, Subscriber } from '../support/subscriber.js';
import { Planted } from '../faults/planted.js';
import { eventually } from '../support/wait.js';
import { done, Procedure } from './procedure.js';

let app: TestApp;
let admin: ApiClient;
let steps: Procedure;
let worker: ApiClient;

beforeAll(async () => {
  app = await startTestApp({ tenants: ['1576', '3403'] });
  admin = await ApiClient.as(app.url, 'ADMIN');
  worker = await ApiClient.as(app.url, 'CASEWORKER');
  steps = new Procedure(worker);
});
afterAll(() => app?.stop());

const everyType = async () =>
  Object.keys(done(await admin.get('/v1/labels')).labels.publicEventType as object);

interface Granted {
  readonly subscriptionId: string;
  readonly subscriber: Subscriber;
}
async function subscribed(more: object = {}, as = admin): Promise<Granted> {
  const terms = { types: await everyType(), plans: true, purpose: 'Prøve', legalBasis: 'CONSENT' };
  const told = { name: 'Portalen', ...terms, begins: 'ORIGIN', ...more };
  const { subscriptionId } = done(await as.post('/v1/subscriptions', told));
  const { clientId, clientSecret } = done(await as.post(`/v1/subscriptions/${subscriptionId}/secrets`, {}));
  return { subscriptionId, subscriber: await Subscriber.login(app.url, clientId, clientSecret) };
}
const of = (events: readonly Received[], subject: string) => events.filter((one) => one.subject === subject);
const names = (events: readonly Received[]) => events.map(({ type }) => type.split('.')[3]);

/** A case to its decision. */
const course = () => steps.granted();

describe('the feed, by pages', () => {
  it('tells what there is, in order, with numbers and the one before, and then what comes', async () => {
    const { caseId, subjectId } = await course();
    const { subscriber } = await subscribed();
    const all = await subscriber.all();
    const told = of(all, caseId);
    expect(names(told)).toContain('decision-made');
    expect(told.map(({ sequence }) => Number(sequence))).toEqual(told.map((_, index) => index + 1));
    expect(told.map(({ previousid }) => previousid)).toEqual(
      [undefined, ...told.map(({ id }) => id)].slice(0, told.length),
    );
    expect(told.every(({ data }) => data['personId'] === subjectId)).toBe(true);

    const { next } = await subscriber.page({ from: 'now' });
    const waiting = subscriber.page({ after: next, wait: 20 });
    done(await worker.post(`/v1/cases/${caseId}/closing`, { reasonCode: 'COMPLETED' }));
    expect(names((await waiting).events)).toEqual(['closed']);
  });

  it('has full pages that never change, and says so', async () => {
    const { subscriber } = await subscribed();
    const { next } = await subscriber.page({ limit: 2 });
    const [one, other] = [
      await subscriber.get({ after: next, limit: 2 }),
      await subscriber.get({ after: next, limit: 2 }),
    ];
    expect(one.headers.get('cache-control')).toMatch(/^private, max-age=/);
    expect(await one.text()).toBe(await other.text());
    expect(one.headers.get('link')).toBe(other.headers.get('link'));
    const etag = one.headers.get('etag') ?? '';
    expect((await subscriber.get({ after: next, limit: 2 }, { 'if-none-match': etag })).status).toBe(304);
  });

  it('shows a grant what it names alone, without a gap, and not who has a plan', async () => {
    const { caseId, subjectId } = await course();
    done(
      await worker.post(`/v1/subjects/${subjectId}/plans`, {
        caseId,
        startedOn: '2026-02-02',
        withSubject: true,
      }),
    );
    const narrow = await subscribed({
      types: ['CASE_DECISION_MADE_V1', 'COORDINATION_COORDINATOR_APPOINTED_V1'],
      plans: false,
    });
    const seen = of(await narrow.subscriber.all(), caseId);
    expect(seen.map(({ type, sequence, previousid }) => [type, sequence, previousid])).toEqual([
      ['no.samspor.case.decision-made.v1', '00000001', undefined],
    ]);
    expect(JSON.stringify(await narrow.subscriber.all())).not.toMatch(/plan|INDIVIDUAL_PLAN/i);
    const wide = await subscribed();
    expect(names(of(await wide.subscriber.all(), subjectId))).toContain('plan-started');
  });

  it('begins where the grant says, and tells with each event which version of it holds', async () => {
    const before = await course();
    const { subscriber, subscriptionId } = await subscribed({ begins: 'NOW' });
    expect(await subscriber.all()).toEqual([]);
    const { caseId } = await course();
    const seen = await subscriber.all();
    expect(of(seen, before.caseId)).toEqual([]);
    expect(of(seen, caseId).length).toBeGreaterThanOrEqual(3);
    const { next } = await subscriber.page({ from: 'now' });
    const terms = { types: ['CASE_CLOSED_V1'], plans: false, purpose: 'Prøve', legalBasis: 'CONSENT' };
    done(await admin.post(`/v1/subscriptions/${subscriptionId}/changes`, terms));
    done(await worker.post(`/v1/cases/${caseId}/closing`, { reasonCode: 'COMPLETED' }));
    const { events } = await subscriber.page({ after: next, wait: 20 });
    expect(events).toMatchObject([
      { grantversion: 2, sequence: '00000001', type: 'no.samspor.case.closed.v1' },
    ]);
    const dated = await subscribed({ begins: 'DATE', beginsOn: '2020-01-01' });
    expect(of(await dated.subscriber.all(), caseId).length).toBeGreaterThanOrEqual(3);
  });

  it('tells nobody of another municipality', async () => {
    const there = await subscribed({}, await ApiClient.as(app.url, 'ADMIN', '3403'));
    expect(await there.subscriber.all()).toEqual([]);
    const { subscriber } = await subscribed();
    const { next } = await subscriber.page({ limit: 1 });
    const answer = await there.subscriber.get({ after: next });
    expect([answer.status, ((await answer.json()) as { type: string }).type]).toEqual([403, 'forbidden']);
  });
});

describe('the feed, as a stream', () => {
  /** Follows until so many have come, or until it ended. */
  async function streamed(
    subscriber: Subscriber,
    until: (all: readonly Streamed[]) => boolean,
    lastId?: string,
  ) {
    const done = new AbortController();
    const all: Streamed[] = [];
    try {
      for await (const one of subscriber.stream({}, done.signal, lastId)) {
        all.push(one);
        if (until(all)) break;
      }
    } finally {
      done.abort();
    }
    return all;
  }

  it('tells the same as the pages, and goes on where it was broken off', async () => {
    const { subscriber } = await subscribed();
    const pages = await subscriber.all();
    const first = await streamed(subscriber, ({ length }) => length === 4);
    const rest = await streamed(
      subscriber,
      ({ length }) => length === pages.length - 4,
      first.at(-1)?.cursor,
    );
    expect([...first, ...rest].map(({ event }) => event)).toEqual(pages);
    expect(await subscriber.all({ after: first.at(-1)?.cursor })).toEqual(pages.slice(4));
  });

  it.each([
    ['revocation', 'revoked'],
    ['pause', 'paused'],
  ])('ends at once at a %s, and says why', async (how, why) => {
    const { subscriber, subscriptionId } = await subscribed({ begins: 'NOW' });
    let began = 0;
    const ending = streamed(subscriber, (all) => all.at(-1)?.end !== undefined);
    await eventually(async () => {
      done(await admin.get('/v1/subscriptions'));
      began = Date.now();
    });
    done(await admin.post(`/v1/subscriptions/${subscriptionId}/${how}`, {}));
    expect((await ending).at(-1)).toMatchObject({ end: why });
    expect(Date.now() - began).toBeLessThan(5_000);
    const answer = await subscriber.get();
    expect([answer.status, ((await answer.json()) as { type: string }).type]).toEqual([
      403,
      'subscription-not-in-force',
    ]);
  });
});

describe('what becomes of an event', () => {
  it('is told with what to do, and nothing of the texts that were ever recorded (50 of them)', async () => {
    const planted = new Planted();
    const text = () => planted.text();
    const { subscriber } = await subscribed({
      name: text(),
      purpose: text(),
      basisNote: text(),
      begins: 'NOW',
    });
    const watched = new AbortController();
    const streamed: string[] = [];
    const watching = (async () => {
      for await (const one of subscriber.stream({}, watched.signal)) streamed.push(JSON.stringify(one));
    })().catch(() => {});
    const seen: Received[] = [];
    while (planted.texts.length < 50) {
      const subjectId = await steps.person({ givenName: text(), familyName: text() });
      await steps.consent(subjectId);
      const caseId = await steps.application(subjectId, { wish: text() });
      const withdrawn = done(
        await worker.post(`/v1/cases/${caseId}/withdrawal`, {
          withdrawnOn: '2026-01-08',
          withdrawnBy: 'SUBJECT',
          reason: text(),
        }),
      );
      const { eventId } = withdrawn.events[0];
      const corrections = `/v1/cases/${caseId}/corrections`;
      const correct = async (more: object) =>
        done(await worker.post(corrections, { eventId, reason: text(), ...more }));
      await correct({ changed: { reason: text() } });
      await correct({ changed: { withdrawnOn: '2026-01-09' } });
      await correct({ recordedInError: { reasonCode: 'WRONG_CASE' } });
      seen.push(...of(await subscriber.all(), caseId));
      const told = of(await subscriber.all(), caseId);
      expect(names(told)).toEqual([
        'application-received',
        'application-withdrawn',
        'corrected',
        'recorded-in-error',
      ]);
      expect(told.map(({ data }) => data['consumerMust'])).toEqual([
        undefined,
        undefined,
        'REPLACE_EVENT',
        'DISREGARD_EVENT',
      ]);
      expect(told[2]?.data).toMatchObject({ eventId: told[1]?.id, eventData: { occurredOn: '2026-01-09' } });
    }
    await eventually(() => expect(streamed.length).toBeGreaterThanOrEqual(seen.length));
    watched.abort();
    await watching;
    const sent = [...seen.map((one) => JSON.stringify(one)), ...streamed, ...app.logged].join('\n');
    expect(planted.foundIn(Buffer.from(sent))).toEqual([]);
  });
});

describe('bad input', () => {
  it.each([
    ['limit=1000000', 400, 'invalid-query'],
    ['limit=0', 400, 'invalid-query'],
    ['wait=9999', 400, 'invalid-query'],
    ['from=yesterday', 400, 'invalid-query'],
    ['after=nothing-of-ours', 400, 'invalid-query'],
    [`after=${'A'.repeat(150)}`, 400, 'invalid-query'],
    ['somethingElse=1', 400, 'invalid-query'],
  ])('%s is %i', async (query, status, type) => {
    const { subscriber } = await subscribed();
    const answer = await subscriber.get(query);
    expect([answer.status, ((await answer.json()) as { type: string }).type]).toEqual([status, type]);
  });

  it('is a cursor of another log, or of a state that this one has not come to', async () => {
    const { subscriber } = await subscribed();
    const { Cursors } = await import('#apps/feed/src/cursor');
    const cursors = new Cursors(app.parts.vault.subscribers.cursorKey);
    const { logId } = app.parts;
    for (const place of [
      { tenant: '1576', logId: '5b1d1a52-3b1c-4d5e-9c55-0a7f5f3a1576', position: 1n },
      { tenant: '1576', logId, position: 2n ** 60n },
    ]) {
      expect((await subscriber.get({ after: cursors.textOf(place) })).status).toBe(410);
    }
  });

  it('is no token, a token of the staff, or the secret of nobody', async () => {
    for (const token of ['', 'abc', worker.token ?? '']) {
      const headers = { authorization: `Bearer ${token}` };
      expect((await fetch(`${app.url}/v1/feed`, { headers })).status).toBe(401);
    }
    const { subscriber, subscriptionId } = await subscribed();
    expect((await new ApiClient(app.url, subscriber.token).get('/v1/cases')).status).toBe(401);
    await expect(Subscriber.login(app.url, subscriptionId, 'a guess')).rejects.toThrow('401');
    await expect(Subscriber.login(app.url, 'nobody', 'a guess')).rejects.toThrow('401');
    const json = await new ApiClient(app.url).post('/v1/feed/token', { grant_type: 'client_credentials' });
    expect(json.status).toBe(400);
    const form = { headers: { 'content-type': 'application/x-www-form-urlencoded' }, raw: 'a=b' };
    expect((await worker.post('/v1/subjects', undefined, form)).status).toBe(415);
  });
});

describe('the contract', () => {
  it('is served as AsyncAPI and as a JSON Schema for each type', async () => {
    const document = (await new ApiClient(app.url).get('/asyncapi.json')).body;
    expect(document.asyncapi).toBe('3.0.0');
    const schema = (await new ApiClient(app.url).get('/schemas/no.samspor.case.decision-made.v1.json')).body;
    expect(schema.title).toBe('no.samspor.case.decision-made.v1');
    expect((await new ApiClient(app.url).get('/schemas/no.samspor.case.child-heard.v1.json')).status).toBe(
      404,
    );
  });
});

describe('whoever runs it', () => {
  it('sees how far each has come, and how far behind it is', async () => {
    const { subscriber, subscriptionId } = await subscribed();
    const { next } = await subscriber.page({ limit: 2 });
    await subscriber.page({ after: next, limit: 2 });
    await eventually(async () => {
      const { subscriptions } = done(await admin.get('/v1/subscriptions'));
      const one = subscriptions.find((known: Granted) => known.subscriptionId === subscriptionId);
      expect(one.deliveredAt).not.toBeNull();
      expect(one.lagEvents).toBeGreaterThan(0);
      expect(one.lagSeconds).toBeGreaterThanOrEqual(0);
    });
  });
});
