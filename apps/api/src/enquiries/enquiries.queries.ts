import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { retentionClassOf } from '#enquiry';
import { CommandRunner } from '#event-sourcing';
import type { Opened } from '#personal-data';
import { relationsOf } from '#projections/access';
import {
  enquiriesPage,
  enquiryById,
  type EnquiryFilter,
  type EnquiryLine as Line,
  type EnquiryView,
  isEnquiryAfter,
} from '#projections/enquiries/queries';
import { casesOfEnquiry, type EnquiryCase } from '#projections/enquiry-cases/queries';
import type { ApiRequest } from '../auth/authenticate.js';
import { notFound } from '../problems/problem.js';
import { aboutOf, Names } from '../reading/names.js';
import type { PageQuery, ReadQuery } from '../reading/page.query.js';
import type { CurrentTo } from '../reading/read-answer.js';
import { Reading } from '../reading/reading.js';
import { retentionOf } from '../reading/retention.js';

export const enquiryModels = ['enquiries', 'people'];
const pageModels = [
  ...enquiryModels,
  'enquiry_cases',
  'case_overview',
  'appointments',
  'coordination_register',
];

export const idsIn = ({ subjectId, registeredBy }: Pick<Line, 'subjectId' | 'registeredBy'>) => [
  subjectId,
  registeredBy,
];

export const lineOf = ({ subjectId, registeredBy, ...line }: Line, names: Names) => ({
  ...line,
  subject: subjectId === null ? null : names.listed(subjectId),
  registeredBy: names.party(registeredBy),
});
export type EnquiryLine = Opened<ReturnType<typeof lineOf>>;

function pageOf(found: EnquiryView, names: Names, cases: readonly EnquiryCase[] | null) {
  const { eventId: _, settledOn: __, revision, subjectId, registeredBy, ...row } = found;
  return {
    ...row,
    cases,
    subject: subjectId === null ? null : names.subject(subjectId),
    registeredBy: names.party(registeredBy),
    revision: String(revision),
  };
}
export type EnquiryPage = Opened<ReturnType<typeof pageOf>> & Awaited<ReturnType<typeof retentionOf>>;

/** Enquiries, the newest first. */
export class EnquiriesQuery extends Query<{
  readonly enquiries: readonly EnquiryLine[];
  readonly next?: string;
  readonly currentTo: CurrentTo;
}> {
  constructor(
    readonly request: ApiRequest,
    readonly filter: EnquiryFilter,
    readonly page: PageQuery,
  ) {
    super();
  }
}

@QueryHandler(EnquiriesQuery)
export class EnquiriesHandler implements IQueryHandler<EnquiriesQuery> {
  constructor(private readonly reading: Reading) {}

  async execute({ request, filter, page }: EnquiriesQuery) {
    const { lines, ...rest } = await this.reading.list(request, {
      page,
      models: enquiryModels,
      isAfter: isEnquiryAfter,
      rowsOf: ({ pool, viewer }, place) => enquiriesPage(pool, viewer, filter, place),
      idsIn,
      lineOf,
    });
    return { enquiries: lines, ...rest };
  }
}

/** One enquiry with all its texts. */
export class EnquiryQuery extends Query<EnquiryPage & { readonly currentTo: CurrentTo }> {
  constructor(
    readonly request: ApiRequest,
    readonly enquiryId: string,
    readonly query: ReadQuery,
  ) {
    super();
  }
}

@QueryHandler(EnquiryQuery)
export class EnquiryHandler implements IQueryHandler<EnquiryQuery> {
  constructor(
    private readonly reading: Reading,
    private readonly runner: CommandRunner,
  ) {}

  async execute({ request, enquiryId, query }: EnquiryQuery) {
    const { found, currentTo } = await this.reading.answer(request, {
      readAfter: query.readAfter,
      models: pageModels,
      purpose: 'CASEWORK',
      ask: async (asked) => {
        const { pool, viewer } = asked;
        const row = await enquiryById(pool, viewer, enquiryId);
        if (row === undefined) throw notFound();
        const cases =
          relationsOf(viewer, 'cases').size === 0
            ? null
            : await casesOfEnquiry(pool, viewer, enquiryId, asked);
        const names = await Names.of(asked, idsIn(row));
        const kept = await retentionOf(this.runner, row, retentionClassOf(row.caseIds), asked.today);
        return {
          page: { ...pageOf(row, names, cases), ...kept },
          about: [enquiryId, ...aboutOf(names)(row)],
        };
      },
      subjectIds: ({ about }) => about,
    });
    return { ...found.page, currentTo };
  }
}
