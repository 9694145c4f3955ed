import { ApiClient } from '../support/api-client.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { done } from './procedure.js';

let app: TestApp;
let admin: ApiClient;

beforeAll(async () => {
  app = await startTestApp();
  admin = await ApiClient.as(app.url, 'ADMIN');
});
afterAll(() => app?.stop());

const terms = {
  types: ['CASE_DECISION_MADE_V1', 'CASE_CLOSED_V1'],
  plans: false,
  purpose: 'Arkivering av saker',
  legalBasis: 'ARCHIVES',
};
const granted = async (more: object = {}) =>
  done(await admin.post('/v1/subscriptions', { name: 'Arkivet', ...terms, begins: 'ORIGIN', ...more }))
    .subscriptionId as string;

describe('subscriptions', () => {
  it('are granted, changed, paused, resumed and revoked, with a trail in both languages', async () => {
    const id = await granted();
    const at = `/v1/subscriptions/${id}`;
    done(await admin.post(`${at}/changes`, { ...terms, plans: true }));
    done(await admin.post(`${at}/pause`, { reason: 'Vedlikehold' }));
    done(await admin.post(`${at}/resumption`, {}));
    const { readAfter } = done(await admin.post(`${at}/revocation`, { reason: 'Byttet system' }));
    const { subscriptions } = done(await admin.get(`/v1/subscriptions?readAfter=${readAfter}`));
    expect(subscriptions.find((one: { subscriptionId: string }) => one.subscriptionId === id)).toMatchObject({
      name: 'Arkivet',
      purpose: 'Arkivering av saker',
      plans: true,
      version: 2,
      isPaused: false,
      revokedOn: expect.stringMatching(/^\d{4}-/),
      lagEvents: null,
    });
    for (const [language, word] of [
      ['nb', 'Vedtak er fattet'],
      ['nn', 'Vedtak er fatta'],
    ] as const) {
      const trail = await admin.get('/v1/subscriptions/audit-trail', {
        headers: { 'accept-language': language },
      });
      const sentences = done(trail)
        .entries.map(({ sentence }: { sentence: string }) => sentence)
        .join('\n');
      for (const text of [word, 'Arkivering av saker', 'Byttet system', 'Vedlikehold']) {
        expect(sentences).toContain(text);
      }
    }
  });

  it('are refused what may not leave, and to whoever is no administrator', async () => {
    expect(
      await admin.post('/v1/subscriptions', {
        name: 'Portalen',
        ...terms,
        types: ['COORDINATION_PLAN_STARTED_V1'],
        begins: 'NOW',
      }),
    ).toMatchObject({
      status: 409,
      body: { type: 'subscription/reveals-plan' },
    });
    const worker = await ApiClient.as(app.url, 'CASEWORKER');
    expect(
      (await worker.post('/v1/subscriptions', { name: 'Portalen', ...terms, begins: 'NOW' })).status,
    ).toBe(403);
    expect((await worker.get('/v1/subscriptions')).status).toBe(403);
  });

  it('get a secret that is told once, the same for a repeat, and kept as a digest', async () => {
    const at = `/v1/subscriptions/${await granted()}/secrets`;
    const headers = { 'idempotency-key': '0f2f3f5e-6d2c-4d6f-9c38-6a3b8f1f5a21' };
    const first = done(await admin.post(at, {}, { headers }));
    expect(done(await admin.post(at, {}, { headers })).clientSecret).toBe(first.clientSecret);
    const { vault } = app.parts;
    const tenantOf = (secret: string, now = Date.now()) =>
      vault.subscribers.tenantOf(first.clientId, secret, now);
    expect(await tenantOf(first.clientSecret)).toBe('1576');
    const second = done(await admin.post(at, { overlapHours: 2 }));
    expect(second.clientSecret).not.toBe(first.clientSecret);
    expect(await tenantOf(first.clientSecret)).toBe('1576');
    expect(await tenantOf(first.clientSecret, Date.now() + 3 * 3_600_000)).toBeUndefined();
    expect(await tenantOf(second.clientSecret, Date.now() + 3 * 3_600_000)).toBe('1576');
    expect(await tenantOf('a guess')).toBeUndefined();
  });
});
