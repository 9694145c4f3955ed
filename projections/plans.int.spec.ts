// @long
import { readdirSync } from 'node:fs';
import { escapeLiteral, type QueryConfig } from 'pg';
import type { Role, Viewer } from '#personal-data/viewer';
import { createPool, inTransaction, type Pool, readerPool } from '#postgres';
import { openReadModels } from '#projecting';
import { gapCodes } from '#casework';
import { items } from '#vocabulary';
import { createTestDatabase, type TestDatabase } from '../test/support/database.js';
import { seed, someOf } from '../test/support/rounds.js';
import * as appointmentQueries from './appointments/queries.js';
import * as auditTrail from './audit-trail/queries.js';
import * as caseOverview from './case-overview/queries.js';
import * as controlledDocuments from './controlled-documents/queries.js';
import * as cooperation from './cooperation/queries.js';
import * as coordinationRegister from './coordination-register/queries.js';
import { caseStatuses } from './case-overview/projection.js';
import {
  agendaItems,
  appointments,
  caseOverview as caseProjection,
  coordinationRegister as registerProjection,
  documents as documentProjection,
  meetings as meetingProjection,
  people as peopleProjection,
  projections,
} from './index.js';
import { coordinators, fillReadModels, large, small } from './many-rows.testing.js';
import { meetingKinds } from '#meeting';
import * as imports from './imports/queries.js';
import * as meetings from './meetings/queries.js';
import * as complaints from './complaints/queries.js';
import * as crisisPlans from './crisis-plans/queries.js';
import * as followUp from './follow-up/queries.js';
import * as ownPage from './own-page/queries.js';
import * as promises from './promises/queries.js';
import { deadlineStandings } from './deadlines/labels.js';
import * as deadlines from './deadlines/queries.js';
import * as documentQueries from './documents/queries.js';
import * as enquiries from './enquiries/queries.js';
import * as enquiryCases from './enquiry-cases/queries.js';
import * as planContent from './plan-content/queries.js';
import * as people from './people/queries.js';
import * as relations from './relations/queries.js';
import * as registeredBy from './registered-by/queries.js';
import * as staffCompetence from './staff-competence/queries.js';
import * as trainings from './trainings/queries.js';
import { taskKinds } from './tasks/kinds.js';
import * as staff from './staff/queries.js';
import * as tasks from './tasks/queries.js';
import * as unitReports from './unit-reports/queries.js';
import * as units from './units/queries.js';

const day = { today: '2026-04-15' };
const limit = 50;
/** A municipality that changed its route. */
const routes = [
  {
    municipality: large,
    from: '1900-01-01',
    until: '2013-01-01',
    conditions: ['BOARD_DECIDES', 'MAPPING_WANTED'],
  },
  { municipality: large, from: '2013-01-01', until: '9999-12-31', conditions: ['MAPPING_WANTED'] },
];
const intervals = [{ municipality: large, months: 6, since: '2010-01-01' }];
/** So many ids are gathered to be put in the order of names. */
const mostGathered = 1_001;

const viewer = (
  tenants: readonly string[],
  role: Role = 'CASEWORKER',
  partyId = 'x',
  units: readonly string[] = [],
): Viewer => ({
  tenants,
  partyId,
  roles: [role],
  units,
});

/** Every filter of a list: one that is added to the type is asked for here. */
type EachOf<Filter> = { readonly [Name in keyof Required<Filter>]: readonly Filter[] };
const caseFilters: EachOf<caseOverview.CaseFilter> = {
  status: [{ status: ['NOTIFIED'] }, { status: ['DECIDED_NOT_NOTIFIED'] }, { status: [...caseStatuses] }],
  receivedFrom: [{ receivedFrom: '2012-03-01' }],
  receivedTo: [{ receivedTo: '2012-03-31' }, { receivedFrom: '2012-03-01', receivedTo: '2012-03-31' }],
  item: items.codes.map((item) => ({ item })),
  assigneeId: [{ assigneeId: 'party-7' }, { assigneeId: 'nobody' }],
  caseworkerId: [
    { caseworkerId: 'party-7' },
    { caseworkerId: 'nobody' },
    { caseworkerId: 'party-7', withoutDecision: true },
  ],
  subjectId: [{ subjectId: 'person-000007' }],
  caseNumber: [{ caseNumber: '2013/7' }, { caseNumber: '2099/1' }],
  withoutDecision: [{ withoutDecision: true }, { withoutDecision: false }],
  overdue: [{ overdue: true }, { overdue: false }, { overdue: true, assigneeId: 'party-7' }],
  lacking: [
    { lacking: true },
    { lacking: false },
    { lacking: true, status: ['NOTIFIED'] },
    { lacking: true, caseworkerId: 'party-7' },
    { lacking: true, receivedFrom: '2012-03-01' },
  ],
  gap: [
    ...gapCodes.codes.map((gap) => ({ gap })),
    { gap: 'CHILD_NOT_HEARD', unit: 'SCHOOL' },
    { gap: 'CHILD_NOT_HEARD', status: ['NOTIFIED'] },
    { gap: 'ANSWER_MISSING', receivedFrom: '2012-03-01' },
  ],
  unit: [{ unit: 'SCHOOL' }, { unit: 'NOWHERE' }, { unit: 'SCHOOL', lacking: true, closed: false }],
  closed: [{ closed: false }, { closed: true }, { closed: false, lacking: true }],
  oldestFirst: [
    {},
    { status: ['NOTIFIED'] },
    { receivedFrom: '2012-03-01' },
    { item: 'GROUP' },
    { caseworkerId: 'party-7' },
    { withoutDecision: true },
    { overdue: true },
  ].map((filter) => ({ oldestFirst: true, ...(filter as caseOverview.CaseFilter) })),
};
const hundred = Array.from({ length: 100 }, (_, n) => `person-${String(n * 97).padStart(6, '0')}`);
const registerFilters: EachOf<coordinationRegister.CoordinationFilter> = {
  subjectId: [{ subjectId: 'person-000007' }, { subjectId: 'person-000002' }],
  coordinatorId: Object.values(coordinators).map((coordinatorId) => ({ coordinatorId })),
  withoutCoordinator: [{ withoutCoordinator: true }, { withoutCoordinator: false }],
  withPlan: [{ withPlan: true }, { withPlan: false }],
  toReview: [{ toReview: false }],
  unit: [
    { unit: 'SCHOOL' },
    { unit: 'HOME_CARE' },
    { unit: 'NOWHERE' },
    { unit: 'SCHOOL', coordinatorId: coordinators.ofMany },
  ],
  among: [
    { among: hundred },
    { among: hundred, withoutCoordinator: false },
    { among: hundred, withPlan: false },
  ],
};
const enquiryFilters: EachOf<enquiries.EnquiryFilter> = {
  open: [{ open: true }, { open: false }],
  mine: [{ mine: true }],
  unit: [{ unit: 'SCHOOL' }, { unit: 'NOWHERE' }],
  subjectId: [{ subjectId: 'person-000007' }],
};
const promiseFilters: EachOf<promises.PromiseFilter> = {
  subjectId: [{ subjectId: 'person-000006' }],
  partyId: [{ partyId: 'party-6' }],
  unit: [{ unit: 'SCHOOL' }],
  state: [{ state: 'OPEN' }],
  overdue: [{ overdue: true }],
};
const complaintFilters: EachOf<complaints.ComplaintFilter> = {
  open: [{ open: true }, { open: false }],
  status: [{ status: 'RECEIVED' }, { status: 'WITHDRAWN' }],
  subjectId: [{ subjectId: 'person-000006' }],
  caseId: [{ caseId: 'case-000006' }],
};
const taskFilters: EachOf<tasks.TaskFilter> = {
  mine: [{ mine: true }, { mine: true, kind: ['MAPPING_TO_DO'] }],
  unit: [{ unit: 'SCHOOL' }, { unit: 'HOME_CARE', overdue: true }, { unit: 'NOWHERE' }],
  kind: [...taskKinds.codes.map((kind) => ({ kind: [kind] })), { kind: ['MAPPING_TO_DO', 'NEED_TO_ASK'] }],
  subjectId: [{ subjectId: 'person-000007' }, { subjectId: 'person-000002' }],
  overdue: [{ overdue: true }, { overdue: false }],
  dueTo: [{ dueTo: '2026-05-01' }],
};

const deadlineFilters: EachOf<deadlines.DeadlineFilter> = {
  standing: deadlineStandings.codes.map((standing) => ({ standing })),
  rule: [{ rule: 'DECISION_TIME' }, { rule: 'DECISION_TIME', standing: 'MET' }],
  dueTo: [{ dueTo: '2026-05-01' }, { dueTo: '2026-05-01', standing: 'OVERDUE' }],
  mine: [{ mine: true }, { mine: true, standing: 'DUE' }],
};
const meetingFilters: EachOf<meetings.MeetingFilter> = {
  kind: meetingKinds.codes.map((kind) => ({ kind })),
  when: [{ when: 'COMING' }, { when: 'PAST' }, { when: 'PAST', kind: 'BOARD' }],
};

/** A value as SQL, of whatever type is wanted. */
const literal = (value: unknown): string => {
  if (value === null || value === undefined) return 'null';
  if (Array.isArray(value)) return escapeLiteral(`{${value.map((one) => JSON.stringify(one)).join(',')}}`);
  return escapeLiteral(
    typeof value === 'string' || typeof value === 'bigint' ? String(value) : JSON.stringify(value),
  );
};

type Ask = (pool: Pool, viewer: Viewer) => Promise<unknown>;
const each = <Filter>(of: EachOf<Filter>) => [{} as Filter, ...(Object.values(of).flat() as Filter[])];

/** No row of any of these. */
const none = (...models: readonly (typeof projections)[number][]) =>
  models.map((model) => ({ model, rows: [] }));

/** What the API asks, each function by name: one that is added is missed here. */
const questions: Readonly<Record<string, readonly (readonly [what: string, ask: Ask])[]>> = {
  caseOverviewPage: each(caseFilters).flatMap((filter) =>
    [undefined, ['2013-06-01', 'case-043000'] as const].map((after): [string, Ask] => [
      `${JSON.stringify(filter)} after ${after?.[0]}`,
      (pool, of) => caseOverview.caseOverviewPage(pool, of, filter, { ...day, routes, limit, after }),
    ]),
  ),
  caseCount: each(caseFilters).map((filter): [string, Ask] => [
    JSON.stringify(filter),
    (pool, of) => caseOverview.caseCount(pool, of, filter, { ...day, routes, limit: mostGathered }),
  ]),
  caseById: [['', (pool, of) => caseOverview.caseById(pool, of, 'case-000007', { ...day, routes })]],
  // Of rows that are handed in, whatever is kept.
  caseOfRows: [
    [
      '',
      (pool, of) =>
        caseOverview.caseOfRows(pool, of, 'case-000007', {
          day: day.today,
          rows: none(caseProjection, peopleProjection, registerProjection, documentProjection),
        }),
    ],
  ],
  lackCounts: [
    ['', (pool, of) => caseOverview.lackCounts(pool, of, { ...day, routes, limit: mostGathered })],
  ],
  openCasesBeside: [
    [
      '',
      (pool, of) => {
        const about = { registrations: ['person-000007'], caseId: 'none' };
        return caseOverview.openCasesBeside(pool, of, about, { ...day, limit });
      },
    ],
  ],
  caseIdsOf: [['', (pool, of) => caseOverview.caseIdsOf(pool, of.tenants[0] ?? '', 'person-000007')]],
  casesInBrief: [['', (pool, of) => caseOverview.casesInBrief(pool, of, ['case-000007', 'case-000010'])]],
  coordinationRegisterPage: each(registerFilters).flatMap((filter) =>
    [undefined, [large, 'person-060000'] as const].map((after): [string, Ask] => [
      `${JSON.stringify(filter)} after ${after?.[1]}`,
      (pool, of) => coordinationRegister.coordinationRegisterPage(pool, of, filter, { ...day, limit, after }),
    ]),
  ),
  coordinationRegisterIds: each(registerFilters).map((filter): [string, Ask] => [
    JSON.stringify(filter),
    (pool, of) =>
      coordinationRegister.coordinationRegisterIds(pool, of, filter, { ...day, limit: mostGathered }),
  ]),
  coordinationRegisterByDay: (['LONGEST_WITHOUT', 'NEXT_REVIEW', 'LONGEST_PLAN'] as const).flatMap((order) =>
    each(registerFilters)
      // Nobody has such a day, and nobody asks.
      .filter(({ withPlan, toReview }) => withPlan !== false && toReview !== false)
      .flatMap((filter) =>
        [undefined, ['2020-03-01', 'person-060000'] as const].map((after): [string, Ask] => [
          `${order} ${JSON.stringify(filter)} after ${after?.[0]}`,
          (pool, of) =>
            coordinationRegister.coordinationRegisterByDay(pool, of, order, filter, { ...day, limit, after }),
        ]),
      ),
  ),
  coordinationOf: [['', (pool, of) => coordinationRegister.coordinationOf(pool, of, 'person-000007', day)]],
  planCounts: [
    ['', (pool, of) => coordinationRegister.planCounts(pool, of, of.tenants[0] ?? '', '2015-06-01')],
  ],
  loadPage: (['COORDINATOR', 'UNIT'] as const).flatMap((by) =>
    [undefined, [large, by === 'UNIT' ? 'NAV' : 'party-7'] as const].map((after): [string, Ask] => [
      `by ${by} after ${after?.[1]}`,
      (pool, of) => appointmentQueries.loadPage(pool, of, by, { ...day, limit, after }),
    ]),
  ),
  unitReportsPage: [
    {},
    { unit: 'SCHOOL' },
    { state: 'REPORTED' as const },
    { subjectId: 'person-000007' },
    { ended: true },
    { ended: false },
  ].flatMap((filter) =>
    [undefined, ['2015-06-01', 'report-60000'] as const].map((after): [string, Ask] => [
      `${JSON.stringify(filter)} after ${after?.[0]}`,
      (pool, of) => unitReports.unitReportsPage(pool, of, filter, { limit, after }),
    ]),
  ),
  personById: [['', (pool, of) => people.personById(pool, of, 'person-000007', day)]],
  peopleByIds: [
    ['', (pool, of) => people.peopleByIds(pool, of, ['person-000007', 'person-000010', 'party-7'], day)],
  ],
  tenantsWithPeople: [['', (pool, of) => people.tenantsWithPeople(pool, of.tenants)]],
  peopleAfter: [['', async (pool, of) => people.peopleAfter(pool, of.tenants[0] ?? '', 110_000n).next()]],
  closeTo: [['', (pool, of) => relations.closeTo(pool, of, ['party-7', 'party-10007'], day.today)]],
  personsOf: [
    ['', (pool, of) => relations.personsOf(pool, of, ['case-043000', 'person-000007.1', 'person-000007'])],
  ],
  registeredPage: [undefined, ['2013-06-01', 'case-043000'] as const].map((after): [string, Ask] => [
    `after ${after?.[0]}`,
    (pool, of) => registeredBy.registeredPage(pool, of, { limit, after }),
  ]),
  deadlinesPage: each(deadlineFilters).flatMap((filter) =>
    [undefined, ['2026-04-20', 'case-199000.DECISION_TIME'] as const].map((after): [string, Ask] => [
      `${JSON.stringify(filter)} after ${after?.[0]}`,
      (pool, of) => deadlines.deadlinesPage(pool, of, filter, { ...day, limit, after }),
    ]),
  ),
  deadlineCount: each(deadlineFilters).map((filter): [string, Ask] => [
    JSON.stringify(filter),
    (pool, of) => deadlines.deadlineCount(pool, of, filter, { ...day, limit: mostGathered }),
  ]),
  latestMeeting: [['', (pool, of) => deadlines.latestMeeting(pool, of, day)]],
  tasksPage: each(taskFilters).flatMap((filter) =>
    [
      undefined,
      ['2026-05-01', '2026-01-20', 'case-199000', 'MAPPING_TO_DO'] as const,
      ['9999-12-31', '2020-03-01', 'case-190000', 'DECISION_TO_NOTIFY'] as const,
    ].map((after): [string, Ask] => [
      `${JSON.stringify(filter)} after ${after?.[0]}`,
      (pool, of) => tasks.tasksPage(pool, of, filter, { ...day, intervals, limit, after }),
    ]),
  ),
  taskCounts: [{}, { unit: 'HOME_CARE' }].map((filter): [string, Ask] => [
    JSON.stringify(filter),
    (pool, of) => tasks.taskCounts(pool, of, filter, { ...day, intervals }),
  ]),
  meetingsPage: each(meetingFilters).flatMap((filter) =>
    [undefined, ['2015-06-01', 'meeting-9'] as const].map((after): [string, Ask] => [
      `${JSON.stringify(filter)} after ${after?.[0]}`,
      (pool, of) => meetings.meetingsPage(pool, of, filter, { ...day, limit, after }),
    ]),
  ),
  meetingById: [['', (pool, of) => meetings.meetingById(pool, of, 'meeting-7')]],
  earlierTreatments: [
    [
      '',
      (pool, of) =>
        meetings.earlierTreatments(pool, of, {
          meetingId: 'meeting-7',
          meetsOn: '2015-06-01',
          cases: [{ caseId: 'case-000010' }] as unknown as meetings.MeetingView['cases'],
        }),
    ],
  ],
  lastUnitMeeting: [
    ['', (pool, of) => meetings.lastUnitMeeting(pool, of, of.tenants[0] ?? '', '2015-06-01')],
  ],
  meetingTold: [['', (pool, of) => meetings.meetingTold(pool, of, 'meeting-7')]],
  meetingsOfCase: [['', (pool, of) => meetings.meetingsOfCase(pool, of, 'case-000010')]],
  meetingsOfRows: [
    [
      '',
      (pool, of) => meetings.meetingsOfRows(pool, of, 'case-000010', none(agendaItems, meetingProjection)),
    ],
  ],
  importsPage: [undefined, ['2015-06-01', 'import-9'] as const].map((after): [string, Ask] => [
    `after ${after?.[0]}`,
    (pool, of) => imports.importsPage(pool, of, { limit, after }),
  ]),
  importById: [['', (pool, of) => imports.importById(pool, of, 'import-7')]],
  unitsOf: [['', (pool, of) => units.unitsOf(pool, of)]],
  staffIds: [
    ['', (pool, of) => staff.staffIds(pool, of, of.tenants[0] ?? '', { unit: 'SCHOOL' }, day.today)],
  ],
  staffByIds: [['', (pool, of) => staff.staffByIds(pool, of, of.tenants[0] ?? '', ['party-4', 'party-8'])]],
  mergersIn: [['', (pool, of) => staff.mergersIn(pool, of.tenants[0] ?? '')]],
  trainingsPage: [undefined, ['2015-06-01', 'training-900'] as const].map((after): [string, Ask] => [
    `after ${after?.[0]}`,
    (pool, of) => trainings.trainingsPage(pool, of, { limit, after }),
  ]),
  staffCompetenceOf: [['', (pool, of) => staffCompetence.staffCompetenceOf(pool, of, of.tenants[0] ?? '')]],
  controlledDocumentsOf: [['', (pool, of) => controlledDocuments.controlledDocumentsOf(pool, of)]],
  routinesOf: [['', (pool, of) => controlledDocuments.routinesOf(pool, of, of.tenants[0] ?? '')]],
  mattersPage: (['TASK', 'HEARING'] as const).flatMap((kind) =>
    [undefined, ['2015-06-01', 'matter-900'] as const].map((after): [string, Ask] => [
      `${kind} after ${after?.[0]}`,
      (pool, of) => cooperation.mattersPage(pool, of, kind, { limit, after }),
    ]),
  ),
  enquiriesPage: each(enquiryFilters).flatMap((filter) =>
    [undefined, ['2020-06-01', 'enquiry-030000'] as const].map((after): [string, Ask] => [
      `${JSON.stringify(filter)} after ${after?.[0]}`,
      (pool, of) => enquiries.enquiriesPage(pool, of, filter, { limit, after }),
    ]),
  ),
  complaintsPage: each(complaintFilters).flatMap((filter) =>
    [undefined, ['2020-06-01', 'complaint-030000'] as const].map((after): [string, Ask] => [
      `${JSON.stringify(filter)} after ${after?.[0]}`,
      (pool, of) => complaints.complaintsPage(pool, of, filter, { limit, after }),
    ]),
  ),
  promisesPage: each(promiseFilters).flatMap((filter) =>
    [undefined, ['2020-06-01', 'promise-030000'] as const].map((after): [string, Ask] => [
      `${JSON.stringify(filter)} after ${after?.[0]}`,
      (pool, of) => promises.promisesPage(pool, of, filter, { ...day, limit, after }),
    ]),
  ),
  crisisPlanOf: [false, true].map((inEmergency): [string, Ask] => [
    inEmergency ? 'in an emergency' : '',
    (pool, of) => crisisPlans.crisisPlanOf(pool, of, { subjectId: 'person-000007', ...day, inEmergency }),
  ]),
  followUpOf: [['', (pool, of) => followUp.followUpOf(pool, of, 'person-000006', day)]],
  ownCoordination: [
    ['', (pool, of) => ownPage.ownCoordination(pool, of, { subjectId: 'person-000007', ...day })],
  ],
  ownPlan: [['', (pool, of) => ownPage.ownPlan(pool, of, { planId: 'person-000007.1', ...day })]],
  ownCases: [['', (pool, of) => ownPage.ownCases(pool, of, { subjectId: 'person-000007', ...day })]],
  ownNextMeeting: [
    ['', (pool, of) => ownPage.ownNextMeeting(pool, of, { subjectId: 'person-000006', ...day })],
  ],
  ownPromises: [['', (pool, of) => ownPage.ownPromises(pool, of, { subjectId: 'person-000006', ...day })]],
  complaintById: [['', (pool, of) => complaints.complaintById(pool, of, 'complaint-000006')]],
  planById: [
    ['', (pool, of) => planContent.planById(pool, of, { planId: 'person-000007.1', ...day })],
    [
      'as another',
      (pool, of) =>
        planContent.planById(pool, of, { planId: 'person-000007.1', ...day, asPartyIds: ['party-7'] }),
    ],
  ],
  mayReadPlanTrail: [
    ['', (pool, of) => planContent.mayReadPlanTrail(pool, of, { planId: 'person-000007.1', ...day })],
  ],
  sharedPlansPage: [undefined, ['person-000700.1'] as const].map((after): [string, Ask] => [
    `after ${after?.[0]}`,
    (pool, of) => planContent.sharedPlansPage(pool, of, { limit, after }, day.today),
  ]),
  clearingPlansPage: [undefined, ['2020-01-01', 'person-000700.1'] as const].map((after): [string, Ask] => [
    `after ${after?.[0]}`,
    (pool, of) => planContent.clearingPlansPage(pool, of, { limit, after }, day.today),
  ]),
  sharedCrisisPlansPage: [undefined, ['person-000700'] as const].map((after): [string, Ask] => [
    `after ${after?.[0]}`,
    (pool, of) => crisisPlans.sharedCrisisPlansPage(pool, of, { ...day, limit, after }),
  ]),
  unarchived: [undefined, ['2026-01-05', 'd-000001'] as const].map((after) => [
    after === undefined ? '' : 'after',
    (pool, of) => documentQueries.unarchived(pool, { ...of, roles: ['ADMIN'] }, { after, limit }),
  ]),
  documentsPage: (
    [
      { caseId: 'case-000007' },
      { subjectId: 'person-000007' },
      { recordKind: 'CASE', recordId: 'case-000017' },
    ] as const
  ).flatMap((of) =>
    [undefined, ['2012-06-01', '2012-06-01', 'document-7.0', 50] as const].map((after): [string, Ask] => [
      `${JSON.stringify(of)} after ${after?.[0]}`,
      (pool, viewing) => documentQueries.documentsPage(pool, viewing, of, { limit, after }, day),
    ]),
  ),
  plansFiled: [
    [
      '',
      (pool, of) => documentQueries.plansFiled(pool, of, 'case-000017', ['person-000007', 'person-000010']),
    ],
  ],
  documentById: [['', (pool, of) => documentQueries.documentById(pool, of, 'document-7.0', day)]],
  enquiriesOfCase: [
    ['', (pool, of) => enquiryCases.enquiriesOfCase(pool, of, 'case-000007')],
    ['in a trail', (pool, of) => enquiryCases.enquiriesOfCase(pool, of, 'case-000007', 'caseTrail')],
  ],
  casesOfEnquiry: [['', (pool, of) => enquiryCases.casesOfEnquiry(pool, of, 'enquiry-000007', day)]],
  enquiryById: [['', (pool, of) => enquiries.enquiryById(pool, of, 'enquiry-000007')]],
  streamsOfPerson: [['', (pool, of) => auditTrail.streamsOfPerson(pool, of, 'person-000007', day)]],
  streamsOfTrail: [['', (pool, of) => auditTrail.streamsOfTrail(pool, of, 'case-000007', day)]],
};

const viewers: readonly (readonly [string, Viewer])[] = [
  ['a case worker', viewer([large], 'CASEWORKER', 'party-7')],
  ['a leader of two municipalities', viewer([large, small], 'LEADER')],
  ['an auditor', viewer([large], 'AUDITOR')],
  ['a coordinator of many', viewer([large], 'COORDINATOR', coordinators.ofMany)],
  ['a coordinator of hundreds', viewer([large], 'COORDINATOR', coordinators.ofSome)],
  ['a coordinator of few', viewer([large], 'COORDINATOR', coordinators.ofFew)],
  ['a coordinator of nobody', viewer([large], 'COORDINATOR', 'party-none')],
  ['the service office', viewer([large], 'SERVICE_OFFICE', 'party-7')],
  ['the leader of a small unit', viewer([large], 'UNIT_LEADER', 'party-8', ['SCHOOL'])],
  ['the leader of two units', viewer([large], 'UNIT_LEADER', 'party-8', ['SCHOOL', 'HOME_CARE'])],
  ['the leader of no unit', viewer([large], 'UNIT_LEADER', 'party-8')],
  ['a person', { ...viewer([large], 'SUBJECT', ''), ownSubjectId: 'person-000007' }],
];

interface Node {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Index Name'?: string;
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly 'Rows Removed by Filter'?: number;
  readonly Plans?: readonly Node[];
}
const all = (node: Node): Node[] => [node, ...(node.Plans ?? []).flatMap(all)];
const rowsOf = (node: Node) => node['Actual Rows'] * node['Actual Loops'];
const rowsRead = (node: Node) => rowsOf(node) + (node['Rows Removed by Filter'] ?? 0) * node['Actual Loops'];

/** A page for each status, or kind of task, and tenant that a list is merged of. */
const mostSorted = 2 * taskKinds.codes.length * (limit + 1);
/** What a second filter leaves out is passed over; where the index itself tells so, more may be. */
const mostRead = 50 * (limit + 1);
const mostOfIndex = 160 * (limit + 1);
/** What few or none lack is looked for among all that lacks anything, whose persons are asked for their age. */
const mostOfLacking = 160 * (limit + 1);
/** Of each list that ids are gathered from, or of all staff of a municipality. */
const mostOfIds = 3 * mostGathered;
/** Of each kind of task, in two municipalities, what is somebody's own once more. */
const mostOfCounts = 30 * tasks.mostCounted;
/** The own cases of somebody with hundreds of persons are gathered and sorted, and those of somebody with more met in order (listing.queries.ts). */
const mostOfOwn = 400 * (limit + 1);
/**
 * Not in the order of one index: who was granted something is held against the register until the page is full, by indexes alone; and the
 * own persons of somebody with thousands of them against those of another. So is who was granted a plan, and whoever should have a
 * coordinator among what waits.
 */
const readsThrough = (what: string, of: Viewer) =>
  /^coordinationRegister(Page|Ids|ByDay \w+) {"withoutCoordinator":true}/.test(what) ||
  what.startsWith('coordinationRegisterByDay LONGEST_WITHOUT') ||
  /^coordinationRegister(Page|Ids|ByDay \w+) {"unit":"\w+","coordinatorId"/.test(what) ||
  /^coordinationRegister(Ids|ByDay \w+) {"coordinatorId"/.test(what) ||
  what.startsWith('taskCounts') ||
  // The own persons of somebody with thousands are met one by one until enough is counted.
  (/^(caseCount|lackCounts)/.test(what) && of.partyId === coordinators.ofMany) ||
  // Whatever one coordinates, or a whole unit, is counted.
  what.startsWith('loadPage') ||
  what.startsWith('planCounts') ||
  /^tasksPage {(}|"mine":true}|"unit":"\w+"}|"overdue":false|"kind":\["(PLAN_TO_START|COORDINATOR_))/.test(
    what,
  ) ||
  (/^coordinationRegister(Page|Ids|ByDay \w+) {"(coordinatorId|unit|withPlan|toReview)"/.test(what) &&
    (of.partyId === coordinators.ofMany || of.units.includes('HOME_CARE')));

describe(`the statements of the API, with 200,000 cases, TEST_SEED=${seed}`, () => {
  let database: TestDatabase;
  let pool: Pool;
  let superuser: Pool;

  beforeAll(async () => {
    database = await createTestDatabase();
    const readModels = openReadModels(database.url, projections);
    await readModels.prepare();
    await fillReadModels(readModels);
    await readModels.close();
    pool = readerPool({ connectionString: database.url, applicationName: 'plans spec', max: 2 });
    superuser = createPool({
      connectionString: database.superuserUrl,
      applicationName: 'plans spec',
      max: 1,
    });
  }, 600_000);
  afterAll(async () => {
    await pool?.end();
    await superuser?.end();
    await database?.drop();
  });

  /** How the database goes about the one statement that a question sends, for these tenants. */
  async function planOf(tenants: readonly string[] | undefined, of: Viewer, ask: Ask): Promise<Node[]> {
    const sent: QueryConfig[] = [];
    const query = (statement: string | QueryConfig) => {
      if (typeof statement !== 'string') sent.push(statement);
      return Promise.resolve({ rows: [] });
    };
    await ask({ connect: () => Promise.resolve({ query, release: () => {} }) } as unknown as Pool, of);
    const [statement, ...others] = sent;
    if (statement === undefined || others.length > 0) throw new Error('a question is one statement');
    // Prepared, since the plan is for any values then, as the API has it.
    const values = (statement.values ?? []).map(literal).join(', ');
    const { rows } = await inTransaction(
      pool,
      async (client) => {
        await client.query(`deallocate all; prepare asked as ${statement.text}`);
        return client.query<{ 'QUERY PLAN': [{ Plan: Node }] }>(
          `explain (analyze, timing off, format json) execute asked${values && ` (${values})`}`,
        );
      },
      { ...(tenants && { tenants }), readOnly: true },
    );
    const plan = rows[0]?.['QUERY PLAN'][0].Plan;
    if (plan === undefined) throw new Error('the database explained nothing');
    return all(plan);
  }

  const tellsOf = (node: Node) =>
    [node['Node Type'], node['Relation Name'], node['Index Name'], rowsRead(node)].join(' ');
  const scans = (nodes: readonly Node[]) =>
    nodes.filter((node) => node['Node Type'] === 'Seq Scan').map(tellsOf);
  const longReads = (nodes: readonly Node[], most: number) =>
    nodes
      .filter((node) => rowsRead(node) > (node['Node Type'] === 'Index Only Scan' ? mostOfIndex : most))
      .map(tellsOf);
  const longSorts = (nodes: readonly Node[], most: number) =>
    nodes
      .filter((node) => node['Node Type'].includes('Sort'))
      .flatMap(({ Plans = [] }) => Plans.filter((input) => rowsOf(input) > most).map(tellsOf));

  /** Each question, by one of the viewers or by all. */
  const asked = Object.entries(questions)
    .flatMap(([name, ways]) => ways.map(([what, ask]) => [`${name} ${what}`, ask] as const))
    .flatMap(([question, ask], turn) =>
      someOf(viewers, 1, turn).map(([who, of]) => [question, who, of, ask] as const),
    );

  it.each(asked)('%s: is read in the order of an index for %s', async (what, _who, of, ask) => {
    const isOwn = of.roles.includes('COORDINATOR') || of.roles.includes('UNIT_LEADER');
    const isGathered = /^(coordinationRegister(Ids|ByDay)|staffIds|staffCompetenceOf)/.test(what);
    const isOfGap = what.startsWith('caseOverviewPage {"gap":');
    const isCounted = /^(caseCount|lackCounts|taskCounts|loadPage|planCounts)/.test(what);
    const plan = await planOf(of.tenants, of, ask);
    expect(scans(plan)).toEqual([]);
    expect(
      longSorts(plan, isCounted ? mostOfCounts : isOwn ? mostOfOwn : isGathered ? mostOfIds : mostSorted),
    ).toEqual([]);
    const most = isOfGap ? mostOfLacking : isGathered ? 50 * mostGathered : mostRead;
    const long = longReads(plan, isCounted ? mostOfCounts : isOwn ? mostOfOwn : most);
    expect(readsThrough(what, of) ? long.filter((told) => !/^(Index|Merge)/.test(told)) : long).toEqual([]);
  });

  it.each(asked)('%s: shows nothing to a reader that sets no tenant', async (_what, _who, of, ask) => {
    const plan = await planOf(undefined, of, ask);
    expect(scans(plan)).toEqual([]);
    expect(plan[0]?.['Actual Rows']).toBe(0);
  });

  it.each(Object.values(coordinators))('show %s the newest of all own cases', async (partyId) => {
    const of = viewer([large], 'COORDINATOR', partyId);
    const { rows } = await caseOverview.caseOverviewPage(pool, of, {}, { ...day, limit });
    const { rows: all } = await superuser.query<{ case_id: string }>(
      `select case_id from samspor.case_overview_v${caseProjection.version} c
       where municipality = $1 and exists (
         select from samspor.appointments_v${appointments.version} a
         where a.municipality = c.municipality and a.subject_id = c.subject_id and a.coordinator_id = $2 and a.released_on is null)
       order by opened_on desc, case_id desc limit ${limit}`,
      [large, partyId],
    );
    expect(all.length).toBeGreaterThan(30);
    expect(rows.map(({ caseId }) => caseId)).toEqual(all.map(({ case_id }) => case_id));
  });

  it('are all of them asked for here', async () => {
    const folders = readdirSync(new URL('.', import.meta.url), { withFileTypes: true }).filter((entry) =>
      entry.isDirectory(),
    );
    const found: string[] = [];
    for (const { name } of folders) {
      const module = (await import(`./${name}/queries.js`).catch(() => ({}))) as Record<string, unknown>;
      found.push(
        ...Object.keys(module).filter(
          (exported) => typeof module[exported] === 'function' && !/^is[A-Z]/.test(exported),
        ),
      );
    }
    expect(found.toSorted()).toEqual(Object.keys(questions).toSorted());
  });
});
