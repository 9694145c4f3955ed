import { randomUUID } from 'node:crypto';
import { caseStream } from '#casework';
import { correction } from '#event-sourcing';
import { nameless } from '#municipality';
import { ApiClient } from '../support/api-client.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { eventually } from '../support/wait.js';
import { done, Procedure } from './procedure.js';
import { criteriaOf } from './scene.js';

interface Entry {
  readonly eventId: string;
  readonly type: string;
  readonly sentence: string;
  readonly corrections: readonly object[];
  readonly earlierCorrections: number;
}

const criteria = [
  { criterion: 'LONG_TERM', met: true, reason: 'Behovet varer.' },
  { criterion: 'COORDINATED', met: true, reason: 'To tjenester.' },
];

describe('a case', () => {
  let app: TestApp;
  let worker: ApiClient;
  let steps: Procedure;

  beforeAll(async () => {
    app = await startTestApp();
    worker = await ApiClient.as(app.url, 'CASEWORKER');
    steps = new Procedure(worker);
  });
  afterAll(() => app?.stop());

  const caseOf = async (caseId: string, readAfter: string) =>
    done(await worker.get(`/v1/cases/${caseId}?readAfter=${readAfter}`));
  const entryOf = async (caseId: string, type: string, readAfter: string) => {
    const { entries } = done(await worker.get(`/v1/cases/${caseId}/audit-trail?readAfter=${readAfter}`));
    const found = (entries as readonly Entry[]).find((entry) => entry.type === type);
    if (!found) throw new Error(`There is no ${type} in the trail`);
    return found;
  };
  const correct = (caseId: string, body: object) => worker.post(`/v1/cases/${caseId}/corrections`, body);
  const inError = { recordedInError: { reasonCode: 'WRONG_CASE' }, reason: 'Gjaldt en annen.' };

  it('tells by when it is to be answered and decided, and how that came about (U17)', async () => {
    const { caseId, readAfter } = done(
      await worker.post('/v1/cases', {
        opening: 'APPLICATION',
        subjectId: await steps.person(),
        items: ['COORDINATOR'],
        receivedOn: '2026-01-31',
        channel: 'LETTER',
        signed: true,
      }),
    );
    const [due, ...others] = (await caseOf(caseId, readAfter)).deadlines;
    expect(due).toMatchObject({
      rule: 'PRELIM_REPLY',
      legalBasis: 'fvl § 11 a',
      dueOn: '2026-02-28',
      workBy: '2026-02-27',
      reachedOn: null,
      late: true,
      sentence: {
        nb: expect.stringContaining('Den dagen er lørdag, så svaret må gis senest fredag 27. februar 2026.'),
      },
    });
    expect(others).toEqual([]);
    const path = `/v1/cases/${caseId}/preliminary-replies`;
    const body = {
      recipients: ['SUBJECT'],
      channel: 'LETTER',
      reasonCode: 'AWAITING_MEETING',
      reason: 'Møtet er i mars.',
      expectedOn: '2026-03-20',
      sentOn: '2026-02-20',
    };
    const wrong = await worker.post(path, { ...body, expectedOn: '2026-02-19' });
    expect(wrong).toMatchObject({ status: 409, body: { type: 'casework/date-order' } });
    expect(await worker.post(path, { ...body, reasonCode: 'LAZY' })).toMatchObject({ status: 400 });
    const sent = done(await worker.post(path, body));
    const after = await caseOf(caseId, sent.readAfter);
    expect(after.deadlines).toMatchObject([
      { rule: 'PRELIM_REPLY', reachedOn: '2026-02-20', late: false, verdict: 'MET' },
      { rule: 'DECISION_TIME', dueOn: '2026-03-20', reachedOn: null },
    ]);
    expect(after.preliminaryReplies).toMatchObject([
      { reason: 'Møtet er i mars.', expectedOn: '2026-03-20' },
    ]);
    expect((await entryOf(caseId, 'PreliminaryReplySent', sent.readAfter)).sentence).toContain(
      'Svaret ventes 20. mars 2026',
    );
    const corrected = done(
      await correct(caseId, {
        eventId: (await entryOf(caseId, 'ApplicationReceived', sent.readAfter)).eventId,
        changed: { receivedOn: '2026-01-15' },
        reason: 'Stempelet viser 15. januar.',
      }),
    );
    expect((await caseOf(caseId, corrected.readAfter)).deadlines).toMatchObject([
      { rule: 'PRELIM_REPLY', dueOn: '2026-02-15', late: true, verdict: 'MISSED' },
      // The reply came after the month.
    ]);
  });

  it('loses its criteria with a decision that was recorded in error, and has them back with it', async () => {
    const { caseId, readAfter } = await steps.granted();
    const { eventId } = await entryOf(caseId, 'DecisionMade', readAfter);
    const annulled = done(await correct(caseId, { eventId, ...inError }));
    expect(annulled.events).toHaveLength(3);
    expect(await caseOf(caseId, annulled.readAfter)).toMatchObject({ criteria: [], outcomes: [] });
    const meetingId = (await caseOf(caseId, annulled.readAfter)).meetings[0].meetingId;
    const again = await worker.post(`/v1/cases/${caseId}/decision`, {
      items: ['INDIVIDUAL_PLAN', 'COORDINATOR'].map((item) => ({ item, outcome: 'GRANTED' })),
      criteria: [],
      decidedBy: { body: 'KE_MEETING', meetingId, decidedOn: '2026-01-27' },
      legalBasis: 'HOL_7_1',
    });
    expect(again).toMatchObject({ status: 409, body: { type: 'casework/criterion-not-assessed' } });

    const back = done(await correct(caseId, { eventId: annulled.events[0].eventId, ...inError }));
    expect(await caseOf(caseId, back.readAfter)).toMatchObject({
      status: 'DECIDED_NOT_NOTIFIED',
      conditions: ['LONG_TERM', 'COORDINATED'],
      criteria: criteria.map(({ criterion }) => ({ criterion, met: true, assessedOn: '2026-01-27' })),
    });
  });

  it('keeps the outcome that was told in writing', async () => {
    const { caseId } = await steps.granted();
    const { readAfter } = await steps.notification(caseId);
    const { eventId } = await entryOf(caseId, 'DecisionMade', readAfter);
    const items = [
      { item: 'INDIVIDUAL_PLAN', outcome: 'REFUSED', reason: 'Behovet er kortvarig.' },
      { item: 'COORDINATOR', outcome: 'GRANTED' },
    ];
    const refused = await correct(caseId, { eventId, changed: { items }, reason: 'Feil svar.' });
    expect(refused).toMatchObject({
      status: 409,
      body: { type: 'casework/rests-on', restsOn: [{ type: 'DecisionNotified' }] },
    });
  });

  it('is completed when the signature comes', async () => {
    const caseId = await steps.application(await steps.person(), { signed: false, channel: 'EMAIL' });
    const path = `/v1/cases/${caseId}/application/completion`;
    const completed = done(await worker.post(path, { what: ['SIGNATURE'], completedOn: '2026-01-09' }));
    const seen = await caseOf(caseId, completed.readAfter);
    expect(seen).toMatchObject({
      signed: true,
      applicationCompletedOn: '2026-01-09',
      receivedOn: '2026-01-06',
    });
    expect(seen.openPoints).not.toContain('SIGNATURE');
    expect(await worker.post(path, { what: ['SIGNATURE'] })).toMatchObject({
      status: 409,
      body: { type: 'casework/nothing-missing' },
    });
    expect((await entryOf(caseId, 'ApplicationCompleted', completed.readAfter)).sentence).toBe(
      'Søknaden ble komplettert 9. januar 2026 med underskrift.',
    );
    const { eventId } = await entryOf(caseId, 'ApplicationReceived', completed.readAfter);
    expect(
      await correct(caseId, { eventId, changed: { signed: true }, reason: 'Underskrevet.' }),
    ).toMatchObject({
      status: 409,
      body: { type: 'casework/rests-on', restsOn: [{ type: 'ApplicationCompleted' }] },
    });
  });

  it('that somebody applied for on the telephone waits until it is written down with them and signed (S7)', async () => {
    const oral = { channel: 'PHONE', signed: false };
    const caseId = await steps.application(await steps.person(), oral);
    const helperId = await steps.party('Testa Hjelper');
    const path = `/v1/cases/${caseId}/application/assisted`;
    const { tasks } = done(await worker.get(`/v1/tasks?kind=APPLICATION_TO_COMPLETE&limit=100`));
    const task = (tasks as readonly { caseId: string }[]).find((one) => one.caseId === caseId);
    expect(task).toMatchObject({ missing: expect.arrayContaining(['WRITING', 'SIGNATURE']), step: { path } });

    const told = {
      helperId,
      saidBy: 'SUBJECT',
      saidOn: '2026-01-07',
      text: 'Jeg trenger noen som samordner.',
    };
    const { readAfter } = done(await worker.post(path, { ...told, writtenOn: '2026-01-08' }));
    const seen = await caseOf(caseId, readAfter);
    expect(seen).toMatchObject({
      receivedOn: '2026-01-06',
      written: true,
      signed: false,
      assistedOn: '2026-01-08',
      helper: { partyId: helperId, name: 'Testa Hjelper' },
      applicationText: told.text,
      openPoints: expect.arrayContaining(['SIGNATURE']),
    });
    expect(seen.openPoints).not.toContain('WRITING');
    expect(await worker.post(path, told)).toMatchObject({
      status: 409,
      body: { type: 'casework/already-written' },
    });
    expect((await entryOf(caseId, 'AssistedApplicationWritten', readAfter)).sentence).toBe(
      'Testa Hjelper hjalp til med søknaden og skrev den ned 8. januar 2026, etter det personen selv sa 7. januar 2026; underskrift mangler. ' +
        'Søknaden: «Jeg trenger noen som samordner.»',
    );
    const signed = done(
      await worker.post(`/v1/cases/${caseId}/application/completion`, { what: ['SIGNATURE'] }),
    );
    expect((await caseOf(caseId, signed.readAfter)).openPoints).not.toContain('SIGNATURE');
  });

  it('bears a consent on its form, by which the person is coordinated, and nothing is without it (U2)', async () => {
    const person = await steps.person();
    const consent = { consentScopes: ['PLAN', 'COORDINATOR'], consentGivenOn: '2026-01-04' };
    const caseId = await steps.application(person, consent);
    const without = await steps.application(await steps.person());
    await eventually(async () => {
      const { consents } = done(await worker.get(`/v1/subjects/${person}/coordination`));
      expect(consents).toMatchObject([
        { scopes: ['PLAN', 'COORDINATOR'], givenBy: 'SUBJECT', givenOn: '2026-01-04', caseId },
      ]);
    });
    const open = async (id: string) => done(await worker.get(`/v1/cases/${id}`)).openPoints;
    await eventually(async () => expect(await open(caseId)).not.toContain('CONSENT'));
    expect(await open(without)).toContain('CONSENT');
    const half = { opening: 'APPLICATION', subjectId: person, items: ['GROUP'], receivedOn: '2026-01-06' };
    expect(
      await worker.post('/v1/cases', {
        ...half,
        channel: 'FORM',
        applicantRole: 'EMPLOYEE',
        consentScopes: ['SHARE'],
      }),
    ).toMatchObject({ status: 409, body: { type: 'casework/form-consent' } });
  });

  it('that a hospital’s message opens is one case, however often and by how many it is told, and kept narrow until the person is asked (U10, U11)', async () => {
    const subjectId = await steps.person();
    const told = {
      opening: 'NEED',
      subjectId,
      receivedOn: '2026-01-05',
      channel: 'E_MESSAGE',
      notifierRole: 'SPECIALIST_SERVICE',
      messageReference: `M-${randomUUID()}`,
    };
    expect(await worker.post('/v1/cases', { ...told, need: 'Trenger hjelp hjemme.' })).toMatchObject({
      status: 409,
      body: { type: 'casework/need-kept-narrow' },
    });
    const answers = await Promise.all(
      Array.from({ length: 32 }, (_, n) =>
        worker.post('/v1/cases', { ...told, receivedOn: `2026-01-0${1 + (n % 9)}` }),
      ),
    );
    expect(new Set(answers.map(({ body }) => body.caseId)).size).toBe(1);
    const recorded = answers.flatMap(({ body }) => body.events as readonly { readonly eventId: string }[]);
    expect(new Set(recorded.map(({ eventId }) => eventId)).size).toBe(1);
    expect(answers.every(({ status }) => status === 200 || status === 201)).toBe(true);
    const [{ caseId, caseNumber }] = answers.map(({ body }) => body);
    const again = await worker.post('/v1/cases', { ...told, subjectId: await steps.person() });
    expect(again).toMatchObject({ status: 200, body: { caseId, caseNumber, events: [] } });

    const mapping = { assigneeId: await steps.party('Testa Kartlegger'), assignedOn: '2026-01-12' };
    expect(await worker.post(`/v1/cases/${caseId}/mapping-assignments`, mapping)).toMatchObject({
      status: 409,
      body: { type: 'casework/person-not-asked' },
    });
    const yes = { answeredOn: '2026-01-10', subjectWishes: 'YES', need: 'Trenger hjelp hjemme.' };
    const { readAfter } = done(await worker.post(`/v1/cases/${caseId}/need-answers`, yes));
    expect(await caseOf(caseId, readAfter)).toMatchObject({
      need: yes.need,
      messageReference: told.messageReference,
    });
    done(await worker.post(`/v1/cases/${caseId}/mapping-assignments`, mapping));
  });

  it('says which rights people were informed of, to whom and how (U12)', async () => {
    const caseId = await steps.application(await steps.person());
    const path = `/v1/cases/${caseId}/information`;
    const told = {
      topics: ['PLAN', 'SERVICES_BY_DECISION', 'COMPLAINT'],
      recipients: ['SUBJECT'],
      ways: ['CONVERSATION', 'BROCHURE'],
      givenOn: '2026-01-05',
    };
    const { readAfter } = done(await worker.post(path, told));
    expect((await caseOf(caseId, readAfter)).information).toEqual([
      { ...told, recipient: null, informer: null, note: null },
    ]);
    expect((await entryOf(caseId, 'InformationGiven', readAfter)).sentence).toBe(
      'Informasjon ble gitt 5. januar 2026 til personen selv, i samtale og med brosjyre: retten til individuell plan, ' +
        'at planen er et samarbeidsdokument ved siden av vedtakene om tjenester og retten til å klage.',
    );
    expect((await worker.post(path, { ...told, topics: ['PENSION'] })).status).toBe(400);
  });

  it('shows the legal basis of each item, and needs none for a group', async () => {
    const caseId = await steps.application(await steps.person(), {
      items: ['INDIVIDUAL_PLAN', 'CHILD_COORDINATOR', 'GROUP'],
    });
    const meetingId = await steps.meeting(caseId);
    const decision = (plan: object) => ({
      items: [
        { item: 'INDIVIDUAL_PLAN', outcome: 'GRANTED', ...plan },
        { item: 'CHILD_COORDINATOR', outcome: 'GRANTED', legalBasis: 'HOL_7_2A' },
        { item: 'GROUP', outcome: 'GRANTED' },
      ],
      criteria: criteriaOf(['INDIVIDUAL_PLAN', 'CHILD_COORDINATOR']),
      decidedBy: { body: 'KE_MEETING', meetingId, decidedOn: '2026-01-27' },
    });
    const path = `/v1/cases/${caseId}/decision`;
    expect(await worker.post(path, decision({}))).toMatchObject({
      status: 409,
      body: { type: 'casework/legal-basis-missing' },
    });
    const { readAfter } = done(await worker.post(path, decision({ legalBasis: 'HOL_7_1' })));
    expect(await caseOf(caseId, readAfter)).toMatchObject({
      legalBasis: null,
      outcomes: [{ legalBasis: 'HOL_7_1' }, { legalBasis: 'HOL_7_2A' }, { legalBasis: null }],
    });
    const told = /barnekoordinator innvilget \(hjemmel: helse- og omsorgstjenesteloven § 7-2 a\)/;
    expect((await entryOf(caseId, 'DecisionMade', readAfter)).sentence).toMatch(told);
    const csv = await worker.get(`/v1/cases/${caseId}/audit-trail`, { headers: { accept: 'text/csv' } });
    expect(String(csv.body)).toMatch(told);
  });

  it('takes a mapping that is typed in after the decision, by its own day', async () => {
    const { caseId } = await steps.granted();
    const path = `/v1/cases/${caseId}/mapping-completion`;
    const mapped = { competenceBasis: 'PROFESSION', completedOn: '2026-01-27' };
    expect(await worker.post(path, { ...mapped, completedOn: '2026-01-28' })).toMatchObject({
      status: 409,
      body: { type: 'casework/already-decided' },
    });
    const { readAfter } = done(await worker.post(path, mapped));
    expect(await caseOf(caseId, readAfter)).toMatchObject({
      status: 'DECIDED_NOT_NOTIFIED',
      mappedOn: '2026-01-27',
    });
  });

  it('stays mapped when the earlier assignment is typed in after the mapping, and names nobody by a mark', async () => {
    const assigneeId = await steps.party(nameless);
    const caseId = await steps.application(await steps.person());
    const mapped = { performerId: assigneeId, competenceBasis: 'PROFESSION', completedOn: '2026-01-10' };
    done(await worker.post(`/v1/cases/${caseId}/mapping-completion`, mapped));
    const assignment = { assigneeId, assignedOn: '2026-01-07', dueOn: '2026-01-20' };
    const { readAfter } = done(await worker.post(`/v1/cases/${caseId}/mapping-assignments`, assignment));
    expect(await caseOf(caseId, readAfter)).toMatchObject({ status: 'MAPPED', overdue: false });

    const toldIn = async (accept: string, language: string) =>
      (
        await worker.get(`/v1/cases/${caseId}/audit-trail`, {
          headers: { accept, 'accept-language': language },
        })
      ).body;
    expect(JSON.stringify(await toldIn('application/json', 'nb'))).toContain('[uten navn]');
    expect(JSON.stringify(await toldIn('application/json', 'nn'))).toContain('[utan namn]');
    expect(await toldIn('text/csv', 'nn')).toContain('[utan namn]');
  });

  it('is overdue again when a mapping is assigned again', async () => {
    const caseId = await steps.application(await steps.person());
    const mapper = await steps.party('Testa Kartlegger');
    const { readAfter } = await steps.mapping(caseId, mapper);
    expect(await caseOf(caseId, readAfter)).toMatchObject({ overdue: false, mappedOn: '2026-01-14' });
    const again = done(
      await worker.post(`/v1/cases/${caseId}/mapping-assignments`, {
        assigneeId: mapper,
        assignedOn: '2026-01-15',
        dueOn: '2026-01-22',
      }),
    );
    expect(await caseOf(caseId, again.readAfter)).toMatchObject({ overdue: true, mappedOn: null });
  });

  it('lacks a consent until one covers what is applied for', async () => {
    const subjectId = await steps.person();
    const caseId = await steps.application(subjectId);
    const consenting = async (...scopes: readonly string[]) => {
      const given = { scopes, givenBy: 'SUBJECT', givenOn: '2026-01-05' };
      return done(await worker.post(`/v1/subjects/${subjectId}/consents`, given)).readAfter;
    };
    const openPoints = async (readAfter: string) => (await caseOf(caseId, readAfter)).openPoints;
    expect(await openPoints(await consenting('REGISTER'))).toContain('CONSENT');
    expect(await openPoints(await consenting('PLAN'))).toContain('CONSENT');
    expect(await openPoints(await consenting('COORDINATOR'))).not.toContain('CONSENT');
  });

  it('is decided by the meeting that it was called to, in whatever case its id is sent', async () => {
    const caseId = await steps.application(await steps.person());
    const meetingId = '5B2D9C1E-8E0A-4C0B-9D57-0A1B2C3D4E5F';
    const called = { meetingId, meetsOn: '2026-01-27', convenedOn: '2026-01-15' };
    const convened = done(await worker.post(`/v1/cases/${caseId.toUpperCase()}/meetings`, called));
    expect(convened).toMatchObject({ caseId, meetingId: meetingId.toLowerCase() });
    await steps.decision(caseId, meetingId);
  });

  it('B11 is told whole as CSV, and page by page as JSON, however long its trail', async () => {
    const opened = done(
      await worker.post('/v1/cases', {
        opening: 'APPLICATION',
        subjectId: await steps.person(),
        items: ['GROUP'],
        receivedOn: '2026-01-06',
        channel: 'FORM',
        wish: 'Første ønske',
      }),
    );
    const { caseId } = opened;
    const [{ eventId }] = opened.events;
    let { readAfter } = opened;
    const path = `/v1/cases/${caseId}/audit-trail`;
    // What the system notes of the application stands before its corrections.
    await eventually(async () => {
      const { entries } = done(await worker.get(path)) as { readonly entries: readonly Entry[] };
      expect(entries.map(({ type }) => type)).toContain('DeadlineSet');
    });
    await correctedOften(app, caseStream('1576', caseId), 419);
    const last = { eventId, changed: { wish: 'Ønske 419' }, reason: 'Nr. 419' };
    ({ readAfter } = done(await correct(caseId, last)));
    const pages: Entry[][] = [];
    for (let after = ''; ;) {
      const { entries, next } = done(await worker.get(`${path}?readAfter=${readAfter}${after}`));
      pages.push(entries);
      if (next === undefined) break;
      after = `&after=${next}`;
    }
    expect(pages.map(({ length }) => length)).toEqual([200, 200, 23]);
    const all = pages.flat();
    expect(new Set(all.map((entry) => entry.eventId)).size).toBe(423);
    expect(all.at(-1)?.sentence).toBe(
      '«Søknad mottatt» ble rettet: ønske: fra «Ønske 418» til «Ønske 419». Begrunnelse for rettingen: «Nr. 419».',
    );
    const [application] = all;
    expect([application?.corrections.length, application?.earlierCorrections]).toEqual([20, 400]);

    const csv = await worker.get(path, { headers: { accept: 'text/csv' } });
    expect(csv.headers.get('content-disposition')).toBe('attachment; filename="audit-trail.csv"');
    const told = String(csv.body).match(/«Søknad mottatt» ble rettet/g);
    expect(told).toHaveLength(420);
    expect(String(csv.body).match(/Saken gjelder/g)).toHaveLength(1);
  });
});

/** Corrects what a stream begins with again and again, in one append: as commands it would take minutes. */
async function correctedOften({ parts }: TestApp, stream: string, times: number): Promise<void> {
  const { store, codec, vault } = parts;
  const history = (await store.read(stream)).map((event) => codec.decode(event));
  const [target] = history;
  const expected = history.at(-1)?.revision;
  if (!target || expected === undefined) throw new Error('The stream is empty');
  const { mac: _mac, bodyMac: _bodyMac, ...written } = target.metadata;
  const metadata = { ...written, $causationId: randomUUID() };
  const drafts = Array.from({ length: times }, (_, n) => ({
    ...correction(codec.eventsOf(stream), target, { wish: `Ønske ${n}` }, `Nr. ${n}`),
    id: randomUUID(),
    metadata,
  }));
  await store.append(stream, expected, await codec.encode(stream, drafts, vault.keys, expected));
}
