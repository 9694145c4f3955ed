import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { caseStream, conditionsOf, type Criterion } from '#casework';
import { coordinationStream } from '#coordination';
import { CommandRunner } from '#event-sourcing';
import type { TargetDay } from '#municipality';
import type { Opened } from '#personal-data';
import { asideSince } from '#projecting';
import { relationsOf } from '#projections/access';
import {
  caseById,
  caseCount,
  type CaseFilter,
  type CaseLine as Line,
  caseOverviewPage,
  type CaseView,
  isCaseAfter,
} from '#projections/case-overview/queries';
import { type CaseEnquiry, enquiriesOfCase } from '#projections/enquiry-cases/queries';
import { type CaseMeeting, meetingsOfCase } from '#projections/meetings/queries';
import { projections } from '#projections/index';
import { subjectStream } from '#subject';
import { ApiParts } from '../api-parts.js';
import { type AsOfQuery, asOfIn } from '../as-of/as-of.query.js';
import { caseAsOf, type CaseThen } from '../as-of/case-as-of.js';
import { filedAsOf, type FiledThen } from '../as-of/filed-as-of.js';
import type { ApiRequest } from '../auth/authenticate.js';
import { notFound } from '../problems/problem.js';
import type { Asked } from '../reading/asked.js';
import { countedBy, type Counted } from '../reading/count.js';
import { aboutOf, Names } from '../reading/names.js';
import type { PageQuery, ReadQuery } from '../reading/page.query.js';
import type { CurrentTo } from '../reading/read-answer.js';
import { Reading } from '../reading/reading.js';
import { routesIn } from '../reading/routes.js';
import { ruleTablesIn, targetOn, targetsIn } from '../reading/targets.js';
import { type CaseDeadline, deadlinesOfCase } from './deadlines-of-case.js';
import { readinessOf } from './gaps-of-case.js';

export const models = ['case_overview', 'coordination_register', 'appointments', 'people', 'documents'];
const pageModels = [...models, 'meetings', 'agenda_items', 'enquiries', 'enquiry_cases', 'complaints'];

/** What of the case's page follows from more than its row; null of enquiries where the viewer's role sees none. */
interface BesideCase {
  readonly agenda: readonly CaseMeeting[];
  readonly targets: ReturnType<typeof targetsOf>;
  readonly deadlines: readonly CaseDeadline[];
  readonly conditions: readonly Criterion[];
  readonly readiness: ReturnType<typeof readinessOf>;
  readonly enquiries: readonly CaseEnquiry[] | null;
  readonly filed: FiledThen;
  /** Null while nothing of it is set aside (docs/adr/0023). */
  readonly notUpToDateSince: string | null;
}

function enquiryOf(found: CaseEnquiry, names: Names) {
  const { registeredBy, municipality: _, ...enquiry } = found;
  return { ...enquiry, registeredBy: names.party(registeredBy) };
}

/** As they are today, documents and complaints stand in lists of their own. */
const inTheirLists: FiledThen = { documents: null, complaints: null };

/** How the case stands with what its municipality means to do by when. Nothing waits any more in one that is closed or withdrawn. */
function targetsOf(row: CaseView, dayOf: TargetDay, today: string) {
  const { notifiedOn, receivedOn, mappedOn, decidedOn, grantedOn, appointedOn } = row;
  const [knownSince = null] = [notifiedOn, receivedOn].filter((day) => day !== null).toSorted();
  const stages = [
    ['RECEIVED_TO_MAPPED', knownSince, mappedOn],
    ['RECEIVED_TO_DECIDED', receivedOn, decidedOn],
    ['DECIDED_TO_APPOINTED', grantedOn, appointedOn],
  ] as const;
  const until = [today, row.closedOn, row.withdrawnOn].filter((day) => day !== null).toSorted()[0] ?? today;
  return stages.flatMap(([of, from, reachedOn]) => {
    const found = targetOn(dayOf, of, { from, until: reachedOn ?? until });
    return found === null ? [] : [{ ...found, reachedOn }];
  });
}

/** The whole case. */
function pageOf(
  row: CaseView,
  names: Names,
  { agenda, enquiries, filed, targets, deadlines, conditions, readiness, notUpToDateSince }: BesideCase,
) {
  const { subjectId, caseworkerId, assigneeId, performerId, coordinatorId, revision, ...others } = row;
  const { gaps: _gaps, gapConditions: _held, ...more } = others;
  const { applicantId, notifierId, withdrawnById, helperId, saidById, ...told } = more;
  const {
    consentGivenById,
    dispatches,
    letters,
    information,
    disputes,
    readings,
    hearings,
    disqualified,
    ...rest
  } = told;
  return {
    ...rest,
    agenda,
    enquiries: enquiries?.map((enquiry) => enquiryOf(enquiry, names)) ?? null,
    documents: filed.documents?.map(({ told: one }) => one) ?? null,
    complaints: filed.complaints?.map(({ told: one }) => one) ?? null,
    targets,
    deadlines,
    conditions,
    readiness,
    notUpToDateSince,
    dispatches: dispatches.map(({ to, ...sent }) => ({
      ...sent,
      to: to.map(({ partyId, ...one }) => ({ ...one, party: names.party(partyId) })),
    })),
    letters: letters.map(({ recipientId, ...letter }) => ({ ...letter, receiver: names.party(recipientId) })),
    information: information.map(({ recipientId, informerId, ...given }) => ({
      ...given,
      recipient: names.party(recipientId),
      informer: names.party(informerId),
    })),
    readings: readings.map(({ readerId, ...one }) => ({ ...one, reader: names.party(readerId) })),
    hearings: hearings.map(({ heardById, ...one }) => ({ ...one, heardBy: names.party(heardById) })),
    disqualified: disqualified.map(({ partyId, ...one }) => ({ ...one, party: names.party(partyId) })),
    disputes: disputes.map(({ raisedById, settledById, ...one }) => ({
      ...one,
      raiser: names.party(raisedById),
      settler: names.party(settledById),
    })),
    revision: String(revision),
    subject: names.subject(subjectId),
    assignee: names.party(assigneeId),
    performer: names.party(performerId),
    applicant: names.party(applicantId),
    notifier: names.party(notifierId),
    withdrawer: names.party(withdrawnById),
    helper: names.party(helperId),
    sayer: names.party(saidById),
    consentGiver: names.party(consentGivenById),
    coordinator: names.party(coordinatorId),
    caseworker: names.party(caseworkerId),
  };
}
export type CasePage = Opened<ReturnType<typeof pageOf>>;

/** One line of the overview. */
export function lineOf(
  { subjectId, caseworkerId, assigneeId, coordinatorId, activePlanId, ...rest }: Line,
  names: Names,
) {
  return {
    ...rest,
    // A plan's id is its person's with a number.
    activePlanId: names.isProtected(subjectId) ? null : activePlanId,
    subject: names.listed(subjectId),
    assignee: names.party(assigneeId),
    coordinator: names.party(coordinatorId),
    caseworker: names.party(caseworkerId),
  };
}
export type CaseLine = Opened<ReturnType<typeof lineOf>>;

export const idsIn = ({
  subjectId,
  caseworkerId,
  assigneeId,
  coordinatorId,
}: Pick<Line, 'subjectId' | 'caseworkerId' | 'assigneeId' | 'coordinatorId'>) => [
  subjectId,
  caseworkerId,
  assigneeId,
  coordinatorId,
];

const recipientsIn = ({ dispatches }: CaseView) =>
  dispatches.flatMap(({ to }) => to.map(({ partyId }) => partyId));

const receiversIn = ({ letters }: CaseView) => letters.map(({ recipientId }) => recipientId);

const informedIn = ({ information }: CaseView) =>
  information.flatMap(({ recipientId, informerId }) => [recipientId, informerId]);

async function besideCase(
  { pool, viewer }: Asked,
  caseId: string,
): Promise<Pick<BesideCase, 'agenda' | 'enquiries'>> {
  const [agenda, enquiries] = await Promise.all([
    meetingsOfCase(pool, viewer, caseId),
    relationsOf(viewer, 'enquiries').size === 0 ? null : enquiriesOfCase(pool, viewer, caseId),
  ]);
  return { agenda, enquiries };
}

/** Until when what the page is made of was taken in, where one of its streams is set aside. */
async function notUpToDate(
  { pool }: Pick<Asked, 'pool'>,
  { municipality, caseId, subjectId, openedOn }: CaseView,
): Promise<string | null> {
  const aside = await asideSince(pool, projections, [
    caseStream(municipality, caseId),
    subjectStream(municipality, subjectId),
    coordinationStream(municipality, subjectId),
  ]);
  return aside === undefined ? null : (aside.since ?? `${openedOn}T00:00:00.000Z`);
}

/** The profiles are asked for where the list is held against them. */
const routesFor = async ({ lacking, gap }: CaseFilter, runner: CommandRunner, { tenants }: ApiRequest) =>
  lacking === undefined && gap === undefined ? [] : routesIn(runner, tenants);

/** The unit's cases, newest first. */
export class CasesQuery extends Query<{
  readonly cases: readonly CaseLine[];
  readonly next?: string;
  readonly currentTo: CurrentTo;
}> {
  constructor(
    readonly request: ApiRequest,
    readonly filter: CaseFilter,
    readonly page: PageQuery,
  ) {
    super();
  }
}

@QueryHandler(CasesQuery)
export class CasesHandler implements IQueryHandler<CasesQuery> {
  constructor(
    private readonly reading: Reading,
    private readonly runner: CommandRunner,
  ) {}

  async execute({ request, filter, page }: CasesQuery) {
    const routes = await routesIn(this.runner, request.tenants);
    const { lines, ...rest } = await this.reading.list(request, {
      page,
      models,
      isAfter: isCaseAfter,
      rowsOf: ({ pool, viewer, today }, place) =>
        caseOverviewPage(pool, viewer, filter, { today, routes, ...place }),
      idsIn,
      lineOf,
    });
    return { cases: lines, ...rest };
  }
}

/** How many cases a list has. */
export class CaseCountQuery extends Query<Counted> {
  constructor(
    readonly request: ApiRequest,
    readonly filter: CaseFilter,
    readonly query: ReadQuery,
  ) {
    super();
  }
}

@QueryHandler(CaseCountQuery)
export class CaseCountHandler implements IQueryHandler<CaseCountQuery> {
  constructor(
    private readonly reading: Reading,
    private readonly runner: CommandRunner,
  ) {}

  async execute({ request, filter, query }: CaseCountQuery) {
    const routes = await routesFor(filter, this.runner, request);
    return countedBy(this.reading, request, query, models, ({ pool, viewer, today }, limit) =>
      caseCount(pool, viewer, filter, { today, routes, limit }),
    );
  }
}

/** One case with everything that stands open on it. */
export class CaseQuery extends Query<CasePage & { readonly currentTo: CurrentTo }> {
  constructor(
    readonly request: ApiRequest,
    readonly caseId: string,
    readonly query: AsOfQuery,
  ) {
    super();
  }
}

@QueryHandler(CaseQuery)
export class CaseHandler implements IQueryHandler<CaseQuery> {
  constructor(
    private readonly reading: Reading,
    @Inject(ApiParts) private readonly parts: ApiParts,
  ) {}

  async execute({ request, caseId, query }: CaseQuery) {
    const routes = await routesIn(this.parts.runner, request.tenants);
    const { found, currentTo } = await this.reading.answer(request, {
      readAfter: query.readAfter,
      models: pageModels,
      purpose: request.role === 'COORDINATOR' ? 'OWN_CASES' : 'CASEWORK',
      ask: async (asked) => {
        const { row, agenda, enquiries, filed, day } = await this.#asked(asked, caseId, { query, routes });
        const { runner } = this.parts;
        const [dayOf, tables] = await Promise.all([
          targetsIn(runner, row.municipality),
          ruleTablesIn(runner, row.municipality),
        ]);
        const targets = targetsOf(row, dayOf, day);
        const deadlines = deadlinesOfCase(row, { dayOf, tables, today: day });
        const conditions = [...new Set(row.items.flatMap((item) => conditionsOf(item, day)))];
        const readiness = readinessOf(row, day);
        const notUpToDateSince = await notUpToDate(asked, row);
        const beside = {
          agenda,
          enquiries,
          filed,
          targets,
          deadlines,
          conditions,
          readiness,
          notUpToDateSince,
        };
        const names = await Names.of(asked, [
          ...idsIn(row),
          row.performerId,
          row.applicantId,
          row.notifierId,
          row.withdrawnById,
          row.helperId,
          row.saidById,
          row.consentGivenById,
          ...row.disputes.flatMap(({ raisedById, settledById }) => [raisedById, settledById]),
          ...row.readings.map(({ readerId }) => readerId),
          ...row.hearings.map(({ heardById }) => heardById),
          ...row.disqualified.map(({ partyId }) => partyId),
          ...informedIn(row),
          ...recipientsIn(row),
          ...receiversIn(row),
          ...(beside.enquiries ?? []).map(({ registeredBy }) => registeredBy),
        ]);
        const told = [
          ...(beside.enquiries ?? []).map(({ enquiryId }) => enquiryId),
          ...(filed.documents ?? []).flatMap(({ ownerId }) => ownerId ?? []),
        ];
        return { page: pageOf(row, names, beside), about: [...aboutOf(names)(row), ...told] };
      },
      subjectIds: ({ about }) => about,
    });
    return { ...found.page, currentTo };
  }
  /** As it is, or as of the day that is asked of; the viewer is let in by what is so today. */
  async #asked(
    asked: Asked,
    caseId: string,
    { query, routes }: { query: AsOfQuery; routes: Awaited<ReturnType<typeof routesIn>> },
  ): Promise<CaseThen & { readonly filed: FiledThen; readonly day: string }> {
    const now = await caseById(asked.pool, asked.viewer, caseId, { today: asked.today, routes });
    if (now === undefined) throw notFound();
    const asOf = asOfIn(query, asked.today);
    const { agenda, enquiries } = await besideCase(asked, caseId);
    if (asOf === undefined) return { row: now, agenda, enquiries, filed: inTheirLists, day: asked.today };
    const [then, filed] = await Promise.all([
      caseAsOf(this.parts, asked, { now, enquiriesNow: enquiries, asOf, routes }),
      filedAsOf(this.parts, asked, now, asOf),
    ]);
    return { ...then, filed, day: asOf.day };
  }
}
