import { randomUUID } from 'node:crypto';
import { openOf } from '#apps/cli/src/dispose/recorded';
import { seedDemonstration } from '#apps/standalone/src/seed';
import { ApiClient } from '../support/api-client.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { eventually } from '../support/wait.js';
import { criteriaOf, decisionOn, delegated, Scene } from './scene.js';

type Fields = Readonly<Record<string, unknown>>;
const wanted = ['COORDINATOR'] as const;
const told = { way: 'LETTER', complainant: 'SUBJECT', matters: ['DECISION'], text: 'Jeg er uenig.' };

/** A refusal that was posted on 21 January: it is taken to have come on the 28th, and four weeks from then is 25 February. */
describe('A complaint', () => {
  let app: TestApp;
  let alesund: Scene;
  let another: ApiClient;

  beforeAll(async () => {
    app = await startTestApp({ tenants: [] });
    await seedDemonstration(app.parts.runner);
    alesund = await Scene.in(app.url, '1508');
    another = await ApiClient.as(app.url, 'CASEWORKER', '1508', 'somebody-else');
  }, 120_000);
  afterAll(() => app?.stop());

  async function notified(scene: Scene, caseId: string) {
    const sent = { recipients: ['SUBJECT'], channel: 'LETTER', notifiedOn: '2026-01-21' };
    return scene.post(`/v1/cases/${caseId}/decision/notification`, sent);
  }
  async function refused(scene: Scene = alesund, body = 'KE') {
    const subjectId = await scene.person();
    const caseId = await scene.applied(subjectId, wanted);
    const decision = decisionOn(wanted, body, '2026-01-20', 'REFUSED');
    const { decisionId } = await scene.post(`/v1/cases/${caseId}/decision`, decision);
    const { dispatchId } = await notified(scene, caseId);
    return { subjectId, caseId, decisionId, dispatchId };
  }
  async function complained(fields: Fields = {}, scene: Scene = alesund, body = 'KE') {
    const of = await refused(scene, body);
    const { caseId, decisionId } = of;
    const said = { ...told, caseId, decisionId, sentOn: '2026-02-09', receivedOn: '2026-02-10', ...fields };
    return { ...of, ...(await scene.post('/v1/complaints', said)) } as typeof of & {
      readonly complaintId: string;
      readonly readAfter: string;
    };
  }
  const at = (complaintId: string) => `/v1/complaints/${complaintId}`;
  const assess = (complaintId: string, fields: Fields = {}, scene: Scene = alesund) =>
    scene.post(`${at(complaintId)}/timeliness`, { outcome: 'IN_TIME', assessedOn: '2026-02-11', ...fields });
  const reconsideration = {
    outcome: 'UPHELD',
    decidedBy: 'KE',
    reason: 'Vi ser det likt.',
    reconsideredOn: '2026-02-13',
  };
  async function reconsidered(complaintId: string, fields: Fields = {}, by: ApiClient = another) {
    return by.post(`${at(complaintId)}/reconsideration`, { ...reconsideration, ...fields });
  }
  const forwarding = { channel: 'DIGITAL_POST', forwardedOn: '2026-02-16', copySentOn: '2026-02-16' };
  /** With the county governor. */
  async function forwarded() {
    const complaint = await complained();
    await assess(complaint.complaintId);
    expect((await reconsidered(complaint.complaintId)).status).toBe(201);
    await alesund.post(`${at(complaint.complaintId)}/forwarding`, forwarding);
    return complaint;
  }
  const outcome = (which: string, fields: Fields = {}) => ({
    outcome: which,
    decidedOn: '2026-03-02',
    arrivedOn: '2026-03-04',
    ...fields,
  });

  describe('lives until the county governor’s decision', () => {
    it.each(['GRANTED', 'PARTLY_GRANTED'])(
      '%s: what it asks waits until it is complied with',
      async (which) => {
        const { complaintId, subjectId, caseId, decisionId } = await forwarded();
        const decided = await alesund.post(
          `${at(complaintId)}/outcome`,
          outcome(which, { complyBy: '2026-04-01' }),
        );
        expect(await alesund.waiting(subjectId, decided)).toContain('COMPLAINT_TO_COMPLY_WITH');
        const [task] = (await alesund.tasksOf(subjectId)).filter(
          ({ kind }) => kind === 'COMPLAINT_TO_COMPLY_WITH',
        );
        expect(task).toMatchObject({ dueOn: '2026-04-01', complaintId, caseId });
        const amended = await alesund.post(`/v1/cases/${caseId}/decision/amendments`, {
          amends: decisionId,
          groundCode: 'HIGHER_AUTHORITY',
          reason: 'Statsforvalteren ga medhold.',
          ...decisionOn(wanted, 'KE', '2026-03-10'),
        });
        const done = { compliedOn: '2026-03-11', decisionId: amended.decisionId };
        const complied = await alesund.post(`${at(complaintId)}/compliance`, done);
        expect(await alesund.get(at(complaintId), complied)).toMatchObject({
          status: 'DECIDED',
          outcome: which,
          compliedOn: '2026-03-11',
          waitsFor: null,
        });
      },
    );

    it.each(['NOT_GRANTED', 'DISMISSED'])('%s: nothing waits any more', async (which) => {
      const { complaintId, subjectId } = await forwarded();
      const decided = await alesund.post(`${at(complaintId)}/outcome`, outcome(which));
      expect(await alesund.get(at(complaintId), decided)).toMatchObject({
        status: 'DECIDED',
        waitsFor: null,
      });
      expect(await alesund.waiting(subjectId, decided)).toEqual([]);
    });

    it('SET_ASIDE: the case is open again, with a new clock, and is decided anew', async () => {
      const { complaintId, subjectId, caseId, decisionId } = await forwarded();
      await alesund.post(`/v1/cases/${caseId}/closing`, { reasonCode: 'COMPLETED', closedOn: '2026-02-20' });
      const decided = await alesund.post(`${at(complaintId)}/outcome`, outcome('SET_ASIDE'));
      const of = () => alesund.get(`/v1/cases/${caseId}`, decided);
      await eventually(async () => expect((await of()).status).toBe('SET_ASIDE'));
      const { closedOn, reopenedOn, setAsideOn, setAsideBy, outcomes, deadlines } = await of();
      expect({ closedOn, reopenedOn, setAsideOn, setAsideBy, outcomes }).toEqual({
        closedOn: null,
        reopenedOn: '2026-03-04',
        setAsideOn: '2026-03-04',
        setAsideBy: complaintId,
        outcomes: [],
      });
      expect(deadlines).toMatchObject([{ rule: 'PRELIM_REPLY', dueOn: '2026-04-04', reachedOn: null }]);
      expect(await alesund.waiting(subjectId)).toContain('DECISION_TO_MAKE_ANEW');
      await eventually(async () => {
        const { entries } = await alesund.get(`/v1/cases/${caseId}/audit-trail`);
        const told = entries.map(({ sentence }: { sentence: string }) => sentence);
        expect(told).toContainEqual(
          expect.stringContaining('4. april 2026 (statsforvalteren har opphevet avgjørelsen)'),
        );
      });

      // The case rests on it: what sent it back is not taken for a mistake.
      const [event] = decided.events as { eventId: string }[];
      const undone = await alesund.worker.post(`${at(complaintId)}/corrections`, {
        eventId: event?.eventId,
        recordedInError: { reasonCode: 'TYPING_ERROR' },
        reason: 'Feil.',
      });
      expect(undone).toMatchObject({ status: 409, body: { type: 'complaint/rests-on' } });

      const anew = await alesund.post(`/v1/cases/${caseId}/decision/amendments`, {
        amends: decisionId,
        groundCode: 'HIGHER_AUTHORITY',
        reason: 'Utredet på nytt.',
        ...decisionOn(wanted, 'KE', '2026-03-20'),
      });
      expect(await alesund.get(`/v1/cases/${caseId}`, anew)).toMatchObject({
        status: 'DECIDED_NOT_NOTIFIED',
        isSetAside: false,
        outcomes: [{ item: 'COORDINATOR', outcome: 'GRANTED' }],
      });
    });
  });

  describe('is reconsidered by the route that decided', () => {
    it('the unit: by another than who decided alone, and changed by an amendment', async () => {
      const { complaintId, caseId, decisionId } = await complained();
      await assess(complaintId);
      expect(await reconsidered(complaintId, {}, alesund.worker)).toMatchObject({
        status: 409,
        body: { type: 'complaint/same-decider' },
      });
      expect((await reconsidered(complaintId, { decidedBy: 'TEAM' })).body.type).toBe(
        'complaint/other-route',
      );
      expect((await reconsidered(complaintId, { outcome: 'CHANGED' })).body.type).toBe(
        'complaint/not-amended',
      );
      const amended = await another.post(`/v1/cases/${caseId}/decision/amendments`, {
        amends: decisionId,
        groundCode: 'COMPLAINT',
        reason: 'Klagen har rett.',
        ...decisionOn(wanted, 'KE', '2026-02-13'),
      });
      expect(amended.status).toBe(201);
      const changed = { outcome: 'CHANGED', decisionId: amended.body.decisionId };
      const { body } = await reconsidered(complaintId, changed);
      expect(await alesund.get(at(complaintId), body)).toMatchObject({
        status: 'CHANGED',
        waitsFor: null,
        changedByDecisionId: amended.body.decisionId,
        handling: { reachedOn: '2026-02-13', late: false },
      });
    });

    it('the team: whoever types it in', async () => {
      const folldal = await Scene.in(app.url, '3429', 'TEAM');
      const { complaintId } = await complained({}, folldal, 'TEAM');
      await assess(complaintId, {}, folldal);
      const { status } = await reconsidered(complaintId, { decidedBy: 'TEAM' }, folldal.worker);
      expect(status).toBe(201);
    });

    it('the board: at a meeting that treated the case', async () => {
      const stranda = await Scene.in(app.url, '1525', 'BOARD');
      const chair = await stranda.party('Nemndleiar Øving', { unit: 'ALLOCATION_BOARD' });
      await stranda.post('/v1/board/members', { partyId: chair, role: 'CHAIR', validFrom: '2026-01-01' });
      await stranda.post('/v1/board/quorum', { quorum: 1, validFrom: '2026-01-01' });
      await delegated(app.url, '1525', 'APPROVE_APPLICATION', 'BOARD');
      const subjectId = await stranda.person();
      const caseId = await stranda.applied(subjectId, wanted);
      const recommend = (result: string, recommendedOn: string) =>
        stranda.post(`/v1/cases/${caseId}/recommendations`, {
          items: [{ item: 'COORDINATOR', outcome: result, reason: 'Éi teneste.' }],
          criteria: criteriaOf(wanted, result === 'GRANTED'),
          recommendedOn,
        });
      const meets = async (meetsOn: string, treatment: string): Promise<string> => {
        const called = { kind: 'BOARD', meetsOn, plannedOn: '2026-01-12' };
        const { meetingId } = await stranda.post('/v1/meetings', called);
        const path = `/v1/meetings/${meetingId}`;
        await stranda.post(`${path}/agenda`, { caseIds: [caseId], putOn: meetsOn });
        await stranda.post(`${path}/agenda/fixing`, { fixedOn: meetsOn });
        await stranda.post(`${path}/held`, { heldOn: meetsOn, attendance: [{ partyId: chair }] });
        await stranda.post(`${path}/agenda/${caseId}/treatment`, { treatment, reason: 'Drøfta.' });
        await stranda.post(`${path}/minutes`, { minutesOn: meetsOn, text: 'Saka vart drøfta.' });
        await stranda.post(`${path}/protocol`, { approvedOn: meetsOn, approvedBy: [chair] });
        await stranda.post(`/v1/cases/${caseId}/board-outcomes`, { meetingId });
        return meetingId;
      };
      await recommend('REFUSED', '2026-01-13');
      const meetingId = await meets('2026-01-20', 'APPROVED');
      const decision = decisionOn(wanted, 'BOARD', '2026-01-20', 'REFUSED');
      const decidedBy = { ...decision.decidedBy, meetingId };
      const { decisionId } = await stranda.post(`/v1/cases/${caseId}/decision`, { ...decision, decidedBy });
      await notified(stranda, caseId);
      const said = { ...told, caseId, decisionId, sentOn: '2026-02-09', receivedOn: '2026-02-10' };
      const { complaintId } = await stranda.post('/v1/complaints', said);
      await assess(complaintId, {}, stranda);
      const byBoard = { decidedBy: 'BOARD', reconsideredOn: '2026-02-17' };
      const { body } = await reconsidered(complaintId, byBoard, stranda.worker);
      expect(body.type).toBe('complaint/not-at-the-board');
      await recommend('GRANTED', '2026-02-12');
      const anew = await meets('2026-02-17', 'REJECTED');
      const upheld = await reconsidered(complaintId, { ...byBoard, meetingId: anew }, stranda.worker);
      expect(upheld.status).toBe(201);

      // In the municipality's own written language.
      const { entries, language } = await stranda.get(`${at(complaintId)}/audit-trail`, upheld.body);
      expect(language).toBe('nn');
      const { sentence } =
        (entries as { type: string; sentence: string }[]).find(
          ({ type }) => type === 'ComplaintReconsidered',
        ) ?? {};
      expect(sentence).toBe(
        'Klaga vart vurdert på nytt av tildelingsnemnda 17. februar 2026: halden ved lag. Det skjedde i eit møte. Grunngiving: «Vi ser det likt.»',
      );
    });
  });

  describe('has its clock', () => {
    it('posted on the last day and received later, it is in time', async () => {
      const { complaintId, readAfter } = await complained({ sentOn: '2026-02-25', receivedOn: '2026-03-02' });
      const before = await alesund.get(at(complaintId), { readAfter });
      expect(before.periods).toMatchObject([
        { rule: 'COMPLAINT_PBRL', dueOn: '2026-02-25', assumed: true, verdict: 'IN_TIME' },
      ]);
      expect(before.periods[0].sentence.nn).toContain('onsdag 25. februar 2026');
      const assessed = await assess(complaintId, { assessedOn: '2026-03-03' });
      expect(await alesund.get(at(complaintId), assessed)).toMatchObject({
        status: 'ASSESSED',
        timeliness: 'IN_TIME',
        lodgedOn: '2026-02-25',
        periods: [{ version: '1', legalBasis: 'pbrl § 7-5', verdict: 'IN_TIME' }],
        handling: { dueOn: '2026-03-23' },
      });
    });

    it('to the wrong office first, it keeps the day on which it came there', async () => {
      const { complaintId, readAfter } = await complained({
        sentOn: undefined,
        receivedOn: '2026-03-09',
        firstOffice: 'STATE_ADMINISTRATOR',
        firstOfficeOn: '2026-02-25',
      });
      expect((await alesund.get(at(complaintId), { readAfter })).periods[0].verdict).toBe('IN_TIME');
    });

    it('late, it is never rejected by itself: a person takes it up under fvl § 31, or dismisses it', async () => {
      const late = await complained({ sentOn: '2026-03-09', receivedOn: '2026-03-10' });
      const answer = `/v1/cases/${late.caseId}/decision/notification/${late.dispatchId}`;
      const proven = { recipient: 'SUBJECT', deliveredOn: '2026-01-23', proof: 'SIGNED_FOR' };
      await alesund.post(`${answer}/delivery`, proven);
      const path = `${at(late.complaintId)}/timeliness`;
      const say = (fields: Fields) => alesund.worker.post(path, { assessedOn: '2026-03-11', ...fields });
      expect((await say({ outcome: 'IN_TIME' })).body.type).toBe('complaint/is-late');
      const why = { reason: 'Var innlagt på sykehus.' };
      expect((await say({ outcome: 'LATE_ACCEPTED', ...why })).body.type).toBe('complaint/ground-missing');
      const dismissed = await say({ outcome: 'LATE_REJECTED', reason: 'Ingen grunn er oppgitt.' });
      expect(await alesund.get(at(late.complaintId), dismissed.body)).toMatchObject({
        status: 'DISMISSED',
        waitsFor: null,
        periods: [{ dueOn: '2026-02-20', limitOn: '2027-01-20', assumed: false, verdict: 'LATE_ASSESS' }],
      });
      // A dismissal is a decision with a complaint right of its own.
      const { caseId } = late;
      const about = { matters: ['DISMISSAL'], caseId, dismissedComplaintId: late.complaintId };
      const sent = { sentOn: '2026-03-16', receivedOn: '2026-03-17' };
      const again = await alesund.post('/v1/complaints', { ...told, ...about, ...sent });
      expect((await alesund.get(at(again.complaintId), again)).periods).toMatchObject([
        { dueOn: '2026-04-15', verdict: 'IN_TIME' },
      ]);
      const accepted = await say({ outcome: 'LATE_ACCEPTED', ground: 'NOT_TO_BLAME', ...why });
      expect((await alesund.get(at(late.complaintId), accepted.body)).status).toBe('ASSESSED');
    });

    it('an assumed delivery is read in the complainant’s favour', async () => {
      const { complaintId } = await complained({ sentOn: '2026-03-09', receivedOn: '2026-03-10' });
      const rejecting = { outcome: 'LATE_REJECTED', reason: 'For sent.', assessedOn: '2026-03-11' };
      expect((await alesund.worker.post(`${at(complaintId)}/timeliness`, rejecting)).body.type).toBe(
        'complaint/is-in-time',
      );
      const assessed = await assess(complaintId, { assessedOn: '2026-03-11' });
      expect((await alesund.get(at(complaintId), assessed)).periods).toMatchObject([
        { assumed: true, verdict: 'IN_TIME_UNPROVEN' },
      ]);
    });

    it('grounds that were asked for in time begin it anew', async () => {
      const { caseId, decisionId, subjectId } = await refused();
      const asking = { caseId, decisionId, requestedBy: 'SUBJECT', requestedOn: '2026-02-25' };
      const asked = await alesund.post('/v1/complaints/grounds-requests', asking);
      const { complaintId, requestId } = asked;
      expect(await alesund.waiting(subjectId, asked)).toContain('GROUNDS_TO_GIVE');
      const given = { givenOn: '2026-03-02', channel: 'DIGITAL_POST', isComplete: true };
      await alesund.post(`${at(complaintId)}/grounds-requests/${requestId}/grounds`, given);
      const came = { way: 'EMAIL', complainant: 'SUBJECT', matters: ['DECISION'], text: 'Jeg klager.' };
      const received = await alesund.post(`${at(complaintId)}/receipt`, {
        ...came,
        receivedOn: '2026-03-30',
      });
      const { periods, status } = await alesund.get(at(complaintId), received);
      expect({ periods, status }).toMatchObject({
        status: 'RECEIVED',
        periods: [{ dueOn: '2026-03-30', verdict: 'IN_TIME' }],
      });
      expect(periods[0].sentence.nb).toContain('Klageren ba om begrunnelse');
    });
  });

  it('need name no decision, may be told, and is withdrawn', async () => {
    const subjectId = await alesund.person();
    const writer = await alesund.party('Skriver Øvelse');
    const oral = {
      way: 'ORAL',
      complainant: 'OMBUD',
      matters: ['IDLE_PLAN', 'PARTICIPATION'],
      text: 'Ligger stille.',
    };
    const { body } = await alesund.worker.post('/v1/complaints', { ...oral, subjectId });
    expect(body.type).toBe('complaint/writer-missing');
    const received = await alesund.post('/v1/complaints', { ...oral, subjectId, writtenById: writer });
    const { complaintId } = received;
    expect(await alesund.waiting(subjectId, received)).toEqual(['COMPLAINT_TO_RECONSIDER']);
    const withdrawn = await alesund.post(`${at(complaintId)}/withdrawal`, { withdrawnBy: 'OMBUD' });
    expect(await alesund.get(at(complaintId), withdrawn)).toMatchObject({
      status: 'WITHDRAWN',
      writtenBy: { name: 'Skriver Øvelse' },
      periods: [],
      text: 'Ligger stille.',
    });
    expect(await alesund.waiting(subjectId, withdrawn)).toEqual([]);
  });

  it('stands on the board of deadlines: by the law until it is forwarded, by the county governor after that (U17)', async () => {
    const { complaintId, readAfter } = await complained();
    const boardOf = async (seen: { readonly readAfter?: string }) => {
      const { deadlines } = await alesund.get('/v1/deadlines/of-complaints?limit=200', seen);
      return deadlines.filter((one: { complaintId: string }) => one.complaintId === complaintId);
    };
    expect(await boardOf({ readAfter })).toMatchObject([
      { deadline: 'HANDLED', dueOn: '2026-03-03', overdue: true, legalBasis: 'fvl § 33' },
    ]);
    await assess(complaintId);
    await reconsidered(complaintId);
    const sent = await alesund.post(`${at(complaintId)}/forwarding`, forwarding);
    expect(await boardOf(sent)).toEqual([]);
    const more = { requestedOn: '2026-02-20', answerBy: '2026-03-06', request: 'Planen slik den var.' };
    const asked = await alesund.post(`${at(complaintId)}/further-requests`, more);
    const [line] = await boardOf(asked);
    expect(line).toMatchObject({ deadline: 'ANSWERED', dueOn: '2026-03-06', waitsFor: 'GOVERNOR_TO_ANSWER' });
    expect(line.sentence.nn).toBe(
      'Statsforvaltaren bad om meir 20. februar 2026, og sette fristen for å svare til 6. mars 2026.',
    );
    const decided = await alesund.post(
      `${at(complaintId)}/outcome`,
      outcome('GRANTED', { complyBy: '2026-04-01' }),
    );
    expect(await boardOf(decided)).toMatchObject([{ deadline: 'COMPLIED', dueOn: '2026-04-01' }]);
  });

  it('has by when it is to be handled noted in its stream, anew where it came on another day, and when it was', async () => {
    const { complaintId } = await complained();
    const notes = async () => {
      const { entries } = await alesund.get(`${at(complaintId)}/audit-trail`);
      return (entries as Fields[]).filter(({ type }) => String(type).startsWith('ComplaintDeadline'));
    };
    await eventually(async () => expect(await notes()).toMatchObject([{ type: 'ComplaintDeadlineSet' }]));
    await assess(complaintId);
    await reconsidered(complaintId);
    await alesund.post(`${at(complaintId)}/forwarding`, forwarding);
    await eventually(async () =>
      expect(await notes()).toMatchObject([
        { type: 'ComplaintDeadlineMet', occurredOn: '2026-02-16' },
        { type: 'ComplaintDeadlineSet', actor: { role: 'SYSTEM' } },
      ]),
    );
  });

  it('keeps what is about the person from being disposed of until nothing of it is left to be done', async () => {
    const { complaintId, subjectId, caseId } = await complained();
    await alesund.post(`/v1/cases/${caseId}/closing`, { reasonCode: 'COMPLETED', closedOn: '2026-02-20' });
    const { runner, store, vault } = app.parts;
    const open = async () =>
      (await openOf(runner, { store, streams: vault.streams }).of('1508', subjectId)).standing;
    expect(await open()).toMatchObject([
      { type: 'ComplaintReceived', stream: `complaint-1508.${complaintId}` },
    ]);
    await alesund.post(`${at(complaintId)}/withdrawal`, {
      withdrawnBy: 'SUBJECT',
      withdrawnOn: '2026-02-21',
    });
    expect(await open()).toEqual([]);
  });

  it('is of a case of the own municipality, and posted before it comes', async () => {
    const { caseId, decisionId } = await refused();
    const hamar = await ApiClient.as(app.url, 'CASEWORKER', '3403');
    const about = { ...told, caseId, decisionId };
    expect(await hamar.post('/v1/complaints', about)).toMatchObject({
      status: 404,
      body: { type: 'complaint/no-such-case' },
    });
    const before = await app.lastRecorded();
    expect((await hamar.post('/v1/complaints', about)).status).toBe(404);
    const days = { sentOn: '2026-02-11', receivedOn: '2026-02-10' };
    expect(await alesund.worker.post('/v1/complaints', { ...about, ...days })).toMatchObject({
      status: 409,
      body: { type: 'complaint/date-order' },
    });
    expect(await app.lastRecorded()).toBe(before);
  });

  it('is recorded once for one Idempotency-Key, and says its revision in the ETag', async () => {
    const { caseId, decisionId } = await refused();
    const headers = { 'idempotency-key': randomUUID() };
    const send = () => alesund.worker.post('/v1/complaints', { ...told, caseId, decisionId }, { headers });
    const [one, again] = [await send(), await send()];
    expect(again.body.complaintId).toBe(one.body.complaintId);
    const path = at(one.body.complaintId);
    const read = await alesund.worker.get(`${path}?readAfter=${one.body.readAfter}`);
    // What the system notes of the deadline may stand there already: whoever read before it is not stale.
    expect(read.headers.get('etag')).toMatch(/^"[01]"$/);
    const stale = { headers: { 'if-match': '"7"' } };
    const assessing = { outcome: 'IN_TIME' };
    expect((await alesund.worker.post(`${path}/timeliness`, assessing, stale)).status).toBe(412);
  });

  it('stands in the lists, and in the trails of its case and its person', async () => {
    const { complaintId, caseId, subjectId, readAfter } = await complained();
    const one = `caseId=${caseId}&readAfter=${readAfter}`;
    expect((await alesund.get(`/v1/complaints?${one}`)).complaints).toMatchObject([
      {
        complaintId,
        status: 'RECEIVED',
        waitsFor: 'COMPLAINT_TO_ASSESS',
        waitsUntil: null,
        subject: { subjectId },
      },
    ]);
    expect((await alesund.get(`/v1/complaints?${one}&open=false`)).complaints).toEqual([]);
    const csv = await alesund.worker.get(`/v1/complaints?${one}`, { headers: { accept: 'text/csv' } });
    expect(csv.body).toContain('Klagefrist');
    expect(csv.body).not.toContain('Jeg er uenig');
    for (const trail of [`cases/${caseId}/audit-trail`, `subjects/${subjectId}/trail`]) {
      const { entries } = await alesund.get(`/v1/${trail}?readAfter=${readAfter}`);
      const entry = (entries as { type: string; sentence: string }[]).find(
        ({ type }) => type === 'ComplaintReceived',
      );
      expect(entry?.sentence).toBe(
        'Klage fra personen selv kom 10. februar 2026 (brev), sendt 9. februar 2026. Den gjelder avgjørelsen. Klagen: «Jeg er uenig.»',
      );
    }
  });

  describe('that is not changed is forwarded or withdrawn (inv. 11)', () => {
    async function refuses(path: string, body: Fields, refusal: string) {
      const before = await app.lastRecorded();
      const answers = [await another.post(path, body), ...(await alesund.atOnce(path, body))];
      expect(new Set(answers.map(({ status, body: { type } }) => `${status} ${type}`))).toEqual(
        new Set([`409 ${refusal}`]),
      );
      expect(await app.lastRecorded()).toBe(before);
    }
    async function takesOne(path: string, body: Fields, refusal: string) {
      const answers = await Promise.all(Array.from({ length: 32 }, () => another.post(path, body)));
      expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
      const others = answers.filter(({ status }) => status !== 201).map(({ body: { type } }) => type);
      expect(new Set(others)).toEqual(new Set([refusal]));
    }

    it('alone and by 32 at once', async () => {
      const { complaintId } = await complained();
      const path = at(complaintId);
      await assess(complaintId);
      await refuses(`${path}/forwarding`, forwarding, 'complaint/not-reconsidered');
      await takesOne(`${path}/reconsideration`, reconsideration, 'complaint/already-reconsidered');
      await refuses(`${path}/outcome`, outcome('NOT_GRANTED'), 'complaint/not-forwarded');
      await takesOne(`${path}/forwarding`, forwarding, 'complaint/already-forwarded');
      await takesOne(`${path}/outcome`, outcome('NOT_GRANTED'), 'complaint/already-decided');
      const withdrawal = { withdrawnBy: 'SUBJECT', withdrawnOn: '2026-03-10' };
      await refuses(`${path}/withdrawal`, withdrawal, 'complaint/already-decided');
    });
  });
});
