import { randomUUID } from 'node:crypto';
import { ApiClient } from '../support/api-client.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { done, Procedure, testNumber } from './procedure.js';

describe('a command over HTTP', () => {
  let app: TestApp;
  let worker: ApiClient;
  let steps: Procedure;

  beforeAll(async () => {
    app = await startTestApp();
    worker = await ApiClient.as(app.url, 'CASEWORKER');
    steps = new Procedure(worker);
  });
  afterAll(() => app?.stop());

  const keyed = (key = randomUUID()) => ({ headers: { 'idempotency-key': key } });
  const streamOf = (subjectId: string, category: string) =>
    app.parts.store.read(`${category}-1576.${subjectId}`);

  describe('with an Idempotency-Key', () => {
    it('is recorded once and answered the same, whatever the order of its fields', async () => {
      const subjectId = await steps.person();
      const sending = keyed();
      const body = { opening: 'NEED', subjectId, receivedOn: '2026-01-03', channel: 'PHONE' };
      const first = await worker.post('/v1/cases', body, sending);
      const again = await worker.post(
        '/v1/cases',
        Object.fromEntries(Object.entries(body).toReversed()),
        sending,
      );
      expect([again.status, again.body]).toEqual([201, first.body]);
      expect(again.headers.get('etag')).toBe(first.headers.get('etag'));
      expect(again.headers.get('location')).toBe(`/v1/cases/${first.body.caseId}`);
      const recorded = await app.parts.store.read(`case-1576.${first.body.caseId}`);
      expect(recorded.filter(({ type }) => !type.startsWith('Deadline'))).toHaveLength(1);
    });

    it('is refused with another body, and a refused command leaves nothing', async () => {
      const subjectId = await steps.person();
      const path = `/v1/subjects/${subjectId}/consents`;
      const sending = keyed();
      const first = await worker.post(path, { scopes: ['PLAN'], givenBy: 'SUBJECT' }, sending);
      expect(first.status).toBe(201);
      const other = await worker.post(path, { scopes: ['SHARE'], givenBy: 'SUBJECT' }, sending);
      expect(other).toMatchObject({ status: 422, body: { type: 'key-reused' } });
      expect(await streamOf(subjectId, 'coordination')).toHaveLength(1);
    });

    it('may come after a refusal under the same key', async () => {
      const { caseId, subjectId } = await grantedWithoutConsent();
      const sending = keyed();
      const start = () =>
        worker.post(
          `/v1/subjects/${subjectId}/plans`,
          { caseId, withSubject: true, startedOn: '2026-02-03' },
          sending,
        );
      expect((await start()).status).toBe(409);
      await steps.consent(subjectId);
      expect((await start()).status).toBe(201);
    });

    it('registers a person once, and another number under the key is refused', async () => {
      const person = { givenName: 'Testine', familyName: 'Prøvesen', identityNumber: testNumber(10) };
      const sending = keyed();
      const answers = await Promise.all(
        Array.from({ length: 8 }, () => worker.post('/v1/subjects', person, sending)),
      );
      expect(new Set(answers.map(({ status, body }) => JSON.stringify([status, body]))).size).toBe(1);
      expect(answers[0]?.status).toBe(201);
      const other = await worker.post('/v1/subjects', { ...person, identityNumber: testNumber(20) }, sending);
      expect(other).toMatchObject({ status: 422, body: { type: 'key-reused' } });
    });

    it('means another command for another person at the keyboard', async () => {
      const colleague = await ApiClient.as(app.url, 'CASEWORKER', '1576', 'colleague');
      const sending = keyed();
      const person = { givenName: 'Testine', familyName: 'Prøvesen' };
      const [mine, theirs] = await Promise.all([
        worker.post('/v1/subjects', person, sending),
        colleague.post('/v1/subjects', person, sending),
      ]);
      expect(mine?.body.subjectId).not.toBe(theirs?.body.subjectId);
    });
  });

  describe('with If-Match', () => {
    it('is refused when the record has changed since', async () => {
      const subjectId = await steps.person();
      const caseId = await steps.application(subjectId);
      const path = `/v1/cases/${caseId}/mapping-completion`;
      const mapped = { competenceBasis: 'PROFESSION', completedOn: '2026-01-14' };
      const stale = await worker.post(path, mapped, { headers: { 'if-match': '"7"' } });
      expect(stale).toMatchObject({ status: 412, body: { type: 'stale-revision' } });
      const fresh = await worker.post(path, mapped, { headers: { 'if-match': '"0"' } });
      // What the system notes of deadlines in between makes nothing stale.
      expect(fresh.status).toBe(201);
      const { headers } = await worker.get(`/v1/cases/${caseId}?readAfter=${fresh.body.readAfter}`);
      expect(headers.get('etag')).toBe(fresh.headers.get('etag'));
    });

    it('has the ETag of the one stream that it writes: a person’s two records differ', async () => {
      const subjectId = await steps.person();
      await steps.consent(subjectId);
      const { readAfter } = done(
        await worker.post(`/v1/subjects/${subjectId}/consents`, { scopes: ['SHARE'], givenBy: 'SUBJECT' }),
      );
      const person = await worker.get(`/v1/subjects/${subjectId}?readAfter=${readAfter}`);
      const coordination = await worker.get(`/v1/subjects/${subjectId}/coordination?readAfter=${readAfter}`);
      expect([person.headers.get('etag'), coordination.headers.get('etag')]).toEqual(['"0"', '"1"']);
      const revised = await worker.post(
        `/v1/subjects/${subjectId}/consents`,
        { scopes: ['PLAN'], givenBy: 'SUBJECT' },
        { headers: { 'if-match': '"1"' } },
      );
      expect(revised.status).toBe(201);
    });

    it.each<[string, object]>([
      ['withdrawal', { withdrawnBy: 'SUBJECT' }],
      ['corrections', { eventId: 'e', changed: { receivedOn: '2026-01-05' }, reason: 'Skrevet feil.' }],
      ['corrections', { eventId: 'e', recordedInError: { reasonCode: 'OTHER' }, reason: 'Skrevet feil.' }],
    ])('is stale of a case that is not there: %s, %j', async (step, body) => {
      const path = `/v1/cases/${randomUUID()}/${step}`;
      expect(await worker.post(path, body, { headers: { 'if-match': '"0"' } })).toMatchObject({
        status: 412,
        body: { type: 'stale-revision' },
      });
      expect(await worker.post(path, body)).toMatchObject({
        status: 404,
        body: { type: 'casework/no-such-case' },
      });
    });
  });

  describe('sent by 64 at once', () => {
    it('starts one plan', async () => {
      const { caseId, subjectId } = await steps.granted();
      const answers = await Promise.all(
        Array.from({ length: 64 }, () =>
          worker.post(`/v1/subjects/${subjectId}/plans`, {
            caseId,
            withSubject: true,
            startedOn: '2026-02-03',
          }),
        ),
      );
      const started = answers.filter(({ status }) => status === 201);
      expect(started).toHaveLength(1);
      for (const { status } of answers) expect([201, 409, 503]).toContain(status);
      const events = await streamOf(subjectId, 'coordination');
      expect(events.filter(({ type }) => type === 'PlanStarted')).toHaveLength(1);
    });

    it('registers one person a number', async () => {
      const person = { givenName: 'Testine', familyName: 'Samtidig', identityNumber: testNumber(30) };
      const answers = await Promise.all(
        Array.from({ length: 64 }, () => worker.post('/v1/subjects', person)),
      );
      for (const { status } of answers) expect([200, 201, 503]).toContain(status);
      const answered = answers.filter(({ status }) => status !== 503);
      expect(new Set(answered.map(({ body }) => body.subjectId)).size).toBe(1);
      expect(answered.filter(({ status }) => status === 201)).toHaveLength(1);
      expect(await streamOf(answered[0]?.body.subjectId, 'subject')).toHaveLength(1);
    });

    it('leaves a number to others that it was refused for a record that has changed', async () => {
      const identityNumber = testNumber(40);
      const subjectId = await steps.person();
      const linked = await worker.post(
        `/v1/subjects/${subjectId}/identity`,
        { identityNumber },
        { headers: { 'If-Match': '"7"' } },
      );
      expect(linked.status).toBe(412);
      const bjarne = { givenName: 'Bjarne', familyName: 'Prøvesen', identityNumber };
      const { status, body } = await worker.post('/v1/subjects', bjarne);
      expect(status).toBe(201);
      expect(body.subjectId).not.toBe(subjectId);
    });
  });

  it.each([
    [undefined, 'en', 'There is no such case.', 'The body cannot be read as JSON.'],
    ['de', 'en', 'There is no such case.', 'The body cannot be read as JSON.'],
    ['nb-NO, en;q=0.5', 'nb', 'Saken finnes ikke.', 'Innholdet kan ikke leses som JSON.'],
    ['nn', 'nn', 'Saka finst ikkje.', 'Innhaldet kan ikkje lesast som JSON.'],
  ])('is refused, for Accept-Language %s, in %s', async (wanted, language, refusal, fault) => {
    const headers = wanted === undefined ? {} : { 'accept-language': wanted };
    const path = '/v1/cases/no-such/withdrawal';
    const refused = await worker.post(path, { withdrawnBy: 'SUBJECT' }, { headers });
    const malformed = await worker.post(path, undefined, { headers, raw: '{' });
    const told = [refused, malformed].map(({ headers: of, body }) => [
      body.type,
      of.get('content-language'),
      body.detail,
    ]);
    expect(told).toEqual([
      ['casework/no-such-case', language, refusal],
      ['malformed-json', language, fault],
    ]);
  });

  it('is refused for a member who is not there before anybody looks at the day', async () => {
    const path = `/v1/subjects/${await steps.person()}/group/members/${randomUUID()}/departure`;
    for (const leftOn of ['2026-01-05', '2199-12-31']) {
      expect(await worker.post(path, { leftOn, reasonCode: 'OWN_WISH' })).toMatchObject({
        status: 404,
        body: { type: 'coordination/no-such-member' },
      });
    }
  });

  it('is recorded with what it was decided on: the person, the case named, the party, the profile', async () => {
    const { caseId, subjectId } = await steps.granted();
    await steps.plan(subjectId, caseId);
    const partyId = await steps.party('Testa Medlem');
    const joined = { partyId, caseId, memberRole: 'TEACHER', joinedOn: '2026-02-04' };
    done(await worker.post(`/v1/subjects/${subjectId}/group/members`, joined));
    const events = await streamOf(subjectId, 'coordination');
    const { metadata } = events.find(({ type }) => type === 'MemberJoinedGroup') ?? {};
    const basis = metadata?.['basis'] as readonly { readonly stream: string }[];
    expect(basis.map(({ stream }) => stream)).toEqual([
      `subject-1576.${subjectId}`,
      `case-1576.${caseId}`,
      `party-1576.${partyId}`,
      'municipality-1576.profile',
    ]);
  });

  it('is preceded by the registration of who logged in, once, with a sealed name', async () => {
    const somebody = await ApiClient.as(app.url, 'CASEWORKER', '1576', 'first-time');
    await Promise.all(
      Array.from({ length: 5 }, () =>
        somebody.post('/v1/subjects', { givenName: 'Testine', familyName: 'Ny' }),
      ),
    );
    const partyId = await app.parts.vault.parties.partyIdOf({
      tenant: '1576',
      issuer: 'samspor-demo',
      subject: 'first-time',
    });
    const events = await app.parts.store.read(`party-1576.${partyId}`);
    expect(events.map(({ type }) => type)).toEqual(['PartyRegistered']);
    expect(
      JSON.stringify(events, (_key, value: unknown) => (typeof value === 'bigint' ? String(value) : value)),
    ).not.toMatch(/Testine|first-time/);
  });

  it('that registers a party stays with that party under its key', async () => {
    const key = keyed();
    const mine = { kind: 'STAFF', name: 'Testa Ny' };
    const first = await worker.post('/v1/parties', mine, key);
    expect(first.status).toBe(201);
    expect((await worker.post('/v1/parties', mine, key)).body).toEqual(first.body);
    const another = await worker.post('/v1/parties', { ...mine, name: 'Testmund Ansatt' }, key);
    expect([another.status, another.body.type]).toEqual([422, 'key-reused']);
  });

  async function grantedWithoutConsent() {
    const subjectId = await steps.person();
    const caseId = await steps.application(subjectId);
    await steps.decision(caseId, await steps.meeting(caseId));
    return { subjectId, caseId };
  }
});
