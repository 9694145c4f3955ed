import { ApiClient } from '../support/api-client.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { inDays } from '../support/days.js';
import { done, Procedure } from './procedure.js';

let app: TestApp;
let worker: ApiClient;
let leader: ApiClient;
let steps: Procedure;

beforeAll(async () => {
  app = await startTestApp();
  worker = await ApiClient.as(app.url, 'CASEWORKER');
  leader = await ApiClient.as(app.url, 'LEADER');
  steps = new Procedure(worker);
});
afterAll(() => app?.stop());

interface Task {
  readonly id: string;
  readonly kind: string;
  readonly dueOn: string | null;
  readonly overdue: boolean;
  readonly step: { readonly method: string; readonly path: string };
  readonly for: { readonly party: { readonly partyId: string } | null; readonly role: string | null };
}
const waiting = async (readAfter: string, id: string) =>
  (done(await worker.get(`/v1/tasks?limit=200&readAfter=${readAfter}`)).tasks as readonly Task[]).filter(
    ({ step }) => step.path.includes(id),
  );
const sentences = async (path: string, language: 'nb' | 'nn') =>
  (
    done(await worker.get(path, { headers: { 'accept-language': language } })).entries as readonly {
      readonly sentence: string;
    }[]
  ).map(({ sentence }) => sentence);
const after =
  (path: string, readAfter: string) =>
  async (client = worker) =>
    done(await client.get(`${path}${path.includes('?') ? '&' : '?'}readAfter=${readAfter}`));

describe('training and guidance', () => {
  const course = { form: 'COURSE', courseCode: 'COORDINATOR_BASICS', title: 'Grunnkurs' };
  const offered = { ...course, offeredOn: '2026-01-10', plannedOn: '2026-02-10', place: 'Rådhuset' };

  it('is offered, held, and completed by staff; who lacks the basic training shows (H8, F25, A8, S4)', async () => {
    const [first, second] = [await steps.party('Kursa Prøve'), await steps.party('Kurso Prøve')];
    const { trainingId, readAfter } = done(await worker.post('/v1/trainings', offered));
    expect(await waiting(readAfter, trainingId)).toMatchObject([{ kind: 'TRAINING_TO_RECORD' }]);

    const early = { partyIds: [first], courseCode: 'COORDINATOR_BASICS', completedOn: '2026-02-10' };
    expect(await worker.post(`/v1/trainings/${trainingId}/completions`, early)).toMatchObject({
      status: 409,
      body: { type: 'competence/training-not-held' },
    });
    const held = { heldOn: '2026-02-10', participants: 14 };
    done(await worker.post(`/v1/trainings/${trainingId}/held`, held));
    const completed = done(
      await worker.post(`/v1/trainings/${trainingId}/completions`, { ...early, partyIds: [first, 'nobody'] }),
    );
    expect(completed.staff).toEqual([
      { partyId: first },
      { partyId: 'nobody', refused: 'competence/no-such-staff' },
    ]);
    const guidance = { way: 'CONVERSATION', givenOn: '2026-02-12', matter: 'Det første møtet' };
    const guided = done(await worker.post(`/v1/staff-competence/${second}/guidance`, guidance));

    expect(await waiting(guided.readAfter, trainingId)).toEqual([]);
    const { staff } = await after('/v1/staff-competence', guided.readAfter)();
    const lineOf = (id: string) =>
      (staff as { party: { partyId: string } }[]).find(({ party }) => party.partyId === id);
    expect(lineOf(first)).toMatchObject({
      completed: [{ courseCode: 'COORDINATOR_BASICS', completedOn: '2026-02-10' }],
      lacks: [],
      lastGuidanceOn: null,
    });
    expect(lineOf(second)).toMatchObject({
      completed: [],
      lacks: ['COORDINATOR_BASICS'],
      guidanceCount: 1,
      lastGuidanceOn: '2026-02-12',
    });
    expect(done(await worker.get(`/v1/staff-competence/${second}`))).toMatchObject({
      party: { partyId: second, name: 'Kurso Prøve' },
      guidance: [{ ...guidance, givenBy: null }],
    });
    const { trainings } = await after('/v1/trainings', guided.readAfter)();
    expect(trainings).toMatchObject([{ trainingId, ...course, ...held, day: '2026-02-10' }]);

    expect(await sentences(`/v1/trainings/${trainingId}/audit-trail`, 'nn')).toEqual([
      '«Grunnkurs» (kurs) vart 10. januar 2026 sett opp til 10. februar 2026, på «Rådhuset». Det blir rekna som: grunnopplæring for koordinatorar.',
      'Opplæringa vart halden 10. februar 2026, med 14 til stades.',
    ]);
    expect(await sentences(`/v1/staff-competence/${second}/audit-trail`, 'nb')).toEqual([
      'Kurso Prøve fikk veiledning i samtale 12. februar 2026, om «Det første møtet».',
    ]);
  });

  it('goes by courses that the municipality lists and withdraws (H8)', async () => {
    const partyId = await steps.party('Listo Prøve');
    const own = { courseCode: 'MOTIVATION', nb: 'motiverende samtale', nn: 'motiverande samtale' };
    const complete = { courseCode: 'MOTIVATION', completedOn: '2026-02-01' };
    expect(await worker.post(`/v1/staff-competence/${partyId}/courses`, complete)).toMatchObject({
      status: 409,
      body: { type: 'competence/unknown-code' },
    });
    done(await leader.post('/v1/courses', { ...own, isBasic: true, listedOn: '2026-01-01' }));
    const { readAfter } = done(await worker.post(`/v1/staff-competence/${partyId}/courses`, complete));
    const matrix = await after('/v1/staff-competence', readAfter)();
    expect(matrix.courses).toContainEqual({ ...own, isBasic: true, withdrawnOn: null });
    const line = () =>
      after('/v1/staff-competence', readAfter)().then(({ staff }) =>
        (staff as { party: { partyId: string }; lacks: string[] }[]).find(
          ({ party }) => party.partyId === partyId,
        ),
      );
    expect((await line())?.lacks).toEqual(['COORDINATOR_BASICS']);
    expect(await sentences(`/v1/staff-competence/${partyId}/audit-trail`, 'nn')).toEqual([
      'Listo Prøve fullførte 1. februar 2026: motiverande samtale.',
    ]);
    done(await leader.post('/v1/courses/COORDINATOR_BASICS/withdrawal', { withdrawnOn: '2026-02-02' }));
    expect((await line())?.lacks).toEqual([]);
    const usual = { courseCode: 'COORDINATOR_BASICS', nb: 'grunnkurs', nn: 'grunnkurs', isBasic: true };
    done(await leader.post('/v1/courses', { ...usual, listedOn: '2026-02-02' }));
    expect((await line())?.lacks).toEqual(['COORDINATOR_BASICS']);
    expect((await (await ApiClient.as(app.url, 'UNIT_LEADER')).get('/v1/staff-competence')).status).toBe(403);
  });

  it('is planned with professional days and a plan for competence, for the unit’s meeting (U9)', async () => {
    const day = { form: 'PROFESSIONAL_DAY', title: 'Fagdag om overganger', plannedOn: inDays(30) };
    const { trainingId, readAfter } = done(await worker.post('/v1/trainings', day));
    expect(await waiting(readAfter, trainingId)).toEqual([]);
    const { trainings } = await after('/v1/trainings', readAfter)();
    expect(trainings[0]).toMatchObject({ trainingId, ...day, heldOn: null });
    const plan = {
      title: 'Kompetanse og samarbeid',
      validFrom: '2026-01-01',
      validUntil: inDays(300),
      aims: 'Alle koordinatorer har grunnopplæring',
      adoptedBy: 'HEAD_OF_SERVICE',
      adoptedOn: '2026-01-02',
    };
    done(await leader.post('/v1/competence-plans', plan));
    expect(done(await worker.get('/v1/competence-plans')).plans).toEqual([
      { ...plan, location: null, isCurrent: true },
    ]);
    const csv = await worker.get('/v1/staff-competence', { headers: { accept: 'text/csv' } });
    expect(csv.status).toBe(200);
  });
});

describe('a controlled document', () => {
  const head = {
    kind: 'ROUTINE',
    title: 'Behandling av søknader',
    number: 'HRO-12',
    unit: 'KE',
    audiences: ['INTERNAL', 'CHECKLIST'],
    approverRole: 'HEAD_OF_SERVICE',
    forCases: true,
  };

  it('is drafted, approved, reviewed when that is due, revised and withdrawn (F1)', async () => {
    const maintainerId = await steps.party('Ajouro Prøve');
    const told = { ...head, maintainerId };
    const { documentId, ...drafted } = done(
      await worker.post('/v1/controlled-documents', { ...told, draftedOn: '2009-09-18' }),
    );
    const post = async (what: string, body: object) =>
      done(await worker.post(`/v1/controlled-documents/${documentId}/${what}`, body)).readAfter as string;
    expect(await waiting(drafted.readAfter, documentId)).toMatchObject([
      { kind: 'DOCUMENT_TO_APPROVE', for: { role: 'LEADER' } },
    ]);
    const approval = { approvedOn: '2019-01-22', validFrom: '2019-01-22', nextReviewOn: '2021-01-22' };
    const approved = await post('approvals', approval);
    expect(await waiting(approved, documentId)).toMatchObject([
      {
        kind: 'DOCUMENT_TO_REVIEW',
        dueOn: '2021-01-22',
        overdue: true,
        for: { party: { partyId: maintainerId } },
      },
    ]);
    const one = async (readAfter: string) =>
      ((await after('/v1/controlled-documents', readAfter)()).documents as { documentId: string }[]).find(
        (of) => of.documentId === documentId,
      );
    expect(await one(approved)).toMatchObject({
      ...head,
      maintainer: { partyId: maintainerId, name: 'Ajouro Prøve' },
      status: 'IN_FORCE',
      inForce: { revision: 1, validFrom: '2019-01-22' },
      isReviewOverdue: true,
    });
    const reviewed = await post('reviews', { reviewedOn: '2026-02-01', nextReviewOn: inDays(400) });
    expect(await waiting(reviewed, documentId)).toEqual([]);
    const revised = await post('revisions', { ...told, revisedOn: '2026-02-02', changes: 'Ny lov' });
    expect(await one(revised)).toMatchObject({ status: 'UNDER_REVISION', inForce: { revision: 1 } });
    const again = await post('approvals', {
      approvedOn: '2026-02-03',
      validFrom: '2026-02-03',
      nextReviewOn: inDays(400),
    });
    expect(await one(again)).toMatchObject({ status: 'IN_FORCE', inForce: { revision: 2 } });
    const gone = await post('withdrawal', { withdrawnOn: '2026-02-04', reason: 'Erstattet' });
    expect(await one(gone)).toMatchObject({ status: 'WITHDRAWN', inForce: null });
    const told2 = await sentences(`/v1/controlled-documents/${documentId}/audit-trail`, 'nb');
    expect(told2[0]).toBe(
      '«Behandling av søknader» ble utarbeidet 18. september 2009. Slag: rutine. For: intern og sjekkliste. Nummer: «HRO-12». ' +
        'Enhet: koordinerende enhet (KOE). Holdes à jour av Ajouro Prøve, godkjennes av kommunalsjefen. Saker behandles etter det.',
    );
    expect(told2.at(-1)).toBe('Dokumentet ble trukket tilbake 4. februar 2026. Begrunnelse: «Erstattet».');
  });

  it('tells which revision a case ran under when it was opened, and which one holds now (U19)', async () => {
    const maintainerId = await steps.party('Rutina Prøve');
    const told = { ...head, kind: 'PROCEDURE', title: 'Flytskjema', maintainerId };
    const { documentId } = done(
      await worker.post('/v1/controlled-documents', { ...told, draftedOn: '2025-01-02' }),
    );
    const post = async (what: string, body: object) =>
      done(await worker.post(`/v1/controlled-documents/${documentId}/${what}`, body)).readAfter as string;
    const approve = (day: string) =>
      post('approvals', { approvedOn: day, validFrom: day, nextReviewOn: inDays(400) });
    await approve('2025-01-03');
    const caseId = await steps.application(await steps.person());
    await post('revisions', { ...told, revisedOn: '2026-03-01', changes: 'Nytt steg' });
    const readAfter = await approve('2026-03-02');
    const { routines, openedOn } = await after(`/v1/cases/${caseId}/routines`, readAfter)();
    expect(openedOn < '2026-03-01').toBe(true);
    expect(routines).toContainEqual({
      documentId,
      kind: 'PROCEDURE',
      title: 'Flytskjema',
      number: 'HRO-12',
      atOpening: { revision: 1, approvedOn: '2025-01-03', validFrom: '2025-01-03' },
      now: { revision: 2, approvedOn: '2026-03-02', validFrom: '2026-03-02' },
    });
    expect((await worker.get('/v1/cases/none/routines')).status).toBe(404);
  });
});

describe('cooperation beyond the single person', () => {
  it('is a task with an owner, who is asked when it is to be followed up (U23)', async () => {
    const ownerId = await steps.party('Eigar Prøve');
    const task = {
      matter: 'Felles inntaksmøte',
      ownerId,
      withUnits: ['SCHOOL', 'HOME_CARE'],
      agreedOn: '2026-01-12',
      followUpOn: '2026-02-12',
    };
    const agreed = done(await worker.post('/v1/cooperation/tasks', task));
    const { matterId } = agreed;
    expect(await waiting(agreed.readAfter, matterId)).toMatchObject([
      { kind: 'COOPERATION_TO_FOLLOW_UP', dueOn: '2026-02-12', for: { party: { partyId: ownerId } } },
    ]);
    const followed = { followedUpOn: '2026-02-12', note: 'Prøves ut', followUpOn: inDays(60) };
    const { readAfter } = done(await worker.post(`/v1/cooperation/tasks/${matterId}/follow-ups`, followed));
    expect(await waiting(readAfter, matterId)).toEqual([]);
    const outcome = { outcome: 'DONE', completedOn: '2026-03-01' };
    const ended = done(await worker.post(`/v1/cooperation/tasks/${matterId}/completion`, outcome));
    const { tasks } = await after('/v1/cooperation/tasks', ended.readAfter)();
    expect(tasks[0]).toMatchObject({
      matterId,
      matter: task.matter,
      withUnits: task.withUnits,
      owner: { partyId: ownerId, name: 'Eigar Prøve' },
      followUps: [{ followedUpOn: '2026-02-12', note: 'Prøves ut' }],
      outcome: 'DONE',
      endedOn: '2026-03-01',
      isOverdue: false,
    });
    expect(await sentences(`/v1/cooperation/matters/${matterId}/audit-trail`, 'nn')).toMatchObject([
      '«Felles inntaksmøte» vart avtalt 12. januar 2026. Eigar Prøve følgjer det opp, neste gong 12. februar 2026. Einingar som er med: skulen og heimetenesta.',
      expect.stringContaining('Oppgåva vart følgd opp 12. februar 2026: «Prøves ut».'),
      'Oppgåva vart avslutta 1. mars 2026 (gjennomført).',
    ]);
  });

  it('is hearing those who speak for users, who are asked and answer (U21)', async () => {
    const asked = {
      body: 'USER_COUNCIL',
      bodyName: 'Prøvedal brukerråd',
      matter: 'Ny brosjyre',
      askedOn: '2026-01-20',
      answerBy: '2026-02-20',
    };
    const hearing = done(await worker.post('/v1/cooperation/hearings', asked));
    expect(await waiting(hearing.readAfter, hearing.matterId)).toMatchObject([
      { kind: 'USER_BODY_TO_ANSWER', dueOn: '2026-02-20', overdue: true },
    ]);
    const answer = {
      answeredOn: '2026-02-25',
      standpoint: 'SUPPORTS_WITH_REMARKS',
      answer: 'Større skrift',
      consequence: 'Skriften er endret',
    };
    const path = `/v1/cooperation/hearings/${hearing.matterId}/answer`;
    const { readAfter } = done(await worker.post(path, answer));
    expect(await waiting(readAfter, hearing.matterId)).toEqual([]);
    const { answeredOn: endedOn, ...said } = answer;
    const { hearings } = await after('/v1/cooperation/hearings', readAfter)();
    expect(hearings).toMatchObject([
      { matterId: hearing.matterId, bodyName: asked.bodyName, body: asked.body, endedOn, ...said },
    ]);
    expect(await sentences(`/v1/cooperation/matters/${hearing.matterId}/audit-trail`, 'nb')).toEqual([
      '«Prøvedal brukerråd» (brukerråd) ble 20. januar 2026 spurt om «Ny brosjyre», med frist 20. februar 2026.',
      'Svaret ble registrert 25. februar 2026 (støtter det, med merknader): «Større skrift». Det førte til: «Skriften er endret».',
    ]);
  });
});

describe('what the unit keeps for everybody', () => {
  it('is the law under old and new names, entry by entry, which a municipality adds to and changes (A13, F28)', async () => {
    const entry = {
      reference: 'BARNELOVA_2025',
      nb: 'barnelova (2025)',
      nn: 'barnelova (2025)',
      validFrom: '2027-01-01',
      listedOn: '2026-01-02',
    };
    done(await leader.post('/v1/law-references', entry));
    const old = {
      reference: 'BARNELOVA_31_33',
      nb: 'barnelova (1981) §§ 31–33',
      nn: 'barnelova (1981) §§ 31–33',
      validUntil: '2026-12-31',
      replacedBy: ['BARNELOVA_2025'],
      listedOn: '2026-01-02',
    };
    done(await leader.post('/v1/law-references', old));
    const { references } = done(await worker.get('/v1/law-references'));
    const entryOf = (code: string) =>
      (references as { reference: string }[]).filter(({ reference }) => reference === code);
    const { listedOn: _, ...shown } = old;
    expect(entryOf('BARNELOVA_31_33')).toEqual([{ ...shown, validFrom: null, isOwn: true }]);
    expect(entryOf('BARNELOVA_2025')).toHaveLength(1);
    expect(entryOf('SOTJL_28')).toMatchObject([{ isOwn: false, validFrom: '2010-01-01' }]);
    expect(
      await leader.post('/v1/law-references', { ...entry, reference: 'X', replacedBy: ['NOWHERE'] }),
    ).toMatchObject({ status: 409, body: { type: 'competence/unknown-code' } });
    expect((await sentences('/v1/competence/audit-trail?topic=lawReferences', 'nb')).at(-1)).toBe(
      'Lovhenvisningen «barnelova (1981) §§ 31–33» ble ført opp 2. januar 2026. Den gjelder til og med 31. desember 2026. Den er erstattet av barnelova (2025).',
    );
  });

  it('is information material, which everybody finds without a login while it is out (H8, U22)', async () => {
    const brochure = {
      form: 'BROCHURE',
      nameNb: 'Hva er en koordinator?',
      nameNn: 'Kva er ein koordinator?',
      audiences: ['USER', 'NEXT_OF_KIN'],
      location: 'Servicekontoret',
      publishedOn: '2026-01-10',
    };
    const { materialId } = done(await worker.post('/v1/information-material', brochure));
    const { materialId: old } = done(
      await worker.post('/v1/information-material', { ...brochure, nameNb: 'Gammel', nameNn: 'Gammal' }),
    );
    done(await worker.post(`/v1/information-material/${old}/withdrawal`, { withdrawnOn: '2026-02-01' }));
    const { material } = done(await worker.get('/v1/information-material'));
    expect(material).toContainEqual({ ...brochure, materialId, withdrawnOn: null, isCurrent: true });
    expect((material as { isCurrent: boolean }[]).map(({ isCurrent }) => isCurrent)).toEqual([true, false]);
    const { body } = await new ApiClient(app.url).get('/open/1576');
    expect(body.material).toEqual([
      {
        name: { nb: brochure.nameNb, nn: brochure.nameNn },
        form: { nb: 'brosjyre', nn: 'brosjyre' },
        location: 'Servicekontoret',
      },
    ]);
  });

  it('is put right where it was wrong, and struck out where it should not be there', async () => {
    const trail = '/v1/competence/audit-trail?topic=plans';
    const [entry] = done(await worker.get(trail)).entries as { eventId: string }[];
    const of = { topic: 'plans', eventId: entry?.eventId, reason: 'Feil dato' };
    done(await leader.post('/v1/competence/corrections', { ...of, changed: { validFrom: '2026-01-02' } }));
    expect(done(await worker.get('/v1/competence-plans')).plans[0].validFrom).toBe('2026-01-02');
    const wrong = { ...of, recordedInError: { reasonCode: 'TYPING_ERROR' } };
    done(await leader.post('/v1/competence/corrections', wrong));
    expect(done(await worker.get('/v1/competence-plans')).plans).toEqual([]);
    expect((await sentences(trail, 'nb')).length).toBe(3);
  });
});
