import { randomUUID } from 'node:crypto';
import { jest } from '@jest/globals';
import { AccessLogUnavailable } from '#personal-data';
import { Follower } from '#apps/feed/src/follower';
import { ApiClient } from '../support/api-client.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { type Received, Subscriber } from '../support/subscriber.js';
import { eventually } from '../support/wait.js';
import { done, Procedure } from './procedure.js';

let app: TestApp;
let admin: ApiClient;
let worker: ApiClient;
let auditor: ApiClient;
let steps: Procedure;
/** A case that was withdrawn, with why. */
let caseId: string;
let subjectId: string;
let withdrawalId: string;

beforeAll(async () => {
  app = await startTestApp({ tenants: ['1576', '3403'] });
  admin = await ApiClient.as(app.url, 'ADMIN');
  worker = await ApiClient.as(app.url, 'CASEWORKER');
  auditor = await ApiClient.as(app.url, 'AUDITOR');
  steps = new Procedure(worker);
  subjectId = await steps.person({ givenName: 'Testine', familyName: 'Detaljsen' });
  await steps.consent(subjectId);
  caseId = await steps.application(subjectId, { wish: 'Vil bo hjemme' });
  const why = { withdrawnOn: '2026-01-08', withdrawnBy: 'SUBJECT', reason: 'Har flyttet hjem' };
  const { events } = done(await worker.post(`/v1/cases/${caseId}/withdrawal`, why));
  withdrawalId = events[0].eventId as string;
});
afterAll(() => app?.stop());

async function subscribed(more: object = {}, as = admin) {
  const types = Object.keys(done(await as.get('/v1/labels')).labels.publicEventType as object);
  const terms = { types, plans: true, purpose: 'Arkivering', legalBasis: 'ARCHIVES', ...more };
  const told = { name: 'Arkivet', begins: 'ORIGIN', ...terms };
  const { subscriptionId } = done(await as.post('/v1/subscriptions', told)) as { subscriptionId: string };
  const { clientId, clientSecret } = done(await as.post(`/v1/subscriptions/${subscriptionId}/secrets`, {}));
  const subscriber = await Subscriber.login(app.url, clientId, clientSecret);
  return { subscriptionId, terms, subscriber };
}
const withdrawal = async (subscriber: Subscriber): Promise<Received> => {
  const found = (await subscriber.all()).find(({ id }) => id.startsWith(withdrawalId));
  if (found === undefined) throw new Error('The withdrawal is not told');
  return found;
};
const theEvent = () => ({ id: `${withdrawalId}.1`, subject: caseId });
const everything = ['TEXTS', 'PERSON'];

/** Who has read about details, the newest first. */
const entries = async (client = auditor) =>
  (
    done(await client.get('/v1/access-log?limit=200')).entries as readonly Readonly<Record<string, unknown>>[]
  ).filter(({ what }) => what === 'eventDetails');

describe('details of an event', () => {
  it('are what was written, and who the person is, as the grant opens them', async () => {
    const both = await subscribed({ details: everything });
    const event = await withdrawal(both.subscriber);
    expect(JSON.stringify(event)).not.toMatch(/Har flyttet|Detaljsen/);
    const { status, body } = await both.subscriber.details(event);
    expect([status, body]).toEqual([
      200,
      {
        eventId: event.id,
        type: 'no.samspor.case.application-withdrawn.v1',
        subject: caseId,
        texts: { withdrawnBy: 'SUBJECT', reason: 'Har flyttet hjem' },
        person: expect.objectContaining({
          personId: subjectId,
          givenName: 'Testine',
          familyName: 'Detaljsen',
        }),
      },
    ]);
    const texts = await subscribed({ details: ['TEXTS'] });
    expect((await texts.subscriber.details(event)).body).not.toHaveProperty('person');
    const person = await subscribed({
      details: ['PERSON'],
      plans: false,
      types: ['CASE_APPLICATION_WITHDRAWN_V1'],
    });
    expect((await person.subscriber.details(event)).body).not.toHaveProperty('texts');
  });

  it('are in the access log, with the subscriber by its name and the person whom they are of', async () => {
    const { subscriber } = await subscribed({ details: everything, name: 'Saksportalen' });
    expect((await subscriber.details(theEvent())).status).toBe(200);
    const [entry] = await entries();
    expect(entry).toMatchObject({
      reader: { name: 'Saksportalen' },
      role: 'SUBSCRIBER',
      purpose: 'OTHER_SERVICE',
      route: 'GET /v1/events/:id/details',
      recordId: caseId,
      outcome: 'SHOWN',
    });
    await eventually(async () => {
      const [newest] = await entries();
      expect(newest).toMatchObject({ subjects: [{ subjectId }] });
    });
  });

  it('are nowhere without the purpose, after the end, or for what the grant does not show; and it is written down who tried', async () => {
    const told = async (subscriber: Subscriber, outcome: string, asked = theEvent()) => {
      const { status, body } = await subscriber.details(asked);
      const [entry] = await entries();
      expect(entry).toMatchObject({ outcome, recordId: asked.subject });
      return [status, body['type']];
    };
    const without = await subscribed();
    expect(await told(without.subscriber, 'REFUSED')).toEqual([403, 'forbidden']);
    const narrow = await subscribed({ details: everything, types: ['CASE_CLOSED_V1'] });
    expect(await told(narrow.subscriber, 'NOT_FOUND')).toEqual([404, 'not-found']);
    const late = await subscribed({ details: everything, begins: 'NOW' });
    expect(await told(late.subscriber, 'NOT_FOUND')).toEqual([404, 'not-found']);
    const { subscriber, subscriptionId, terms } = await subscribed({ details: everything });
    expect(await told(subscriber, 'NOT_FOUND', { ...theEvent(), subject: subjectId })).toEqual([
      404,
      'not-found',
    ]);
    const { details: _, ...closed } = terms as typeof terms & { details: unknown };
    done(await admin.post(`/v1/subscriptions/${subscriptionId}/changes`, closed));
    await eventually(async () => expect(await told(subscriber, 'REFUSED')).toEqual([403, 'forbidden']));
    done(await admin.post(`/v1/subscriptions/${subscriptionId}/changes`, terms));
    await eventually(async () => expect((await subscriber.details(theEvent())).status).toBe(200));
    done(await admin.post(`/v1/subscriptions/${subscriptionId}/revocation`, {}));
    await eventually(async () =>
      expect(await told(subscriber, 'REFUSED')).toEqual([403, 'subscription-not-in-force']),
    );
  });

  it('are not those of another municipality, whose log has who tried', async () => {
    const adminThere = await ApiClient.as(app.url, 'ADMIN', '3403');
    const there = await subscribed({ details: everything }, adminThere);
    const before = (await entries()).length;
    expect((await there.subscriber.details(theEvent())).status).toBe(404);
    expect(await entries()).toHaveLength(before);
    const [entry] = await entries(await ApiClient.as(app.url, 'AUDITOR', '3403'));
    expect(entry).toMatchObject({ outcome: 'NOT_FOUND', role: 'SUBSCRIBER' });
  });

  it('are not answered where it cannot be written down that they are', async () => {
    const { subscriber } = await subscribed({ details: everything });
    const { accessLog } = app.parts.vault;
    const record = jest.spyOn(accessLog, 'record').mockRejectedValue(new AccessLogUnavailable());
    try {
      const { status, body } = await subscriber.details(theEvent());
      expect([status, body['type']]).toEqual([503, 'access-log-unavailable']);
      expect(JSON.stringify(body)).not.toMatch(/Har flyttet|Detaljsen/);
      const refused = await (await subscribed()).subscriber.details(theEvent());
      expect([refused.status, refused.body['type']]).toEqual([503, 'access-log-unavailable']);
    } finally {
      record.mockRestore();
    }
    expect((await subscriber.details(theEvent())).status).toBe(200);
  });

  it('are not answered while the feed is halted, when nobody knows whether the grant was ended since', async () => {
    const { subscriber } = await subscribed({ details: everything });
    const halted = jest.spyOn(Follower.prototype, 'halted', 'get').mockReturnValue('halted by a test');
    try {
      const { status, body } = await subscriber.details(theEvent());
      expect([status, body['type']]).toEqual([503, 'feed-halted']);
    } finally {
      halted.mockRestore();
    }
    expect((await subscriber.details(theEvent())).status).toBe(200);
  });

  it.each([
    ['no token', {}, '?subject=a', 401],
    ['no subject', undefined, '', 400],
    ['a subject of another form', undefined, '?subject=%2E%2E', 400],
  ])('are refused for %s', async (_, headers, query, status) => {
    const { subscriber } = await subscribed({ details: everything });
    const asked = headers ?? { authorization: `Bearer ${subscriber.token}` };
    const answer = await fetch(`${app.url}/v1/events/${withdrawalId}.1/details${query}`, { headers: asked });
    expect(answer.status).toBe(status);
  });

  it('that are texts need a subscriber who may know who has a plan', async () => {
    const terms = {
      name: 'Arkivet',
      types: ['CASE_CLOSED_V1'],
      purpose: 'Arkivering',
      legalBasis: 'ARCHIVES',
    };
    const told = { ...terms, plans: false, begins: 'NOW', details: ['TEXTS'] };
    const { status, body } = await admin.post('/v1/subscriptions', told);
    expect([status, body.type]).toEqual([409, 'subscription/texts-reveal-plan']);
  });

  it('are gone with the keys of the person', async () => {
    const { subscriber } = await subscribed({ details: everything });
    const gone = await steps.person({ givenName: 'Testur', familyName: 'Slettesen' });
    const application = await steps.application(gone, { wish: 'Vil bo hjemme' });
    const event = (await subscriber.all()).find(({ subject }) => subject === application);
    if (event === undefined) throw new Error('The application is not told');
    expect((await subscriber.details(event)).body).toMatchObject({ texts: { wish: 'Vil bo hjemme' } });
    const keys = { tenant: '1576', owner: gone, classes: ['CASE'] as const };
    await app.parts.vault.disposals.destroy({ ...keys, disposalEventId: randomUUID() });
    const { status, body } = await subscriber.details(event);
    expect([status, body['type']]).toEqual([410, 'details-gone']);
    expect(JSON.stringify(body)).not.toContain('Slettesen');
  });

  it('are those that hold now, and gone when it was recorded in error', async () => {
    const { subscriber } = await subscribed({ details: everything });
    const correct = async (more: object) =>
      done(
        await worker.post(`/v1/cases/${caseId}/corrections`, {
          eventId: withdrawalId,
          reason: 'Feil',
          ...more,
        }),
      );
    await correct({ changed: { reason: 'Ombestemte seg' } });
    expect((await subscriber.details(theEvent())).body).toMatchObject({
      texts: { reason: 'Ombestemte seg' },
    });
    await correct({ recordedInError: { reasonCode: 'WRONG_CASE' } });
    const { status, body } = await subscriber.details(theEvent());
    expect([status, body['type']]).toEqual([410, 'details-gone']);
  });
});
