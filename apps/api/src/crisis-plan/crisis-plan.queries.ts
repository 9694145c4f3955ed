import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { Opened } from '#personal-data';
import {
  crisisPlanOf,
  type CrisisPlanView,
  isSharedCrisisPlanAfter,
  type SharedCrisisPlan,
  sharedCrisisPlansPage,
} from '#projections/crisis-plans/queries';
import { personById } from '#projections/people/queries';
import type { ApiRequest } from '../auth/authenticate.js';
import { notFound } from '../problems/problem.js';
import { aboutOf, Names } from '../reading/names.js';
import type { PageQuery, ReadQuery } from '../reading/page.query.js';
import type { CurrentTo } from '../reading/read-answer.js';
import { Reading } from '../reading/reading.js';

export const crisisPlanModels = ['crisis_plans', 'coordination_register', 'appointments', 'people'];

/** Where there never was one: what whoever may know that sees. */
const nothing = {
  drawnUpOn: null,
  version: null,
  writtenOn: null,
  withSubject: null,
  nextReviewOn: null,
  reviewedOn: null,
  withdrawnOn: null,
  warningSigns: null,
  whatHelps: null,
  whatToDo: null,
  whomToCall: null,
  reviewRemark: null,
  withdrawnReason: null,
  versions: [],
  recipients: [],
  copies: [],
  readings: [],
  readers: [],
} as const;
type View = Omit<CrisisPlanView, 'revision' | 'municipality' | 'subjectId'>;

/** What is shown of a row: not where it stands. */
function viewIn(row: CrisisPlanView): View {
  const { municipality: _, subjectId: __, revision: ___, ...view } = row;
  return view;
}

function pageOf(subjectId: string, { readers, ...view }: View, names: Names) {
  return {
    ...view,
    subject: names.subject(subjectId),
    versions: view.versions ?? [],
    copies: view.copies ?? [],
    recipients: (view.recipients ?? []).map(({ partyId, ...one }) => ({
      ...one,
      party: names.party(partyId),
      readsToday: readers.includes(one.recipientId),
    })),
    /** Null where they are not for the viewer. */
    readings:
      view.readings?.map(({ readerId, leaderId, ...one }) => ({
        ...one,
        reader: names.party(readerId),
        leader: names.party(leaderId),
      })) ?? null,
  };
}
export type CrisisPlanPage = Opened<ReturnType<typeof pageOf>>;

const partiesIn = ({ recipients, readings }: View): (string | null)[] => [
  ...(recipients ?? []).map(({ partyId }) => partyId),
  ...(readings ?? []).flatMap(({ readerId, leaderId }) => [readerId, leaderId]),
];

/** A person's crisis plan as the viewer sees it; or as whoever read it in an emergency that day does. */
export class CrisisPlanQuery extends Query<
  CrisisPlanPage & { readonly revision: string | null; readonly currentTo: CurrentTo }
> {
  constructor(
    readonly request: ApiRequest,
    readonly subjectId: string,
    readonly query: ReadQuery,
    readonly inEmergency: boolean = false,
  ) {
    super();
  }
}

@QueryHandler(CrisisPlanQuery)
export class CrisisPlanHandler implements IQueryHandler<CrisisPlanQuery> {
  constructor(private readonly reading: Reading) {}

  async execute({ request, subjectId, query, inEmergency }: CrisisPlanQuery) {
    const { found, currentTo } = await this.reading.answer(request, {
      readAfter: query.readAfter,
      models: crisisPlanModels,
      purpose: request.role === 'COORDINATOR' ? 'OWN_CASES' : 'CASEWORK',
      ask: async (asked) => {
        const { pool, viewer, today } = asked;
        const row = await crisisPlanOf(pool, viewer, { subjectId, today, inEmergency });
        const isThere = (what: 'crisisPlan' | 'crisisPlanContent') =>
          personById(pool, viewer, subjectId, { today, what });
        if (row === undefined && (inEmergency || (await isThere('crisisPlan')) === undefined)) {
          throw notFound();
        }
        const isWhole = async () => (await isThere('crisisPlanContent')) !== undefined;
        const view: View =
          row === undefined
            ? { ...nothing, isOpen: false, openedToday: false, isWhole: await isWhole() }
            : viewIn(row);
        const names = await Names.of(asked, [subjectId, ...partiesIn(view)]);
        return {
          page: pageOf(subjectId, view, names),
          revision: row === undefined ? null : String(row.revision),
          about: [...aboutOf(names)({ subjectId }), row?.subjectId ?? subjectId],
        };
      },
      subjectIds: ({ about }) => about,
    });
    return { ...found.page, revision: found.revision, currentTo };
  }
}

const lineOf = ({ subjectId, ...line }: SharedCrisisPlan, names: Names) => ({
  ...line,
  subject: names.listed(subjectId),
});
export type SharedCrisisPlanLine = Opened<ReturnType<typeof lineOf>>;

/** Crisis plans that were given to whoever asks. */
export class SharedCrisisPlansQuery extends Query<{
  readonly crisisPlans: readonly SharedCrisisPlanLine[];
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

@QueryHandler(SharedCrisisPlansQuery)
export class SharedCrisisPlansHandler implements IQueryHandler<SharedCrisisPlansQuery> {
  constructor(private readonly reading: Reading) {}

  async execute({ request, page }: SharedCrisisPlansQuery) {
    const { lines, ...rest } = await this.reading.list(request, {
      page,
      models: [...crisisPlanModels, 'crisis_plan_recipients'],
      isAfter: isSharedCrisisPlanAfter,
      rowsOf: ({ pool, viewer, today }, place) => sharedCrisisPlansPage(pool, viewer, { today, ...place }),
      idsIn: ({ subjectId }) => [subjectId],
      lineOf,
    });
    return { crisisPlans: lines, ...rest };
  }
}
