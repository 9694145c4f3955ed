import { roleOf } from '#apps/api/src/tasks/told-task';
import { taskWordings } from '#apps/api/src/tasks/wordings';
import { viewerRoles } from '#personal-data/viewer';
import { inTransaction, type Pool, readerPool } from '#postgres';
import { access, type ReadModel, type Relation, relationOf } from '#projections/access';
import { projections } from '#projections/index';
import { taskKinds } from '#projections/tasks/kinds';
import { ApiClient, demoKey } from '../support/api-client.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { eventually } from '../support/wait.js';
import { documentForm } from './document-form.js';
import { done, Procedure } from './procedure.js';

/** Three persons, each in another relation to those who look: told by the name of what makes them so. */
const who = ['coordinated', 'ofUnit', 'registered'] as const;
type Who = (typeof who)[number];
interface Lived {
  readonly subjectId: string;
  readonly caseId: string;
  readonly planId: string;
}
type Persons = Readonly<Record<Who, Lived>>;

/** Whom each relation shows: the coordinator has the first, the unit leader’s unit the second, the service office took in the third. */
const shows: Readonly<Record<Relation, readonly Who[]>> = {
  MUNICIPALITY: who,
  COORDINATED: ['coordinated'],
  OWN_UNIT: ['ofUnit'],
  REGISTERED: ['registered'],
  TAKEN_IN: ['registered'],
  BOARD_LIST: who,
  NAMED: ['coordinated'],
  OWN: ['coordinated'],
  GIVEN: ['coordinated'],
  EMERGENCY: ['registered'],
  OPERATED: [],
};
/** The caseworker of this test registered the others. */
const seenBy = (what: ReadModel, role: (typeof viewerRoles)[number]): readonly Who[] | 403 => {
  const relation = relationOf(what, role);
  if (relation === undefined) return 403;
  // Who coordinates, and with whom that one has shared something.
  if (relation === 'NAMED' && role !== 'COORDINATOR' && role !== 'BOARD_MEMBER') return [];
  // To whom the coordinator gave the crisis plan: the unit’s leader alone; and that there is one, to whoever opened one in an emergency.
  if (relation === 'GIVEN' && role === 'SERVICE_OFFICE' && what === 'crisisPlan') return ['registered'];
  if (relation === 'GIVEN' && role !== 'COORDINATOR' && role !== 'UNIT_LEADER') return [];
  // Who read it in an emergency that day.
  if (relation === 'EMERGENCY' && role !== 'SERVICE_OFFICE') return [];
  return relation === 'REGISTERED' && role === 'CASEWORKER' ? ['coordinated', 'ofUnit'] : shows[relation];
};

describe('access', () => {
  let app: TestApp;
  let persons: Persons;
  let reader: Pool;
  let meetingId: string;
  let boardMeetingId: string;
  let importId: string;
  let complaintId: string;
  const clients = new Map<string, ApiClient>();
  const as = (role: string) => clients.get(role) ?? new ApiClient(app.url);

  beforeAll(async () => {
    app = await startTestApp({ tenants: ['1576', '9999'] });
    reader = readerPool({ connectionString: app.database.url, applicationName: 'access spec', max: 2 });
    for (const role of viewerRoles) {
      const unit = role === 'UNIT_LEADER' ? 'SCHOOL' : undefined;
      const { body } = await new ApiClient(app.url).post('/demo/token', {
        key: demoKey,
        role,
        municipality: '1576',
        sub: `access-${role.toLowerCase()}`,
        unit,
      });
      clients.set(role, new ApiClient(app.url, body.accessToken as string));
    }
    const worker = as('CASEWORKER');
    const steps = new Procedure(worker);
    const counter = new Procedure(as('SERVICE_OFFICE'));
    const login = { issuer: 'samspor-demo', subject: 'access-coordinator' };
    const own = await steps.staffWith(login, 'Testa Koordinator');
    const another = { issuer: 'samspor-demo', subject: 'access-other' };
    const other = await steps.staffWith(another, 'Testo Koordinator');
    const coordinators: Readonly<Record<string, ApiClient>> = {
      [own]: as('COORDINATOR'),
      [other]: await ApiClient.as(app.url, 'COORDINATOR', '1576', 'access-other'),
    };
    let readAfter = '';
    const lived = async (of: Who, desk: Procedure, coordinatorId: string, unit: string) => {
      const subjectId = await desk.person({ familyName: `Tilgangsen ${of}` });
      const caseId = await desk.application(subjectId);
      const enquiryId = await desk.enquiry({ subjectId, unit });
      done(await worker.post(`/v1/enquiries/${enquiryId}/cases`, { caseId }));
      const near = { partyId: await steps.party('Testo Nærsen'), kind: 'NEXT_OF_KIN' };
      done(await worker.post(`/v1/subjects/${subjectId}/relations`, near));
      const consentId = await steps.consent(subjectId);
      await steps.decision(caseId, await steps.meeting(caseId));
      const appointed = { coordinatorId, caseId, validFrom: '2026-02-01', wishFollowed: 'YES', unit };
      done(await worker.post(`/v1/subjects/${subjectId}/coordinators`, appointed));
      const promise = { what: 'Ringe tilbake', by: 'UNIT', unit, dueOn: '2099-06-01' };
      done(await worker.post(`/v1/subjects/${subjectId}/follow-up/promises`, promise));
      const told = {
        way: 'EMAIL',
        complainant: 'SUBJECT',
        matters: ['FOLLOW_UP'],
        text: 'Ingen følger opp.',
      };
      ({ complaintId } = done(await worker.post('/v1/complaints', { subjectId, ...told })));
      ({ readAfter } = done(await worker.post('/v1/unit-reports', { subjectId, unit, coordinatorId })));
      const planId = await steps.plan(subjectId, caseId);
      const coordinator = coordinators[coordinatorId] ?? worker;
      const entry = { section: 'NEEDS', text: 'Følge til legen', author: 'COORDINATOR' };
      ({ readAfter } = done(await coordinator.post(`/v1/plans/${planId}/entries`, entry)));
      const measure = { text: 'Støttekontakt', responsible: 'UNIT', unit, hasCost: true };
      const { measureId } = done(await coordinator.post(`/v1/plans/${planId}/measures`, measure));
      const clearances = `/v1/plans/${planId}/measures/${measureId}/clearances`;
      ({ readAfter } = done(await coordinator.post(clearances, {})));
      const inCrisis = `/v1/subjects/${subjectId}/crisis-plan`;
      const crisis = {
        warningSigns: 'Sover ikke',
        whatHelps: 'Ro',
        whatToDo: 'Ring',
        whomToCall: 'Søster',
        withSubject: true,
        nextReviewOn: '2099-01-01',
      };
      ({ readAfter } = done(await coordinator.post(inCrisis, crisis)));
      if (of === 'registered') {
        const read = { reason: 'Fant personen ute om natta' };
        ({ readAfter } = done(await as('SERVICE_OFFICE').post(`${inCrisis}/emergency-readings`, read)));
      }
      if (of === 'coordinated') {
        const leading = { issuer: 'samspor-demo', subject: 'access-unit_leader' };
        const leaderId = await steps.staffWith(leading, 'Testine Enhetsleder');
        const agreed = { scopes: ['SHARE'], sections: ['CRISIS_PLAN'], recipientIds: [leaderId] };
        const consentTo = done(
          await worker.post(`/v1/subjects/${subjectId}/consents`, { ...agreed, givenBy: 'SUBJECT' }),
        ).consentId as string;
        const to = { partyId: leaderId, consentId: consentTo, until: '2099-12-31' };
        ({ readAfter } = done(await coordinator.post(`${inCrisis}/recipients`, to)));
        const onBoard = { issuer: 'samspor-demo', subject: 'access-board_member' };
        const partyId = await steps.staffWith(onBoard, 'Testur Nemndsen');
        const given = { partyId, sections: ['NEEDS'], until: '2026-12-31', consentId };
        ({ readAfter } = done(await coordinator.post(`/v1/plans/${planId}/accesses`, given)));
      }
      return { subjectId, caseId, planId };
    };
    persons = {
      coordinated: await lived('coordinated', steps, own, 'HOME_CARE'),
      ofUnit: await lived('ofUnit', steps, other, 'SCHOOL'),
      registered: await lived('registered', counter, other, 'NAV'),
    };
    const { body: oneself } = await new ApiClient(app.url).post('/demo/token', {
      key: demoKey,
      role: 'SUBJECT',
      municipality: '1576',
      subjectId: persons.coordinated.subjectId,
    });
    clients.set('SUBJECT', new ApiClient(app.url, oneself.accessToken as string));
    const paper = {
      recordKind: 'CASE',
      recordId: persons.coordinated.caseId,
      direction: 'IN',
      kind: 'LETTER',
      documentDate: '2026-01-12',
      title: 'Tilgang',
    };
    done(await worker.post('/v1/documents', undefined, await documentForm(paper)));
    const waiting = await steps.application(await steps.person());
    const called = { kind: 'UNIT', meetsOn: '2026-01-27', plannedOn: '2026-01-12' };
    ({ meetingId } = done(await worker.post('/v1/meetings', called)));
    const agenda = { caseIds: [waiting], putOn: '2026-01-15' };
    done(await worker.post(`/v1/meetings/${meetingId}/agenda`, agenda));
    const seat = { partyId: own, role: 'MEMBER', validFrom: '2026-01-01' };
    done(await worker.post('/v1/board/members', seat));
    const terms = { types: ['CASE_CLOSED_V1'], plans: false, purpose: 'Tilgang', legalBasis: 'CONSENT' };
    done(await as('ADMIN').post('/v1/subscriptions', { name: 'Tilgang', ...terms, begins: 'NOW' }));
    // What the board is shown.
    const ofBoard = { kind: 'BOARD', meetsOn: '2026-01-27', plannedOn: '2026-01-12' };
    ({ meetingId: boardMeetingId } = done(await worker.post('/v1/meetings', ofBoard)));
    done(await worker.post(`/v1/meetings/${boardMeetingId}/agenda/fixing`, { fixedOn: '2026-01-15' }));
    const course = { courseCode: 'ACCESS', nb: 'tilgang', nn: 'tilgang', isBasic: false };
    done(await worker.post('/v1/courses', course));
    const training = { form: 'COURSE', title: 'Tilgang', plannedOn: '2026-01-20', offeredOn: '2026-01-10' };
    done(await worker.post('/v1/trainings', training));
    done(await worker.post(`/v1/staff-competence/${own}/courses`, { courseCode: 'ACCESS' }));
    const document = {
      kind: 'ROUTINE',
      title: 'Tilgang',
      audiences: ['INTERNAL'],
      maintainerId: own,
      approverRole: 'KE',
      forCases: false,
    };
    done(await worker.post('/v1/controlled-documents', document));
    const task = { matter: 'Tilgang', ownerId: own, agreedOn: '2026-01-12', followUpOn: '2026-02-01' };
    done(await worker.post('/v1/cooperation/tasks', task));
    done(await as('LEADER').post('/v1/reports', { from: '2025-01-01', to: '2025-07-01' }));
    const list = 'Født;Navn;IP startet;Samtykke\n2.3.1991;Tatt Innsen;1.2.2021;1.1.2021';
    const file = { raw: list, headers: { 'content-type': 'text/csv' } };
    ({ importId } = done(await worker.post('/v1/import-rehearsals', undefined, file)));
    done(await worker.post(`/v1/imports/${importId}`, undefined, file));
    const established = {
      unit: 'ACCESS_UNIT',
      nb: 'prøveenheten',
      nn: 'prøveeininga',
      establishedOn: '2026-01-01',
    };
    ({ readAfter } = done(await as('ADMIN').post('/v1/units', established)));
    await eventually(async () => done(await worker.get(`/v1/units?readAfter=${readAfter}`)));
    await eventually(async () =>
      done(await as('SERVICE_OFFICE').get(`/v1/registrations?readAfter=${readAfter}`)),
    );
    for (const path of ['cases', 'coordination', 'unit-reports', 'tasks', 'meetings', 'complaints']) {
      await eventually(async () => done(await worker.get(`/v1/${path}?readAfter=${readAfter}`)));
    }
  }, 120_000);
  afterAll(async () => {
    await reader?.end();
    await app?.stop();
  });

  /** Who of the three stands in a list. */
  const listed = (subjects: readonly { readonly subjectId: string }[]) =>
    who.filter((one) => subjects.some(({ subjectId }) => subjectId === persons[one].subjectId));
  const inList = (path: string, field: string) => async (client: ApiClient) => {
    const { status, body } = await client.get(`/v1/${path}`);
    return status === 200
      ? listed(
          (body[field] as { subject: { subjectId: string } | null }[]).flatMap(
            ({ subject }) => subject ?? [],
          ),
        )
      : status;
  };
  /** Who of the three can be opened; whom one may not see is not there. */
  const opened = (path: (of: Lived) => string) => async (client: ApiClient) => {
    const answers = await Promise.all(who.map((one) => client.get(`/v1/${path(persons[one])}`)));
    const statuses = [...new Set(answers.map(({ status }) => status))];
    if (statuses.includes(403)) return statuses.length === 1 ? 403 : statuses;
    expect(statuses.filter((status) => status !== 200 && status !== 404)).toEqual([]);
    return who.filter((_, at) => answers[at]?.status === 200);
  };
  /** Of whom of the three an answer of the crisis plan holds. */
  const inCrisisPlans =
    (holds: (plan: Readonly<Record<string, unknown>>) => boolean) => async (client: ApiClient) => {
      const at = who.map((one) => client.get(`/v1/subjects/${persons[one].subjectId}/crisis-plan`));
      const answers = await Promise.all(at);
      if (answers.some(({ status }) => status === 403)) return 403;
      return who.filter((_, one) => answers[one]?.status === 200 && holds(answers[one].body));
    };
  const all = (path: string) => async (client: ApiClient) => {
    const { status } = await client.get(`/v1/${path}`);
    return status === 200 ? [...who] : status;
  };

  const reading: Readonly<
    Record<Exclude<ReadModel, 'names'>, (client: ApiClient) => Promise<readonly unknown[] | number>>
  > = {
    cases: inList('cases', 'cases'),
    case: opened(({ caseId }) => `cases/${caseId}`),
    documents: opened(({ caseId }) => `cases/${caseId}/documents`),
    caseTrail: opened(({ caseId }) => `cases/${caseId}/audit-trail`),
    register: inList('coordination', 'coordination'),
    load: async (client) => {
      const { status, body } = await client.get('/v1/coordinators/load?by=UNIT');
      if (status !== 200) return status;
      const unitOf = { coordinated: 'HOME_CARE', ofUnit: 'SCHOOL', registered: 'NAV' };
      const told = (body.load as { unit: string }[]).map(({ unit }) => unit);
      return who.filter((one) => told.includes(unitOf[one]));
    },
    plan: opened(({ planId }) => `plans/${planId}`),
    clearances: inList('clearances', 'plans'),
    planTrail: opened(({ planId }) => `plans/${planId}/audit-trail`),
    crisisPlan: opened(({ subjectId }) => `subjects/${subjectId}/crisis-plan`),
    crisisPlanContent: inCrisisPlans(({ warningSigns }) => warningSigns === 'Sover ikke'),
    crisisPlanReadings: async (client) => {
      const told = await inCrisisPlans(({ readings }) => readings !== null)(client);
      return told === 403 || told.length === 0 ? 403 : told;
    },
    crisisPlanInEmergency: opened(({ subjectId }) => `subjects/${subjectId}/crisis-plan/in-emergency`),
    crisisPlanTrail: opened(({ subjectId }) => `subjects/${subjectId}/crisis-plan/audit-trail`),
    coordination: opened(({ subjectId }) => `subjects/${subjectId}/coordination`),
    followUp: opened(({ subjectId }) => `subjects/${subjectId}/follow-up`),
    followUpNotes: async (client) => {
      const answers = await Promise.all(
        who.map((one) => client.get(`/v1/subjects/${persons[one].subjectId}/follow-up`)),
      );
      const read = who.filter((_, at) => answers[at]?.body.readsNotes === true);
      return read.length === 0 ? 403 : read;
    },
    followUpTrail: opened(({ subjectId }) => `subjects/${subjectId}/follow-up/audit-trail`),
    promises: inList('promises', 'promises'),
    unitReports: inList('unit-reports', 'reports'),
    deadlines: inList('deadlines', 'deadlines'),
    tasks: inList('tasks', 'tasks'),
    person: opened(({ subjectId }) => `subjects/${subjectId}`),
    personSearch: async (client) => {
      const { status, body } = await client.post('/v1/person-searches', { name: 'Tilgangsen' });
      return status === 200 ? listed(body.persons) : status;
    },
    partySearch: async (client) => {
      const { status } = await client.post('/v1/party-searches', { name: 'Koordinator' });
      return status === 200 ? [...who] : status;
    },
    meetings: all('meetings'),
    meetingTrail: async (client) => {
      // Of the board's meeting; the unit's is another's where only the board's list is.
      const [ofUnit, ofBoard] = await Promise.all(
        [meetingId, boardMeetingId].map((id) => client.get(`/v1/meetings/${id}/audit-trail`)),
      );
      if (ofUnit?.status === 403) return 403;
      expect([200, ofBoard?.status === 200 ? 404 : 0]).toContain(ofUnit?.status);
      return ofBoard?.status === 200 ? [...who] : [];
    },
    agendaProposal: all('meetings/agenda-proposal'),
    board: all('board'),
    boardTrail: all('board/audit-trail'),
    registrations: inList('registrations', 'registrations'),
    units: all('units'),
    staff: all('staff'),
    enquiries: inList('enquiries', 'enquiries'),
    complaints: inList('complaints', 'complaints'),
    complaintTrail: async (client) => all(`complaints/${complaintId}/audit-trail`)(client),
    trainings: all('trainings'),
    staffCompetence: all('staff-competence'),
    controlledDocuments: all('controlled-documents'),
    cooperation: all('cooperation/tasks'),
    accessLog: all('access-log'),
    subscriptions: all('subscriptions'),
    archive: all('archive'),
    competence: all('courses'),
    competenceTrail: all('competence/audit-trail?topic=courses'),
    imports: all('imports'),
    importTrail: async (client) => all(`imports/${importId}/audit-trail`)(client),
    ownPage: opened(({ subjectId }) => `subjects/${subjectId}/own-page`),
    organisation: all('contact-cards'),
    profile: all('profile'),
    statistics: all('reports/figures?from=2026-01-01&to=2026-07-01'),
    labels: all('labels'),
  };

  it.each(
    Object.entries(reading).flatMap(([what, read]) => viewerRoles.map((role) => [what, role, read] as const)),
  )('to %s as %s is what the table says (U8)', async (what, role, read) => {
    expect(await read(as(role))).toEqual(seenBy(what as ReadModel, role));
  });

  it('is tried for every line of the table', () => {
    expect([...Object.keys(reading), 'names'].toSorted()).toEqual(Object.keys(access).toSorted());
  });

  it('lets whomever the inbox has a task for record what is done about it', async () => {
    const refused: string[] = [];
    for (const kind of taskKinds.codes) {
      const { path, method = 'POST' } = taskWordings[kind];
      const client = await ApiClient.as(app.url, roleOf(kind));
      const at = path.replaceAll(/{\w+}/g, 'nobody');
      const { status } = method === 'GET' ? await client.get(at) : await client.post(at, {});
      if (status === 403) refused.push(`${kind}: ${roleOf(kind)}`);
    }
    expect(refused).toEqual([]);
  });

  it('of the service office shows whom it serves by name, and nothing that came of it', async () => {
    const { registrations } = done(await as('SERVICE_OFFICE').get('/v1/registrations'));
    expect(registrations).toMatchObject([
      { opening: null, caseId: null, subject: { familyName: 'Tilgangsen registered' } },
      { opening: 'APPLICATION', subject: { familyName: 'Tilgangsen registered' } },
    ]);
    expect(JSON.stringify(registrations)).not.toContain('GRANTED');
  });

  it('ends with the consent, for a coordinator and for the unit’s leader alike', async () => {
    const { subjectId } = persons.ofUnit;
    const path = `/v1/subjects/${subjectId}/coordination`;
    const { body } = await as('CASEWORKER').get(path);
    const { consentId } = body.consents[0] as { consentId: string };
    const withdrawn = { scopes: ['COORDINATOR'], withdrawnBy: 'SUBJECT' };
    const { readAfter } = done(
      await as('CASEWORKER').post(`/v1/subjects/${subjectId}/consents/${consentId}/withdrawal`, withdrawn),
    );
    await eventually(async () =>
      expect((await as('UNIT_LEADER').get(`${path}?readAfter=${readAfter}`)).status).toBe(404),
    );
  });

  it('goes by the role in each municipality of a token', async () => {
    const { body } = await new ApiClient(app.url).post('/demo/token', {
      key: demoKey,
      role: 'CASEWORKER',
      municipality: '9999',
      sub: 'access-of-two',
      others: [{ role: 'ADMIN', municipality: '1576' }],
    });
    const ofTwo = new ApiClient(app.url, body.accessToken as string);
    const inOne = async (tenant: string) =>
      (await ofTwo.get('/v1/cases', { headers: { 'samspor-municipality': tenant } })).status;
    expect([await inOne('9999'), await inOne('1576')]).toEqual([200, 403]);
    expect((await ofTwo.get('/v1/cases')).body.type).toBe('municipality-needed');
  });

  it.each(projections.map(({ name, version }) => [name, version] as const))(
    'by raw SQL as the reader’s role to %s ends at the municipality',
    async (name, version) => {
      const rowsFor = async (tenants?: readonly string[]) => {
        const { rows } = await inTransaction(
          reader,
          (client) =>
            client.query<{ of: string }>(`select municipality as of from samspor.${name}_v${version}`),
          { readOnly: true, ...(tenants && { tenants }) },
        );
        return [...new Set(rows.map(({ of }) => of))];
      };
      expect(await rowsFor(['1576'])).toEqual(['1576']);
      expect(await rowsFor(['9999'])).toEqual([]);
      expect(await rowsFor()).toEqual([]);
    },
  );
});
