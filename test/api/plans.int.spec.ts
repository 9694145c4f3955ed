import { planSections } from '#plan';
import { ApiClient } from '../support/api-client.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { inDays } from '../support/days.js';
import { eventually } from '../support/wait.js';
import { done, Procedure } from './procedure.js';

type Fields = Readonly<Record<string, unknown>>;

const story = 'Jeg har alltid bodd ved sjøen.';

/** A coordinator, a physiotherapist with whom something is shared, a stranger, and those of the unit. */
describe('A plan', () => {
  let app: TestApp;
  let worker: ApiClient;
  let steps: Procedure;
  let coordinator: ApiClient;
  let coordinatorId: string;
  let reader: ApiClient;
  let readerId: string;
  let leader: ApiClient;

  beforeAll(async () => {
    app = await startTestApp({ tenants: ['1576', '9999'] });
    worker = await ApiClient.as(app.url, 'CASEWORKER');
    steps = new Procedure(worker);
    const staff = async (sub: string, role: string, name: string) => {
      const partyId = await steps.staffWith({ issuer: 'samspor-demo', subject: sub }, name);
      return [await ApiClient.as(app.url, role, '1576', sub), partyId] as const;
    };
    [coordinator, coordinatorId] = await staff('plan-coordinator', 'COORDINATOR', 'Testa Koordinator');
    [reader, readerId] = await staff('plan-reader', 'SERVICE_OFFICE', 'Testo Fysioterapeut');
    const { body } = await new ApiClient(app.url).post('/demo/token', {
      key: 'the-start-key-of-a-test',
      role: 'UNIT_LEADER',
      municipality: '1576',
      sub: 'plan-leader',
      unit: 'HOME_CARE',
    });
    leader = new ApiClient(app.url, body.accessToken as string);
  }, 120_000);
  afterAll(() => app?.stop());

  async function begun(person: Fields = {}) {
    const { subjectId, caseId } = await steps.granted(person);
    const appointmentId = await steps.coordinator(subjectId, caseId, coordinatorId);
    const planId = await steps.plan(subjectId, caseId);
    const at = `/v1/plans/${planId}`;
    const write = async (path: string, body: Fields, by = coordinator) =>
      done(await by.post(`${at}/${path}`, body));
    const share = async (sections: readonly string[], fields: Fields = {}) => {
      const { consentId } = done(
        await worker.post(`/v1/subjects/${subjectId}/consents`, {
          scopes: ['SHARE'],
          givenBy: 'SUBJECT',
          recipientIds: [readerId],
          sections,
          ...fields,
        }),
      );
      const given = { partyId: readerId, sections, until: '2098-12-31', consentId };
      return { consentId, ...(await write('accesses', given)) } as {
        readonly consentId: string;
        readonly accessId: string;
        readonly readAfter: string;
      };
    };
    const read = (by: ApiClient, readAfter: string) => by.get(`${at}?readAfter=${readAfter}`);
    return { subjectId, caseId, planId, appointmentId, at, write, share, read };
  }

  it('is there and empty for whoever coordinates before anything is written', async () => {
    const { at } = await begun();
    const body = await eventually(async () => done(await coordinator.get(at)));
    expect(body).toMatchObject({ isWhole: true, entries: [], goals: [], startedOn: '2026-02-03' });
    expect(body.sections.toSorted()).toEqual([...planSections.codes].toSorted());
    const lacking = body.contents.filter((one: { lacks: string[] }) => one.lacks.length > 0);
    expect(lacking.map((one: { content: string }) => one.content)).toEqual([
      'A',
      'B',
      'D',
      'E',
      'F',
      'G',
      'I',
    ]);
  });

  it('has entries by their authors and the person’s own story (H12, F8, A5)', async () => {
    const { write, read } = await begun();
    await write('own-story', { text: story, author: 'PERSON' });
    const { entryId } = await write('entries', {
      section: 'RESOURCES',
      text: 'Sterk',
      author: 'COORDINATOR',
      authorId: coordinatorId,
    });
    const { readAfter } = await write(`entries/${entryId}/change`, { text: 'Sterk og blid', author: 'KIN' });
    const { body } = await read(coordinator, readAfter);
    expect(body.entries).toMatchObject([
      { section: 'OWN_STORY', text: story, author: 'PERSON', namedAuthor: null },
      { section: 'RESOURCES', text: 'Sterk og blid', author: 'KIN', namedAuthor: null },
    ]);
  });

  it('shows nothing of an entry that was taken back, in its history neither (F18)', async () => {
    const { at, write, read } = await begun();
    const { entryId } = await write('own-story', { text: story, author: 'PERSON' });
    const { readAfter } = await write(`entries/${entryId}/taking-back`, { takenBackBy: 'PERSON' });
    const { body } = await read(coordinator, readAfter);
    expect(JSON.stringify(body)).not.toContain(story);
    const trail = await coordinator.get(`${at}/audit-trail?readAfter=${readAfter}&withFields=true`);
    expect(trail.body.entries).toHaveLength(2);
    expect(JSON.stringify(trail.body)).not.toContain(story);
    const again = await coordinator.post(`${at}/entries/${entryId}/change`, { text: 'x', author: 'PERSON' });
    expect(again.status).toBe(404);
  });

  it('tells what is new in each version, field by field, and nothing of what was taken back (F17, F18)', async () => {
    const { at, write, share, read } = await begun();
    const told = await write('own-story', { text: story, author: 'PERSON' });
    const needs = { section: 'NEEDS', text: 'Følge til legen', author: 'COORDINATOR' };
    const { entryId } = await write('entries', needs);
    const { goalId } = await write('goals', { kind: 'MAIN', text: 'Bo hjemme', author: 'PERSON' });
    await write('versions', {});
    await write(`entries/${entryId}/change`, { text: 'Følge hver uke', author: 'COORDINATOR' });
    await write(`goals/${goalId}/reaching`, {});
    await write('entries', { section: 'HOW', text: 'Hver mandag', author: 'COORDINATOR' });
    await write('versions', {});
    await write('entries', { section: 'HOW', text: 'Ikke i noen versjon', author: 'COORDINATOR' });
    const newIn = async (version: number, by = coordinator, readAfter = '') =>
      done(await by.get(`${at}/versions/${version}${readAfter && `?readAfter=${readAfter}`}`));
    const { readAfter: shared } = await share(['GOALS']);
    expect(await newIn(2, coordinator, shared)).toMatchObject({
      since: 1,
      changes: [
        {
          section: 'NEEDS',
          change: 'CHANGED',
          fields: [{ field: 'text', was: 'Følge til legen', now: 'Følge hver uke' }],
        },
        { section: 'HOW', change: 'ADDED', fields: [{ now: 'Hver mandag' }, { now: 'COORDINATOR' }] },
        { section: 'GOALS', change: 'CHANGED', fields: [{ field: 'reachedOn', was: null }] },
      ],
    });
    const first = await newIn(1);
    expect(first.changes).toHaveLength(3);
    expect(JSON.stringify(first)).toContain(story);
    expect(await newIn(2, reader)).toMatchObject({ sections: ['GOALS'], changes: [{ section: 'GOALS' }] });
    const { readAfter } = await write(`entries/${told.entryId}/taking-back`, { takenBackBy: 'PERSON' });
    for (const version of [1, 2]) {
      expect(JSON.stringify(await newIn(version, coordinator, readAfter))).not.toContain(story);
    }
    expect((await read(coordinator, readAfter)).body.versions).toHaveLength(2);
    expect((await coordinator.get(`${at}/versions/3`)).status).toBe(404);
  });

  it('has goals and milestones that point at the meeting (H5)', async () => {
    const { at, subjectId, write, read } = await begun();
    const call = { meetsOn: inDays(7), matters: 'Målene', invitedAs: 'SUBJECT', preparedWithPerson: 'YES' };
    const called = await coordinator.post(`/v1/subjects/${subjectId}/follow-up/meetings`, call);
    const { meetingId } = done(called);
    const { goalId } = await write('goals', { kind: 'MAIN', text: 'Bo hjemme', author: 'PERSON' });
    await write('goals', { kind: 'PART', partOfId: goalId, text: 'Lage mat', author: 'PERSON' });
    const { milestoneId } = await write(`goals/${goalId}/milestones`, { text: 'Rampe', dueOn: '2026-04-01' });
    await write(`milestones/${milestoneId}/reaching`, {});
    const { readAfter } = await write(`goals/${goalId}/change`, {
      text: 'Bo hjemme lenge',
      author: 'PERSON',
      meetingId,
    });
    const elsewhere = await coordinator.post(`${at}/goals/${goalId}/reaching`, { meetingId: goalId });
    expect(elsewhere.body).toMatchObject({ status: 404, type: expect.stringContaining('no-such-meeting') });
    const { body } = await read(coordinator, readAfter);
    expect(body.goals).toMatchObject([
      { kind: 'MAIN', text: 'Bo hjemme lenge', meetingId },
      { kind: 'PART', partOfId: goalId },
    ]);
    expect(body.milestones).toMatchObject([{ goalId, text: 'Rampe', reachedOn: expect.any(String) }]);
  });

  it('binds nobody to a cost before that unit’s leader has cleared it (F3, F4, F10)', async () => {
    const { planId, at, write, read } = await begun();
    const measure = {
      text: 'Hjemmehjelp',
      responsible: 'UNIT',
      unit: 'HOME_CARE',
      hasCost: true,
      dueOn: '2026-04-01',
    };
    const { measureId } = await write('measures', measure);
    await write('measures', { text: 'Gå tur', responsible: 'PERSON', hasCost: false });
    const early = await coordinator.post(`${at}/measures/${measureId}/completion`, {});
    expect(early.body).toMatchObject({ status: 409, type: expect.stringContaining('not-cleared') });
    const { clearanceId } = await write(`measures/${measureId}/clearances`, { note: 'To timer i uka' });
    const clearance = `${at}/measures/${measureId}/clearances/${clearanceId}`;
    expect((await coordinator.post(`${clearance}/granting`, {})).status).toBe(403);
    const stranger = await ApiClient.as(app.url, 'UNIT_LEADER', '1576', 'plan-other-leader');
    expect((await stranger.post(`${clearance}/granting`, {})).status).toBe(404);
    const waitingFor = async (by: ApiClient, after = '') => {
      const { plans } = done(await by.get(`/v1/clearances?limit=200${after}`));
      return plans.find((one: { planId: string }) => one.planId === planId)?.measures;
    };
    const asked = { measureId, clearanceId, text: 'Hjemmehjelp', clearanceNote: 'To timer i uka' };
    await eventually(async () => expect(await waitingFor(leader)).toMatchObject([asked]));
    expect(await waitingFor(stranger)).toBeUndefined();
    expect((await coordinator.get('/v1/clearances')).status).toBe(403);
    const granted = done(await leader.post(`${clearance}/granting`, {}));
    expect(await waitingFor(leader, `&readAfter=${granted.readAfter}`)).toBeUndefined();
    await write(`measures/${measureId}/moving`, { dueOn: '2026-05-01' });
    await write(`measures/${measureId}/moving`, { dueOn: '2026-06-01' });
    const { readAfter } = await write(`measures/${measureId}/completion`, {});
    const { body } = await read(coordinator, readAfter);
    expect(body.measures).toMatchObject([
      {
        text: 'Hjemmehjelp',
        timesMoved: 2,
        dueOn: '2026-06-01',
        binds: true,
        completedOn: expect.any(String),
      },
      { responsible: 'PERSON', unit: null, binds: true, timesMoved: 0 },
    ]);
  });

  it('does not tell the leader who is asked about a cost whose plan it is, where the address is protected (F4)', async () => {
    const { subjectId, write } = await begun({ protectedAddress: true });
    const told = { text: 'Skjermet hjelp', responsible: 'UNIT', unit: 'HOME_CARE', hasCost: true };
    const { measureId } = await write('measures', told);
    const { readAfter } = await write(`measures/${measureId}/clearances`, {});
    const { plans } = done(await leader.get(`/v1/clearances?limit=200&readAfter=${readAfter}`));
    expect(plans).toContainEqual(
      expect.objectContaining({
        planId: null,
        subject: expect.objectContaining({ subjectId: null, givenName: null, protectedAddress: true }),
        measures: [expect.objectContaining({ text: 'Skjermet hjelp' })],
      }),
    );
    expect(JSON.stringify(plans)).not.toContain(subjectId);
  });

  it('has participants whom the person wishes or refuses, and plans that are parts of it (F6, F21, F22, A6)', async () => {
    const { at, subjectId, write, read } = await begun();
    const { participantId } = await write('participant-wishes', { partyId: readerId, sector: 'HEALTH_CARE' });
    await write(`participants/${participantId}/contribution`, { contribution: 'Trening' });
    const proposed = await write('participants', { name: 'Prøve Testesen', sector: 'NAV' });
    await write(`participants/${proposed.participantId}/refusal`, {});
    const other = await write('sub-plans', { type: 'IOP', ownerUnit: 'SCHOOL', place: 'Skolen' });
    const attached = { type: 'TREATMENT', place: 'Her', documentId: 'document-1' };
    expect((await coordinator.post(`${at}/sub-plans`, attached)).status).toBe(409);
    const consentId = await steps.consent(subjectId);
    const { readAfter } = await write('sub-plans', { ...attached, consentId });
    const { body } = await read(coordinator, readAfter);
    expect(body.participants).toMatchObject([
      { party: { name: 'Testo Fysioterapeut' }, contribution: 'Trening', refusedOn: null },
      { party: null, name: 'Prøve Testesen', refusedOn: expect.any(String) },
    ]);
    expect(body.subPlans).toMatchObject([
      { subPlanId: other.subPlanId, documentId: null, place: 'Skolen' },
      { documentId: 'document-1', consentId },
    ]);
  });

  it('has a task for the coordinator when its review is due, until it is reviewed or closed (A2, F13)', async () => {
    const { subjectId, at, write } = await begun();
    const waiting = async (after: string) =>
      done(await coordinator.get(`/v1/tasks?mine=true&kind=PLAN_TO_REVIEW&readAfter=${after}`)).tasks.filter(
        (task: { subject: { subjectId: string } }) => task.subject.subjectId === subjectId,
      ) as unknown[];
    const due = { until: '2099-01-01', nextReviewOn: '2026-03-01', setOn: '2026-02-10' };
    const { readAfter } = await write('period', due);
    expect(await waiting(readAfter)).toMatchObject([{ dueOn: '2026-03-01', overdue: true }]);
    const goesOn = { outcome: 'GOES_ON', withSubject: true, nextReviewOn: inDays(100) };
    expect(await waiting((await write('reviews', goesOn)).readAfter)).toEqual([]);
    const again = await write('period', due);
    expect(await waiting(again.readAfter)).toHaveLength(1);
    const closed = done(
      await worker.post(`${at}/closure`, { reasonCode: 'NEED_CEASED', personAgrees: true }),
    );
    expect(await waiting(closed.readAfter)).toEqual([]);
  });

  it('has a period, reviews, versions and its owner’s approval (F2, F13, F17, A2)', async () => {
    const { write, read } = await begun();
    await write('period', { until: '2099-12-31', nextReviewOn: '2099-06-01' });
    await write('versions', { what: 'Den første' });
    await write('approval', { approvedBy: 'SUBJECT', way: 'SIGNED' });
    await write('versions', {});
    await write('reviews', { outcome: 'GOES_ON', withSubject: true, nextReviewOn: '2099-09-05' });
    await write('paper', { onPaper: true, place: 'Hos koordinator' });
    const { readAfter } = await write('pause', { reasonCode: 'AWAY' });
    const rests = await read(coordinator, readAfter);
    expect(rests.body).toMatchObject({ pausedOn: expect.any(String), reviewDue: null, onPaper: true });
    const { body } = await read(coordinator, (await write('resumption', {})).readAfter);
    expect(body).toMatchObject({
      until: '2099-12-31',
      nextReviewOn: '2099-09-05',
      pausedOn: null,
      reviewDue: '2099-09-04',
      versions: [
        { version: 1, what: 'Den første', approvedBy: 'SUBJECT' },
        { version: 2, approvedOn: null },
      ],
      reviews: [{ outcome: 'GOES_ON' }],
    });
  });

  it('is written and read by whoever coordinates that day, and by nobody of the unit (F12)', async () => {
    const { at, subjectId, appointmentId, write } = await begun();
    const { readAfter } = await write('own-story', { text: story, author: 'PERSON' });
    const strangers = ['CASEWORKER', 'LEADER', 'COORDINATOR', 'UNIT_LEADER', 'SERVICE_OFFICE'];
    for (const role of strangers) {
      const other = await ApiClient.as(app.url, role);
      expect((await other.get(`${at}?readAfter=${readAfter}`)).status).toBe(404);
    }
    const other = await ApiClient.as(app.url, 'COORDINATOR', '1576', 'plan-another');
    expect((await other.post(`${at}/own-story`, { text: 'x', author: 'KIN' })).status).toBe(404);
    expect((await worker.post(`${at}/own-story`, { text: 'x', author: 'KIN' })).status).toBe(403);
    const released = { reasonCode: 'OWN_WISH', releasedOn: '2026-03-01' };
    const release = await worker.post(
      `/v1/subjects/${subjectId}/coordinators/${appointmentId}/end`,
      released,
    );
    const { readAfter: later } = done(release);
    expect((await coordinator.get(`${at}?readAfter=${later}`)).status).toBe(404);
    expect((await coordinator.post(`${at}/own-story`, { text: 'x', author: 'KIN' })).status).toBe(404);
  });

  describe('shares with a participant', () => {
    it('the sections that a consent covers and no others, as vis som shows before (F18)', async () => {
      const { at, write, share, read } = await begun();
      await write('own-story', { text: story, author: 'PERSON' });
      await write('entries', { section: 'NEEDS', text: 'Behovet', author: 'COORDINATOR' });
      await write('goals', { kind: 'MAIN', text: 'Målet', author: 'PERSON' });
      await write('measures', { text: 'Tiltaket', responsible: 'PERSON', hasCost: false });
      const { readAfter } = await share(['NEEDS', 'GOALS']);
      const { body, status } = await read(reader, readAfter);
      expect(status).toBe(200);
      expect(body).toMatchObject({
        isWhole: false,
        sections: ['GOALS', 'NEEDS'],
        entries: [{ text: 'Behovet' }],
        goals: [{ text: 'Målet' }],
        measures: [],
        accesses: [],
        contents: [],
      });
      expect(JSON.stringify(body)).not.toMatch(/sjøen|Tiltaket/);
      const shown = await coordinator.get(`${at}/as/${readerId}`);
      expect(shown.body.shownTo.partyId).toBe(readerId);
      expect({ ...shown.body, currentTo: null, shownTo: null }).toEqual({ ...body, currentTo: null });
      expect((await reader.get(`${at}/as/${coordinatorId}`)).status).toBe(404);
      const { body: listed } = await reader.get('/v1/plans');
      expect(listed.plans.map((one: { planId: string }) => `/v1/plans/${one.planId}`)).toContain(at);
    });

    it('a line of the list that does not tell whose plan it is, where the address is protected', async () => {
      const { subjectId, share } = await begun({ protectedAddress: true });
      const { readAfter } = await share(['GOALS']);
      const { plans } = done(await reader.get(`/v1/plans?limit=200&readAfter=${readAfter}`));
      expect(plans).toContainEqual(
        expect.objectContaining({
          planId: null,
          subject: expect.objectContaining({ subjectId: null, givenName: null, protectedAddress: true }),
        }),
      );
      expect(JSON.stringify(plans)).not.toContain(subjectId);
    });

    it('nothing once it is revoked, the consent is withdrawn, the person says no, or the plan is closed', async () => {
      const ends: readonly ((
        of: Awaited<ReturnType<typeof begun>>,
        given: { accessId: string; consentId: string },
      ) => Promise<Fields>)[] = [
        ({ write }, { accessId }) => write(`accesses/${accessId}/revocation`, {}),
        async ({ subjectId }, { consentId }) =>
          done(await worker.post(`/v1/subjects/${subjectId}/consents/${consentId}/withdrawal`, {})),
        async ({ write }) => {
          const { participantId } = await write('participants', { partyId: readerId, sector: 'OTHER' });
          return write(`participants/${String(participantId)}/refusal`, {});
        },
        async ({ planId }) =>
          done(await worker.post(`/v1/plans/${planId}/closure`, { reasonCode: 'OWN_WISH' })),
      ];
      for (const end of ends) {
        const plan = await begun();
        const given = await plan.share(['GOALS']);
        expect((await plan.read(reader, given.readAfter)).status).toBe(200);
        const { readAfter } = await end(plan, given);
        expect((await plan.read(reader, String(readAfter))).status).toBe(404);
      }
    }, 60_000);

    it('nothing once a member has left the group', async () => {
      const { subjectId, write, read } = await begun();
      const joined = { partyId: readerId, memberRole: 'PHYSIOTHERAPIST', joinedOn: '2026-02-04' };
      const { memberId } = done(await worker.post(`/v1/subjects/${subjectId}/group/members`, joined));
      const consentId = await steps.consent(subjectId);
      const given = { partyId: readerId, memberId, sections: ['GOALS'], until: '2098-12-31', consentId };
      const { readAfter } = await write('accesses', given);
      expect((await read(reader, readAfter)).status).toBe(200);
      const left = { reasonCode: 'OWN_WISH' };
      const departure = await worker.post(
        `/v1/subjects/${subjectId}/group/members/${memberId}/departure`,
        left,
      );
      expect((await read(reader, done(departure).readAfter)).status).toBe(404);
    });

    it('what a consent was narrowed to, at once and only through that consent (F18)', async () => {
      const { subjectId, planId, write, share, read } = await begun();
      await write('own-story', { text: story, author: 'PERSON' });
      await write('goals', { kind: 'MAIN', text: 'Bo hjemme', author: 'PERSON' });
      const { consentId, readAfter } = await share(['OWN_STORY', 'GOALS']);
      expect(JSON.stringify((await read(reader, readAfter)).body)).toContain(story);
      const at = `/v1/subjects/${subjectId}/consents/${consentId}/narrowing`;
      const refused = await worker.post(at, { sections: ['GOALS', 'NEEDS'] });
      expect(refused.body).toMatchObject({
        status: 409,
        type: expect.stringContaining('consent-not-narrower'),
      });
      expect((await worker.post(`${at.replace(consentId, 'nobody')}`, { sections: ['GOALS'] })).status).toBe(
        404,
      );
      const less = done(await worker.post(at, { sections: ['GOALS'], reason: 'Ikke historien lenger' }));
      const { body } = await read(reader, less.readAfter);
      expect(JSON.stringify(body)).toContain('Bo hjemme');
      expect(JSON.stringify(body)).not.toContain(story);
      expect((await read(coordinator, less.readAfter)).body.entries).toMatchObject([{ text: story }]);
      const given = { partyId: readerId, sections: ['OWN_STORY'], until: '2098-12-31', consentId };
      const beyond = await coordinator.post(`/v1/plans/${planId}/accesses`, given);
      expect(beyond.body).toMatchObject({ status: 409, type: expect.stringContaining('not-consented') });
    });

    it('nothing that no consent covers', async () => {
      const { subjectId, at } = await begun();
      const { consentId } = done(
        await worker.post(`/v1/subjects/${subjectId}/consents`, {
          scopes: ['SHARE'],
          givenBy: 'SUBJECT',
          recipientIds: [readerId],
          sections: ['GOALS'],
          validUntil: '2098-06-30',
        }),
      );
      const given = { partyId: readerId, sections: ['GOALS'], until: '2098-06-30', consentId };
      for (const differs of [
        { partyId: coordinatorId },
        { sections: ['GOALS', 'NEEDS'] },
        { until: '2098-07-01' },
        { consentId: 'consent-of-nobody' },
      ]) {
        const { body } = await coordinator.post(`${at}/accesses`, { ...given, ...differs });
        expect(body).toMatchObject({ status: 409, type: expect.stringContaining('not-consented') });
      }
      done(await coordinator.post(`${at}/accesses`, given));
    });
  });

  it('is in the access log each time it is read, whoever reads', async () => {
    const { planId, write, read } = await begun();
    const { readAfter } = await write('own-story', { text: story, author: 'PERSON' });
    await read(coordinator, readAfter);
    const auditor = await ApiClient.as(app.url, 'AUDITOR');
    const { body } = await auditor.get(`/v1/access-log?subjectId=${planId.replace(/\.\d+$/, '')}`);
    expect(JSON.stringify(body)).toContain('plan');
  });
});
