import { demoPeople } from '#apps/api/src/auth/demo-people';
import { ApiClient, demoKey } from '../support/api-client.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { Browser } from '../support/browser.js';
import { eventually } from '../support/wait.js';
import { inDays } from '../support/days.js';
import { done, Procedure } from './procedure.js';

let app: TestApp;
let worker: ApiClient;
let coordinator: ApiClient;
let steps: Procedure;
let coordinatorId: string;
beforeAll(async () => {
  app = await startTestApp({ tenants: ['1576', '1577'] });
  worker = await ApiClient.as(app.url, 'CASEWORKER');
  coordinator = await ApiClient.as(app.url, 'COORDINATOR', '1576', 'own-coordinator');
  steps = new Procedure(worker);
  const login = { issuer: 'samspor-demo', subject: 'own-coordinator' };
  coordinatorId = await steps.staffWith(login, 'Testa Koordinator');
}, 120_000);
afterAll(() => app?.stop());

/** The person, logged in. */
async function oneself(subjectId: string | undefined, municipality = '1576'): Promise<ApiClient> {
  const token = { key: demoKey, role: 'SUBJECT', municipality, sub: `own-${subjectId}`, subjectId };
  const { body, status } = await new ApiClient(app.url).post('/demo/token', token);
  expect(status).toBe(201);
  return new ApiClient(app.url, body.accessToken as string);
}

const told = async (client: ApiClient, path: string, readAfter?: string) => {
  const asked = readAfter === undefined ? path : `${path}?readAfter=${readAfter}`;
  return eventually(async () => done(await client.get(asked)));
};

/** Somebody with a coordinator, a plan, a promise and a meeting to come, answered by letter. */
async function served(fields: Readonly<Record<string, unknown>> = {}) {
  const subjectId = await steps.person({ birthDate: '1990-01-02', familyName: 'Egensen', ...fields });
  const consentId = await steps.consent(subjectId);
  const caseId = await steps.application(subjectId);
  await steps.decision(caseId, await steps.meeting(caseId));
  await steps.notification(caseId);
  await steps.coordinator(subjectId, caseId, coordinatorId);
  const planId = await steps.plan(subjectId, caseId);
  const { readAfter } = done(
    await worker.post(`/v1/subjects/${subjectId}/follow-up/promises`, {
      what: 'Ringe Nav om hjelpemidlet',
      by: 'UNIT',
      unit: 'HOME_CARE',
      dueOn: inDays(20),
    }),
  );
  await told(coordinator, `/v1/plans/${planId}`, readAfter);
  const story = { text: 'Jeg vil bo for meg selv', author: 'PERSON' };
  done(await coordinator.post(`/v1/plans/${planId}/own-story`, story));
  const need = { section: 'NEEDS', text: 'Følge til legen', author: 'COORDINATOR', authorId: coordinatorId };
  done(await coordinator.post(`/v1/plans/${planId}/entries`, need));
  const meeting = { meetsOn: inDays(9), startsAt: '10:30', place: 'Helsetunet' };
  const called = done(
    await coordinator.post(`/v1/subjects/${subjectId}/follow-up/meetings`, {
      ...meeting,
      invitedAs: 'SUBJECT',
      preparedWithPerson: 'YES',
      matters: 'Notat bare for koordinatoren',
    }),
  );
  return { subjectId, consentId, caseId, planId, readAfter: called.readAfter as string };
}

describe('the person’s own page', () => {
  it('[H1] shows the coordinator and how to reach them, the plan with whose words, case, letter, consents, promises and the next meeting', async () => {
    const own = await served();
    const contact = { telephone: '00 00 00 01', email: 'testa@eksempel.no' };
    const leader = await ApiClient.as(app.url, 'LEADER');
    const { readAfter } = done(await leader.post(`/v1/parties/${coordinatorId}/contact`, contact));
    const page = await told(await oneself(own.subjectId), '/v1/me', readAfter);
    expect(page).toMatchObject({
      municipality: '1576',
      isYoung: false,
      givenName: 'Testine',
      familyName: 'Egensen',
      coordinators: [
        {
          coordinator: { partyId: coordinatorId, name: 'Testa Koordinator' },
          unit: 'HOME_CARE',
          temporary: false,
          ...contact,
        },
      ],
      plan: {
        planId: own.planId,
        entries: [
          { section: 'OWN_STORY', text: 'Jeg vil bo for meg selv', author: 'PERSON' },
          { section: 'NEEDS', text: 'Følge til legen', author: 'COORDINATOR' },
        ],
      },
      cases: [
        {
          caseId: own.caseId,
          status: 'NOTIFIED',
          answeredOn: '2026-01-29',
          outcomes: [
            { item: 'INDIVIDUAL_PLAN', outcome: 'GRANTED' },
            { item: 'COORDINATOR', outcome: 'GRANTED' },
          ],
        },
      ],
      letters: [{ matter: 'DECISION', sentOn: '2026-01-29', documentId: null }],
      consents: [{ consentId: own.consentId, holds: true, givenBy: 'SUBJECT', validUntil: null }],
      promises: [{ what: 'Ringe Nav om hjelpemidlet', by: 'UNIT', unit: 'HOME_CARE', state: 'OPEN' }],
      nextMeeting: { meetsOn: inDays(9), startsAt: '10:30', place: 'Helsetunet' },
    });
    // What the unit wrote for itself stays there.
    expect(JSON.stringify(page)).not.toMatch(/Notat bare|Behovet varer|Tre tjenester/);
  }, 60_000);

  it('opens no other person’s page, plan, letter or log, and nothing that is the unit’s', async () => {
    const own = await served();
    const other = await served({ familyName: 'Annensen' });
    const client = await oneself(own.subjectId);
    await told(client, '/v1/me', other.readAfter);
    const paths = [`subjects/${other.subjectId}/own-page`, `me/letters/${other.caseId}`];
    for (const path of paths) expect([path, (await client.get(`/v1/${path}`)).status]).toEqual([path, 404]);
    const units = [
      ...[own, other].flatMap(({ subjectId, caseId, planId }) => [
        `subjects/${subjectId}`,
        `subjects/${subjectId}/coordination`,
        `subjects/${subjectId}/follow-up`,
        `subjects/${subjectId}/access-log`,
        `cases/${caseId}`,
        `cases/${caseId}/audit-trail`,
        `plans/${planId}`,
      ]),
      'cases',
      'coordination',
      'tasks',
      'promises',
      'staff',
      'contact-cards',
      'access-log',
    ];
    for (const path of units) expect([path, (await client.get(`/v1/${path}`)).status]).toEqual([path, 403]);
    expect((await client.post(`/v1/subjects/${own.subjectId}/consents`, {})).status).toBe(403);
    expect((await client.post('/v1/person-searches', { name: 'Annensen' })).status).toBe(403);
    const log = await told(client, '/v1/me/access-log');
    expect(JSON.stringify(log)).not.toContain(other.subjectId);
    expect(JSON.stringify(log)).not.toContain('Annensen');
  }, 60_000);

  it('of another municipality shows nothing of what was registered in this one', async () => {
    const { subjectId } = await served();
    const elsewhere = await oneself(subjectId, '1577');
    expect((await elsewhere.get('/v1/me')).body.detail).toMatch(/registered nothing that is yours/);
    const header = { headers: { 'samspor-municipality': '1576' } };
    expect((await elsewhere.get('/v1/me', header)).status).toBe(403);
    expect((await (await oneself(undefined)).get('/v1/me')).status).toBe(404);
  }, 60_000);

  it('says who has looked, oneself among them, in the same words as the unit’s log', async () => {
    const { subjectId, readAfter } = await served();
    await told(worker, `/v1/subjects/${subjectId}`, readAfter);
    const client = await oneself(subjectId);
    await told(client, '/v1/me', readAfter);
    const { entries } = await told(client, '/v1/me/access-log');
    expect(entries.slice(0, 2)).toMatchObject([
      { role: 'SUBJECT', what: 'ownPage', purpose: 'OWN_PAGE', outcome: 'SHOWN' },
      { role: 'CASEWORKER', what: 'person', purpose: 'CASEWORK', name: 'Testine Saksbehandler' },
    ]);
    const leader = await ApiClient.as(app.url, 'LEADER');
    const kept = await told(leader, `/v1/subjects/${subjectId}/access-log`);
    expect(kept.entries.filter(({ what }: { what: string }) => what === 'ownPage')).toHaveLength(2);
  }, 60_000);

  it('tells no answer before it was sent', async () => {
    const subjectId = await steps.person({ birthDate: '1990-01-02' });
    const caseId = await steps.application(subjectId);
    const { readAfter } = await steps.decision(caseId, await steps.meeting(caseId));
    const { cases, letters } = await told(await oneself(subjectId), '/v1/me', readAfter);
    expect(cases).toMatchObject([{ status: 'DECIDED_NOT_NOTIFIED', answeredOn: null, outcomes: [] }]);
    expect(letters).toEqual([]);
  }, 60_000);

  it('is for whoever is 12 or older, each spoken to by age', async () => {
    const born = (years: number) => `${Number(inDays(0).slice(0, 4)) - years}${inDays(0).slice(4)}`;
    const ages: unknown[] = [];
    for (const years of [11, 13, 17]) {
      const birthDate = born(years).replace('-02-29', '-02-28');
      const { subjectId, readAfter } = done(
        await worker.post('/v1/subjects', { givenName: 'Ungtest', familyName: 'Alderen', birthDate }),
      );
      const client = await oneself(subjectId);
      const { status, body } = await client.get(`/v1/me?readAfter=${readAfter}`);
      ages.push(status === 200 ? body.isYoung : [status, body.type]);
      if (years === 11) expect((await client.get('/v1/me/access-log')).status).toBe(403);
    }
    expect(ages).toEqual([[403, 'forbidden'], true, false]);
  }, 60_000);

  it('goes on under the registration that a person’s was merged into, and is closed when the person is dead', async () => {
    const first = await served();
    const second = await steps.person({ birthDate: '1990-01-02', familyName: 'Tosen' });
    const merged = done(
      await worker.post(`/v1/subjects/${second}/merge`, {
        survivorId: first.subjectId,
        reason: 'Registrert to ganger',
      }),
    );
    const client = await oneself(second);
    const page = await told(client, '/v1/me', merged.readAfter);
    expect(page).toMatchObject({ familyName: 'Egensen', plan: { planId: first.planId } });
    const death = { diedOn: inDays(-1), source: 'NEXT_OF_KIN' };
    const { readAfter } = done(await worker.post(`/v1/subjects/${first.subjectId}/death`, death));
    const { status, body } = await client.get(`/v1/me?readAfter=${readAfter}`);
    expect([status, body.detail]).toEqual([404, expect.stringMatching(/closed/)]);
    expect((await client.get('/v1/me/access-log')).status).toBe(404);
  }, 60_000);

  it('is printed by whoever coordinates, and by nobody else', async () => {
    const { subjectId, planId, readAfter } = await served();
    const path = `/v1/subjects/${subjectId}/own-page`;
    const page = await told(coordinator, path, readAfter);
    expect(page).toMatchObject({ familyName: 'Egensen', plan: { planId } });
    const another = await ApiClient.as(app.url, 'COORDINATOR', '1576', 'own-another');
    expect((await another.get(path)).status).toBe(404);
    expect((await worker.get(path)).status).toBe(403);
    expect((await coordinator.get('/v1/me')).status).toBe(403);
  }, 60_000);
});

describe('a demonstration', () => {
  it('lets one be an invented person whom the municipality has registered, found by number as at a provider', async () => {
    const asked = async () => {
      const browser = new Browser(app.url);
      await browser.post('/session/demonstration', { key: demoKey });
      const { status, body } = await browser.post('/session/place', {
        municipality: '1576',
        sub: 'demo-subject',
      });
      return { browser, status, body };
    };
    const before = await asked();
    expect([before.status, before.body.errors?.[0]?.path]).toEqual([400, 'sub']);
    const identityNumber = demoPeople.find(({ sub }) => sub === 'demo-subject')?.identityNumber;
    const { subjectId, readAfter } = done(
      await worker.post('/v1/subjects', { givenName: 'Tenkeline', familyName: 'Tenkelien', identityNumber }),
    );
    const { browser, status } = await asked();
    expect(status).toBe(204);
    const { body } = await browser.get('/session');
    expect(body).toMatchObject({
      signedIn: true,
      name: 'Tenkeline Tenkelien',
      roles: ['SUBJECT'],
      units: [],
    });
    expect(JSON.stringify(body)).not.toMatch(new RegExp(`${subjectId}|${identityNumber}`));
    const own = await eventually(async () => done(await browser.get(`/v1/me?readAfter=${readAfter}`)));
    expect(own.givenName).toBe('Tenkeline');
    const { body: choices } = await browser.get('/session/demonstration');
    expect(JSON.stringify(choices)).not.toContain(String(identityNumber));
  }, 60_000);
});
