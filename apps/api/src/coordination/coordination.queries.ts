import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { CommandRunner } from '#event-sourcing';
import { profileOf } from '#municipality';
import type { Opened } from '#personal-data';
import {
  type CoordinationFilter,
  type CoordinationLine as Line,
  coordinationOf,
  coordinationRegisterIds,
  type CoordinationView,
} from '#projections/coordination-register/queries';
import { personById, type PersonView } from '#projections/people/queries';
import { monthsLater } from '#vocabulary';
import type { ApiRequest } from '../auth/authenticate.js';
import { notFound } from '../problems/problem.js';
import type { Asked } from '../reading/asked.js';
import { countedBy, type Counted } from '../reading/count.js';
import { fromLog } from '../reading/from-log.js';
import { aboutOf, Names } from '../reading/names.js';
import type { PageQuery, ReadQuery } from '../reading/page.query.js';
import type { CurrentTo } from '../reading/read-answer.js';
import { Reading } from '../reading/reading.js';
import { isRegisterAfter, type OrderedSearch, registerInOrder } from './register-in-order.js';

const models = ['coordination_register', 'appointments', 'case_overview', 'people'];
const registerModels = [...models, 'coordination_tasks'];

type Concerned = Omit<Line, 'reviewFrom'>;

/** A row with everybody named who has to do with the person now. */
function namedIn<Row extends Concerned | CoordinationView>(row: Row, names: Names) {
  const { subjectId, coordinatorId, temporaryCoordinatorId, childCoordinatorId, nextCoordinatorId, ...rest } =
    row;
  return {
    ...rest,
    subject: names.subject(subjectId),
    coordinator: names.party(coordinatorId),
    temporaryCoordinator: names.party(temporaryCoordinatorId),
    childCoordinator: names.party(childCoordinatorId),
    nextCoordinator: names.party(nextCoordinatorId),
  };
}

/** The whole of one person's coordination, what has ended too. */
export function coordinationPage(row: CoordinationView, names: Names) {
  const reportOf = (one: CoordinationView['reports'][number]) => {
    const { leaderId, coordinatorId, found: _found, eventId: _eventId, ...told } = one;
    return { ...told, leader: names.party(leaderId), coordinator: names.party(coordinatorId) };
  };
  return {
    ...namedIn(row, names),
    revision: row.revision === undefined ? null : String(row.revision),
    appointments: row.appointments.map(({ coordinatorId: partyId, ...one }) => ({
      ...one,
      coordinator: names.party(partyId),
    })),
    proposals: row.proposals.map(({ candidateId, leaderId, ...one }) => ({
      ...one,
      candidate: names.party(candidateId),
      leader: names.party(leaderId),
    })),
    disputes: row.disputes.map(({ raisedById, settledById, ...one }) => ({
      ...one,
      raiser: names.party(raisedById),
      settler: names.party(settledById),
    })),
    handovers: row.handovers.map(({ writtenById, ...one }) => ({ ...one, writer: names.party(writtenById) })),
    reviews: row.reviews.map(({ reviewedById, ...one }) => ({ ...one, reviewer: names.party(reviewedById) })),
    choices: row.choices.map(({ saidById, ...one }) => ({ ...one, sayer: names.party(saidById) })),
    members: row.members.map(({ partyId, ...one }) => ({ ...one, party: names.party(partyId) })),
    consents: row.consents.map(({ givenById, recipientIds, sections = null, ...one }) => ({
      ...one,
      giver: names.party(givenById),
      sections,
      recipients: recipientIds?.map((id) => names.party(id)) ?? null,
    })),
    reports: row.reports.map(reportOf),
    endReports: row.endReports.map((one) => {
      const { reportedById, eventId: _eventId, ...told } = one;
      return { ...told, reporter: names.party(reportedById) };
    }),
  };
}
export type CoordinationPage = Opened<ReturnType<typeof coordinationPage>>;

/** One line of the register: who has a plan, who coordinates, who is without and since when, who is in the group. */
function lineOf({ reviewFrom, ...row }: Line, names: Names, months: number | undefined) {
  const here = row.members.filter(({ leftOn }) => leftOn === null);
  const members = here.map(({ memberId, partyId, memberRole, unit, joinedOn }) => ({
    memberId,
    party: names.party(partyId),
    memberRole,
    unit,
    joinedOn,
  }));
  const nextReviewOn = reviewFrom === null || months === undefined ? null : monthsLater(reviewFrom, months);
  return { ...namedIn(row, names), members, nextReviewOn };
}
export type CoordinationLine = Opened<ReturnType<typeof lineOf>>;

const nothingYet = (municipality: string, subjectId: string): CoordinationView => ({
  municipality,
  subjectId,
  revision: undefined,
  consents: [],
  consentScopes: [],
  activePlanId: null,
  planSince: null,
  planDeclinedOn: null,
  coordinatorDeclinedOn: null,
  plans: [],
  wishes: [],
  choices: [],
  disputes: [],
  proposals: [],
  coordinatorId: null,
  coordinatorUnit: null,
  coordinatorSince: null,
  temporaryCoordinatorId: null,
  childCoordinatorId: null,
  nextCoordinatorId: null,
  nextCoordinatorFrom: null,
  appointments: [],
  handovers: [],
  reviews: [],
  withoutCoordinatorSince: null,
  gaps: [],
  lostBases: [],
  withoutConsent: [],
  members: [],
  reports: [],
  endReports: [],
  discrepancies: [],
  endedOn: null,
  endReason: null,
});

const idsIn = (row: Concerned) => [
  row.subjectId,
  row.coordinatorId,
  row.temporaryCoordinatorId,
  row.childCoordinatorId,
  row.nextCoordinatorId,
  ...row.members.map(({ partyId }) => partyId),
];

const everybodyIn = (row: CoordinationView) => [
  ...idsIn(row),
  ...row.appointments.map(({ coordinatorId }) => coordinatorId),
  ...row.proposals.flatMap(({ candidateId, leaderId }) => [candidateId, leaderId]),
  ...row.consents.flatMap(({ givenById, recipientIds }) => [givenById, ...(recipientIds ?? [])]),
  ...row.choices.map(({ saidById }) => saidById),
  ...row.handovers.map(({ writtenById }) => writtenById),
  ...row.reviews.map(({ reviewedById }) => reviewedById),
  ...row.reports.flatMap(({ leaderId, coordinatorId }) => [leaderId, coordinatorId]),
  ...row.endReports.map(({ reportedById }) => reportedById),
  ...row.disputes.flatMap(({ raisedById, settledById }) => [raisedById, settledById]),
];

/** What is kept of a person's coordination, also where nothing was recorded yet, and everybody named in it; undefined for who is not there. */
export async function coordinationFor(
  { pool, viewer, today }: Asked,
  subjectId: string,
  person: Pick<PersonView, 'municipality' | 'personId' | 'coordinatedAs'> | undefined,
) {
  const kept = person?.coordinatedAs ?? person?.personId ?? subjectId;
  const found = await coordinationOf(pool, viewer, kept, { today });
  const row = found ?? (person && nothingYet(person.municipality, kept));
  return row && { row, ids: everybodyIn(row) };
}

/** The register of plans and coordinators. */
export class RegisterQuery extends Query<{
  readonly coordination: readonly CoordinationLine[];
  readonly next?: string;
  readonly currentTo: CurrentTo;
}> {
  constructor(
    readonly request: ApiRequest,
    readonly search: OrderedSearch,
    readonly page: PageQuery,
  ) {
    super();
  }
}

@QueryHandler(RegisterQuery)
export class RegisterHandler implements IQueryHandler<RegisterQuery> {
  constructor(
    private readonly reading: Reading,
    private readonly runner: CommandRunner,
  ) {}

  async execute({ request, search, page }: RegisterQuery) {
    const months = new Map(
      await Promise.all(
        request.tenants.map(async (tenant) => {
          const found = await fromLog(profileOf(this.runner, tenant));
          return [tenant, found?.profile?.coordinationReviewMonths] as const;
        }),
      ),
    );
    const { lines, ...rest } = await this.reading.list(request, {
      page,
      models: registerModels,
      isAfter: isRegisterAfter,
      rowsOf: (asked, place) => registerInOrder(asked, search, place),
      idsIn,
      lineOf: (row, names) => lineOf(row, names, months.get(row.municipality)),
      isOfPersons: true,
    });
    return { coordination: lines, ...rest };
  }
}

/** How many persons a list of the register has. */
export class RegisterCountQuery extends Query<Counted> {
  constructor(
    readonly request: ApiRequest,
    readonly filter: CoordinationFilter,
    readonly query: ReadQuery,
  ) {
    super();
  }
}

@QueryHandler(RegisterCountQuery)
export class RegisterCountHandler implements IQueryHandler<RegisterCountQuery> {
  constructor(private readonly reading: Reading) {}

  execute({ request, filter, query }: RegisterCountQuery) {
    return countedBy(this.reading, request, query, registerModels, async (asked, limit) => {
      const { pool, viewer, today } = asked;
      const ids = await coordinationRegisterIds(pool, viewer, filter, { today, limit });
      const names = await Names.of(asked, ids);
      // Whoever the list leaves out is not counted either; with more than are counted it is said only that there are more.
      return ids.length < limit ? ids.filter((id) => !names.isProtected(id)).length : limit;
    });
  }
}

/** One person's consents, coordinators, plans and group. */
export class CoordinationQuery extends Query<CoordinationPage & { readonly currentTo: CurrentTo }> {
  constructor(
    readonly request: ApiRequest,
    readonly subjectId: string,
    readonly query: ReadQuery,
  ) {
    super();
  }
}

@QueryHandler(CoordinationQuery)
export class CoordinationHandler implements IQueryHandler<CoordinationQuery> {
  constructor(private readonly reading: Reading) {}

  async execute({ request, subjectId, query }: CoordinationQuery) {
    const { found, currentTo } = await this.reading.answer(request, {
      readAfter: query.readAfter,
      models,
      purpose: request.role === 'COORDINATOR' ? 'OWN_CASES' : 'CASEWORK',
      ask: async (asked) => {
        const { pool, viewer, today } = asked;
        const person = await personById(pool, viewer, subjectId, { today, what: 'coordination' });
        const found = await coordinationFor(asked, subjectId, person);
        if (found === undefined) throw notFound();
        const names = await Names.of(asked, found.ids);
        return { page: coordinationPage(found.row, names), about: aboutOf(names)(found.row) };
      },
      subjectIds: ({ about }) => about,
    });
    return { ...found.page, currentTo };
  }
}
