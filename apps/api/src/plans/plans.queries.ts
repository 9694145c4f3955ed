import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { computeDeadline } from '#deadlines';
import type { ChildAge } from '#follow-up';
import type { Opened } from '#personal-data';
import { contentsOf } from '#plan';
import {
  isSharedPlanAfter,
  planById,
  type PlanView,
  type SharedPlan,
  sharedPlansPage,
} from '#projections/plan-content/queries';
import type { ApiRequest } from '../auth/authenticate.js';
import { notFound } from '../problems/problem.js';
import { aboutOf, Names } from '../reading/names.js';
import type { PageQuery, ReadQuery } from '../reading/page.query.js';
import type { CurrentTo } from '../reading/read-answer.js';
import { Reading } from '../reading/reading.js';
import { contentFacts } from './content-facts.js';
import { insightOf, onlySections, parentalOf } from './parental.js';

export const planModels = [
  'plan_content',
  'plan_accesses',
  'coordination_register',
  'appointments',
  'people',
  'follow_up',
];

function pageOf(view: PlanView, names: Names, today: string) {
  const { subjectId, coordinatorIds, consents: _, moves, eventId: __, revision, onPaper, ...rest } = view;
  return {
    ...rest,
    onPaper: onPaper === true,
    subject: names.subject(subjectId),
    coordinators: coordinatorIds.map((id) => names.party(id)),
    entries: view.entries.map(({ authorId, ...entry }) => ({ ...entry, namedAuthor: names.party(authorId) })),
    goals: view.goals.map(({ authorId, ...goal }) => ({ ...goal, namedAuthor: names.party(authorId) })),
    measures: view.measures.map(({ responsibleId, ...measure }) => ({
      ...measure,
      responsibleParty: names.party(responsibleId),
      timesMoved: moves.filter((one) => one === measure.measureId).length,
      binds: !measure.hasCost || measure.clearanceGrantedOn !== null,
    })),
    participants: view.participants.map(({ partyId, ...one }) => ({ ...one, party: names.party(partyId) })),
    subPlans: view.subPlans.map(({ ownerId, ...one }) => ({ ...one, owner: names.party(ownerId) })),
    versions: view.versions.map(({ approvedById, ...one }) => ({
      ...one,
      approver: names.party(approvedById),
    })),
    accesses: view.accesses.map(({ partyId, ...one }) => ({ ...one, party: names.party(partyId) })),
    reviewDue: reviewDueOf(view),
    contents: view.isWhole ? contentsOf(contentFacts(view), today) : [],
    revision: String(revision),
  };
}
/** Shown as a parent or guardian sees it: by which rule, and how old the child is. */
interface ByLaw {
  readonly age: ChildAge;
  readonly by: string;
}
type Shown = ReturnType<typeof pageOf> & {
  /** As whom, where whoever coordinates looks at it as another does. */
  readonly shownTo: ReturnType<Names['party']> | null;
};
export type PlanPage = Opened<Shown> & { readonly insight: ByLaw | null };

/** By when the next review is held at the latest: the last working day up to the one that is set. */
function reviewDueOf({ nextReviewOn, pausedOn }: PlanView): string | null {
  if (nextReviewOn === null || pausedOn !== null) return null;
  const { workBy, due } = computeDeadline('PLAN_REVIEW', { nextReviewOn });
  return workBy ?? due ?? nextReviewOn;
}

const partiesIn = (view: PlanView): (string | null)[] => [
  view.subjectId,
  ...view.coordinatorIds,
  ...view.entries.map(({ authorId }) => authorId),
  ...view.goals.map(({ authorId }) => authorId),
  ...view.measures.map(({ responsibleId }) => responsibleId),
  ...view.participants.map(({ partyId }) => partyId),
  ...view.subPlans.map(({ ownerId }) => ownerId),
  ...view.versions.map(({ approvedById }) => approvedById),
  ...view.accesses.map(({ partyId }) => partyId),
];

/** A plan as the viewer sees it; or, for whoever coordinates, exactly as another does. */
export class PlanQuery extends Query<PlanPage & { readonly currentTo: CurrentTo }> {
  constructor(
    readonly request: ApiRequest,
    readonly planId: string,
    readonly query: ReadQuery,
    readonly asPartyId?: string,
  ) {
    super();
  }
}

@QueryHandler(PlanQuery)
export class PlanHandler implements IQueryHandler<PlanQuery> {
  constructor(private readonly reading: Reading) {}

  async execute({ request, planId, query, asPartyId }: PlanQuery) {
    const { found, currentTo } = await this.reading.answer(request, {
      readAfter: query.readAfter,
      models: planModels,
      purpose: 'CASEWORK',
      ask: async (asked) => {
        const { pool, viewer, today } = asked;
        const asPartyIds = asPartyId === undefined ? undefined : [asPartyId];
        const view = await planById(pool, viewer, { planId, today, asPartyIds });
        if (view === undefined) throw notFound();
        const { subjectId, sections: shared } = view;
        const parental =
          asPartyId === undefined ? undefined : await parentalOf(asked, { subjectId, partyId: asPartyId });
        // How old the child is stands sealed: what a parent sees is taken from the whole once that is opened.
        const shown = parental === undefined ? view : await planById(pool, viewer, { planId, today });
        if (shown === undefined) throw notFound();
        const names = await Names.of(asked, [...partiesIn(shown), asPartyId ?? null]);
        if (asPartyId !== undefined && !names.knows(asPartyId)) throw notFound();
        const page = { ...pageOf(shown, names, today), shownTo: names.party(asPartyId ?? null) };
        return { page, parental, shared, about: aboutOf(names)(shown) };
      },
      subjectIds: ({ about }) => about,
    });
    const { page, parental, shared } = found;
    if (parental === undefined) return { ...page, insight: null, currentTo };
    const insight = insightOf(parental);
    const seen = onlySections(page, [...shared, ...(insight?.sections ?? [])]);
    return {
      ...seen,
      insight: insight === undefined ? null : { age: insight.age, by: insight.by },
      currentTo,
    };
  }
}

/** A plan's id is its person's with a number. */
const lineOf = ({ subjectId, planId, ...line }: SharedPlan, names: Names) => ({
  ...line,
  planId: names.isProtected(subjectId) ? null : planId,
  subject: names.listed(subjectId),
});
export type SharedPlanLine = Opened<ReturnType<typeof lineOf>>;

/** Plans that somebody was given access to, by id. */
export class SharedPlansQuery extends Query<{
  readonly plans: readonly SharedPlanLine[];
  readonly next?: string;
  readonly currentTo: CurrentTo;
}> {
  constructor(
    readonly request: ApiRequest,
    readonly page: PageQuery,
  ) {
    super();
  }
}

@QueryHandler(SharedPlansQuery)
export class SharedPlansHandler implements IQueryHandler<SharedPlansQuery> {
  constructor(private readonly reading: Reading) {}

  async execute({ request, page }: SharedPlansQuery) {
    const { lines, ...rest } = await this.reading.list(request, {
      page,
      models: planModels,
      isAfter: isSharedPlanAfter,
      rowsOf: ({ pool, viewer, today }, place) => sharedPlansPage(pool, viewer, place, today),
      idsIn: ({ subjectId }) => [subjectId],
      lineOf,
    });
    return { plans: lines, ...rest };
  }
}
