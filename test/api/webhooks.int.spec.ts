import { Planted } from '../faults/planted.js';
import { ApiClient } from '../support/api-client.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { HookReceiver } from '../support/hook-receiver.js';
import { subscribersCli } from '../support/subscribers-cli.js';
import { eventually } from '../support/wait.js';
import { done, Procedure } from './procedure.js';

let app: TestApp;
let admin: ApiClient;
let steps: Procedure;
const receivers: HookReceiver[] = [];

beforeAll(async () => {
  app = await startTestApp({ tenants: ['1576', '3403'] });
  admin = await ApiClient.as(app.url, 'ADMIN');
  steps = new Procedure(await ApiClient.as(app.url, 'CASEWORKER'));
});
afterAll(async () => {
  await Promise.all(receivers.map((one) => one.stop()));
  await app?.stop();
});

async function receiver(): Promise<HookReceiver> {
  const one = await HookReceiver.start();
  receivers.push(one);
  return one;
}
async function subscription(more: object = {}): Promise<string> {
  const types = Object.keys(done(await admin.get('/v1/labels')).labels.publicEventType as object);
  const terms = { types, plans: true, purpose: 'Prøve', legalBasis: 'CONSENT', begins: 'ORIGIN' };
  return done(await admin.post('/v1/subscriptions', { name: 'Portalen', ...terms, ...more })).subscriptionId;
}
const register = async (subscriptionId: string, url: string, more: object = {}) =>
  done(
    await admin.post(`/v1/subscriptions/${subscriptionId}/webhooks`, {
      url,
      contactRole: 'ADMIN',
      begins: 'ORIGIN',
      ...more,
    }),
  ) as { readonly endpointId: string; readonly secret: string };
interface Shown {
  readonly endpointId: string;
  readonly [field: string]: unknown;
}
const standing = async (endpointId: string): Promise<Shown> => {
  const { webhooks } = done(await admin.get('/v1/webhooks')) as { readonly webhooks: readonly Shown[] };
  return webhooks.find((one) => one.endpointId === endpointId) ?? { endpointId: 'none' };
};

describe('a receiver', () => {
  it('is sent the same events as the pages have, in order, signed with a secret that is told once', async () => {
    const { caseId } = await steps.granted();
    const at = await receiver();
    const subscriptionId = await subscription();
    const { endpointId, secret } = await register(subscriptionId, at.url);
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    await eventually(() =>
      expect(at.events.filter(({ subject }) => subject === caseId).length).toBeGreaterThan(2),
    );
    const told = at.events.filter(({ subject }) => subject === caseId);
    expect(told.map(({ sequence }) => Number(sequence))).toEqual(told.map((_, index) => index + 1));
    expect(at.bodies.map((_, index) => at.believes(secret, index))).toEqual(at.bodies.map(() => true));
    expect(at.headers.map((headers) => headers['webhook-id'])).toEqual(at.events.map(({ id }) => id));
    expect(at.headers[0]?.['content-type']).toBe('application/cloudevents+json; charset=utf-8');
    const shown = JSON.stringify(done(await admin.get('/v1/webhooks')));
    expect(shown).not.toContain(secret.slice(6));
    await eventually(async () =>
      expect(await standing(endpointId)).toMatchObject({ waiting: 0, parked: 0, fault: null, lagEvents: 0 }),
    );
    expect(await standing(endpointId)).toMatchObject({ url: at.url, taken: at.bodies.length });
  });

  it('believes a new secret at once, and the one before until its time is over', async () => {
    const at = await receiver();
    const { endpointId, secret: former } = await register(await subscription(), at.url, { begins: 'NOW' });
    const rotated = done(await admin.post(`/v1/webhooks/${endpointId}/secrets`, { overlapHours: 1 }));
    done(await admin.post(`/v1/webhooks/${endpointId}/tests`, {}));
    await eventually(() => expect(at.bodies).toHaveLength(1));
    expect(at.events[0]?.type).toBe('no.samspor.webhook.tested.v1');
    expect([at.believes(former, 0), at.believes(rotated.secret, 0)]).toEqual([true, true]);
    const another = await register(await subscription(), at.url, { begins: 'NOW' });
    expect(at.believes(another.secret, 0)).toBe(false);
  });

  it('gets what it did not take, and what came behind it in the case, when that is asked; others go on meanwhile', async () => {
    const [bad, good] = [await receiver(), await receiver()];
    bad.answers = (reply) => void reply.writeHead(500).end('x'.repeat(100_000));
    const subscriptionId = await subscription({ begins: 'NOW' });
    const first = await register(subscriptionId, bad.url);
    await register(subscriptionId, good.url);
    const { caseId } = await steps.granted();
    await eventually(() => expect(good.events.length).toBeGreaterThan(2));
    await eventually(async () =>
      expect(await standing(first.endpointId)).toMatchObject({ fault: 'STATUS 500', taken: 0 }),
    );
    bad.answers = (reply) => void reply.writeHead(200).end();
    bad.bodies.length = 0;
    done(await admin.post(`/v1/webhooks/${first.endpointId}/replays`, { from: 'PARKED' }));
    await eventually(() => expect(bad.events.length).toBeGreaterThanOrEqual(good.events.length));
    const ofCase = (all: HookReceiver) =>
      all.events.flatMap(({ subject, id }) => (subject === caseId ? [id] : []));
    expect(ofCase(bad)).toEqual(ofCase(good));
    await eventually(async () =>
      expect(await standing(first.endpointId)).toMatchObject({ waiting: 0, failingSince: null }),
    );
  });

  it('is sent everything once more from a place or a day', async () => {
    const at = await receiver();
    const { endpointId } = await register(await subscription(), at.url);
    await steps.granted();
    const has = async () => (await standing(endpointId))['lagEvents'];
    await eventually(async () => expect(await has()).toBe(0));
    const first = at.events.length;
    done(await admin.post(`/v1/webhooks/${endpointId}/replays`, { from: 'DATE', fromOn: '2020-01-01' }));
    await eventually(() => expect(at.events.length).toBe(2 * first));
    expect(
      at.events
        .slice(first)
        .map(({ id }) => id)
        .toSorted(),
    ).toEqual(
      at.events
        .slice(0, first)
        .map(({ id }) => id)
        .toSorted(),
    );
    const place = { from: 'PLACE', after: 'A'.repeat(150) };
    expect((await admin.post(`/v1/webhooks/${endpointId}/replays`, place)).status).toBe(400);
  });

  it('is sent nothing while it or its subscription is paused, and then what came meanwhile', async () => {
    const at = await receiver();
    const subscriptionId = await subscription({ begins: 'NOW' });
    const { endpointId } = await register(subscriptionId, at.url);
    done(await admin.post(`/v1/webhooks/${endpointId}/pause`, { reason: 'Flytting' }));
    await steps.granted();
    expect(await standing(endpointId)).toMatchObject({ pausedFor: 'STAFF', taken: 0 });
    expect((await admin.post(`/v1/webhooks/${endpointId}/tests`, {})).body.type).toBe(
      'subscription/webhook-is-paused',
    );
    done(await admin.post(`/v1/subscriptions/${subscriptionId}/pause`, {}));
    done(await admin.post(`/v1/webhooks/${endpointId}/resumption`, {}));
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(at.bodies).toEqual([]);
    done(await admin.post(`/v1/subscriptions/${subscriptionId}/resumption`, {}));
    await eventually(() => expect(at.bodies.length).toBeGreaterThan(2));
  });

  it('that says that it is gone is paused, which stands in the history', async () => {
    const at = await receiver();
    at.answers = (reply) => void reply.writeHead(410).end();
    const { endpointId } = await register(await subscription(), at.url);
    await steps.granted();
    await eventually(async () => expect(await standing(endpointId)).toMatchObject({ pausedFor: 'GONE' }));
    const { entries } = done(await admin.get('/v1/subscriptions/audit-trail?limit=200'));
    expect(JSON.stringify(entries)).toContain('svarte at adressen ikke finnes lenger (410)');
    expect(app.logged.filter((line) => line.includes(endpointId))).toEqual([
      expect.stringContaining('its address is gone'),
    ]);
  });

  it('that was paused since it took nothing waits for an administrator until it goes on, is removed, or may see no more', async () => {
    const at = await receiver();
    at.answers = (reply) => void reply.writeHead(410).end();
    const subscriptionId = await subscription();
    const { endpointId } = await register(subscriptionId, at.url, { begins: 'NOW' });
    const leader = await ApiClient.as(app.url, 'LEADER');
    const waiting = async (client = admin, query = '') =>
      (done(await client.get(`/v1/tasks?limit=200&kind=RECEIVER_FAILED${query}`)).tasks as object[]).filter(
        (task) => JSON.stringify(task).includes(endpointId),
      );
    const failsAnew = async () => {
      done(await admin.post(`/v1/webhooks/${endpointId}/tests`, {}));
      await eventually(async () => expect(await waiting()).toHaveLength(1));
    };
    done(await admin.post(`/v1/webhooks/${endpointId}/pause`, {}));
    done(await admin.post(`/v1/webhooks/${endpointId}/resumption`, {}));
    expect(await waiting()).toEqual([]);
    await failsAnew();
    const [task] = await waiting();
    expect(task).toMatchObject({
      kind: 'RECEIVER_FAILED',
      label: { nb: 'en mottaker av hendelser tar ikke imot' },
      days: 0,
      subject: null,
      for: { party: null, unit: null, role: 'ADMIN' },
      step: { method: 'POST', path: `/v1/webhooks/${endpointId}/resumption` },
    });
    const { why } = task as { readonly why: Readonly<Record<string, string>> };
    expect(why['nb']).toContain('den svarte at adressen ikke finnes lenger (410)');
    expect(why['nn']).toContain('han svarte at adressa ikkje finst lenger (410)');
    expect(await waiting(admin, '&mine=true')).toHaveLength(1);
    expect(await waiting(leader)).toHaveLength(1);
    expect(await waiting(leader, '&mine=true')).toEqual([]);
    expect(await waiting(await ApiClient.as(app.url, 'CASEWORKER'))).toEqual([]);
    expect(await waiting(await ApiClient.as(app.url, 'ADMIN', '3403'))).toEqual([]);
    const { total } = done(await admin.get('/v1/tasks/counts'));
    const all = done(await admin.get('/v1/tasks?limit=200')).tasks as readonly { readonly kind: string }[];
    expect([...new Set(all.map(({ kind }) => kind))]).toEqual(['RECEIVER_FAILED']);
    expect(total).toEqual({ all: all.length, mine: all.length, overdue: 0 });

    at.answers = (reply) => void reply.writeHead(204).end();
    done(await admin.post(`/v1/webhooks/${endpointId}/resumption`, {}));
    await eventually(async () => {
      expect(await waiting()).toEqual([]);
      expect(await standing(endpointId)).toMatchObject({ waiting: 0, pausedFor: null });
    });
    at.answers = (reply) => void reply.writeHead(410).end();
    await failsAnew();
    done(await admin.post(`/v1/webhooks/${endpointId}/removal`, {}));
    await eventually(async () => expect(await waiting()).toEqual([]));
  });

  it('of a subscription that has ended, or was revoked, waits for nobody', async () => {
    const at = await receiver();
    at.answers = (reply) => void reply.writeHead(410).end();
    const subscriptionId = await subscription({ validFrom: '2026-01-01' });
    const { endpointId } = await register(subscriptionId, at.url, { begins: 'NOW' });
    done(await admin.post(`/v1/webhooks/${endpointId}/tests`, {}));
    const kinds = async () => JSON.stringify(done(await admin.get('/v1/tasks?limit=200')).tasks);
    await eventually(async () => expect(await kinds()).toContain(endpointId));
    const terms = {
      types: ['CASE_DECISION_MADE_V1'],
      plans: false,
      purpose: 'Prøve',
      legalBasis: 'CONSENT',
    };
    const change = (more: object) =>
      admin.post(`/v1/subscriptions/${subscriptionId}/changes`, { ...terms, ...more });
    done(await change({ validUntil: '2026-01-02' }));
    await eventually(async () => expect(await kinds()).not.toContain(endpointId));
    done(await change({}));
    await eventually(async () => expect(await kinds()).toContain(endpointId));
    done(await admin.post(`/v1/subscriptions/${subscriptionId}/revocation`, {}));
    await eventually(async () => expect(await kinds()).not.toContain(endpointId));
  });

  it('is nowhere any more when it is removed', async () => {
    const at = await receiver();
    at.answers = (reply) => void reply.writeHead(500).end();
    const { endpointId } = await register(await subscription(), at.url);
    await steps.granted();
    await eventually(async () => expect((await standing(endpointId))['fault']).toBe('STATUS 500'));
    done(await admin.post(`/v1/webhooks/${endpointId}/removal`, {}));
    const { webhooks } = app.parts.vault;
    await eventually(async () => {
      expect((await webhooks.placesIn('1576')).has(endpointId)).toBe(false);
      expect(await webhooks.waitingFor({ tenant: '1576', endpointId })).toEqual([]);
    });
  });

  it('is one of the municipality: nobody of another sees or touches it', async () => {
    const at = await receiver();
    const { endpointId } = await register(await subscription(), at.url, { begins: 'NOW' });
    const other = await ApiClient.as(app.url, 'ADMIN', '3403');
    expect(done(await other.get('/v1/webhooks')).webhooks).toEqual([]);
    expect((await other.post(`/v1/webhooks/${endpointId}/pause`, {})).status).toBe(404);
    const leader = await ApiClient.as(app.url, 'LEADER');
    expect((await leader.get('/v1/webhooks')).status).toBe(200);
    expect((await leader.post(`/v1/webhooks/${endpointId}/pause`, {})).status).toBe(403);
  });
});

describe('samspor subscribers, of receivers', () => {
  it('lists them, and tests, pauses, resumes, rotates, replays and removes one', async () => {
    const at = await receiver();
    const { endpointId } = await register(await subscription(), at.url);
    await steps.granted();
    const cli = (...args: readonly string[]) => subscribersCli(app, ...args);
    const about = (name: string, ...args: readonly string[]) => cli(name, '--webhook', endpointId, ...args);
    const settled = (sent: number) =>
      eventually(async () => {
        expect(at.bodies).toHaveLength(sent);
        expect(await standing(endpointId)).toMatchObject({
          waiting: 0,
          lagEvents: 0,
          taken: at.bodies.length,
        });
      });
    await eventually(async () =>
      expect(await standing(endpointId)).toMatchObject({ waiting: 0, lagEvents: 0 }),
    );
    const all = at.bodies.length;
    expect(all).toBeGreaterThan(2);
    expect(await cli('webhooks')).toContain(`${endpointId}  RUNNING  ${at.url}\n  taken ${all}, last 20`);

    await about('pause-webhook');
    expect(await cli('webhooks')).toContain(`${endpointId}  STAFF  ${at.url}`);
    await expect(about('test')).rejects.toMatchObject({ code: 'subscription/webhook-is-paused' });
    await about('resume-webhook');

    const [, secret = ''] =
      /^WEBHOOK_SECRET=(whsec_\S+)$/m.exec(await about('rotate', '--overlap-hours', '1')) ?? [];
    expect(await about('test')).toBe('WebhookTested is recorded.\n');
    await settled(all + 1);
    expect(at.believes(secret, all)).toBe(true);

    await about('replay', '--from', 'ORIGIN');
    await settled(2 * all + 1);
    await expect(about('replay', '--from', 'DATE')).rejects.toThrow();
    await about('remove-webhook');
    expect(await cli('webhooks')).toContain(`${endpointId}  removed on 20`);
    await expect(cli('test', '--webhook', 'none')).rejects.toThrow();
  });
});

describe('an address that may not be reached', () => {
  it.each([
    ['https://10.0.0.1/x', 'REFUSED_ADDRESS'],
    ['https://[::ffff:10.0.0.1]/x', 'REFUSED_ADDRESS'],
    ['http://93.184.216.34/x', 'PLAIN_HTTP'],
  ])('%s is told of as %s', async (url, fault) => {
    const { endpointId } = await register(await subscription(), url, { begins: 'NOW' });
    done(await admin.post(`/v1/webhooks/${endpointId}/tests`, {}));
    await eventually(async () => expect(await standing(endpointId)).toMatchObject({ fault, waiting: 1 }));
  });

  it.each(['ftp://a.example/', 'https://a:b@c.example/', 'nonsense'])('%s is not registered', async (url) => {
    const body = { url, contactRole: 'ADMIN', begins: 'NOW' };
    const { status, body: problem } = await admin.post(
      `/v1/subscriptions/${await subscription()}/webhooks`,
      body,
    );
    expect([status, problem.type]).toEqual([409, 'subscription/webhook-address']);
  });
});

describe('what is sent, kept and logged', () => {
  it('has nothing of what anybody wrote', async () => {
    const planted = new Planted();
    const text = () => planted.text();
    const [good, bad] = [await receiver(), await receiver()];
    bad.answers = (reply) => void reply.writeHead(500).end(planted.text());
    const subscriptionId = await subscription({ name: text(), purpose: text(), begins: 'NOW' });
    await register(subscriptionId, good.url);
    const { endpointId } = await register(subscriptionId, bad.url);
    const subjectId = await steps.person({ givenName: text(), familyName: text() });
    await steps.consent(subjectId);
    await steps.application(subjectId, { wish: text() });
    await eventually(() => expect(good.bodies.length).toBeGreaterThan(1));
    await eventually(async () => expect((await standing(endpointId))['fault']).toBe('STATUS 500'));
    const kept = await app.parts.vault.webhooks.waitingFor({ tenant: '1576', endpointId });
    expect(kept.length).toBeGreaterThan(0);
    const sent = [
      ...good.bodies,
      ...bad.bodies,
      ...app.logged,
      ...kept.map((one) => JSON.stringify(one, bigints)),
    ];
    expect(planted.foundIn(Buffer.from(sent.join('\n')))).toEqual([]);
    const metrics = await (await fetch(`${app.url}/metrics`)).text();
    expect(metrics).toMatch(/samspor_webhook_messages_total\{outcome="taken"\} [1-9]/);
  });
});

const bigints = (_: string, value: unknown) => (typeof value === 'bigint' ? String(value) : value);
