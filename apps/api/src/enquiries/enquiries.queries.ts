import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Opened } from '#personal-data';
import {
  enquiriesPage,
  enquiryById,
  type EnquiryFilter,
  type EnquiryLine as Line,
  type EnquiryView,
  isEnquiryAfter,
} from '#projections/enquiries/queries';
import type { ApiRequest } from '../auth/authenticate.js';
import { notFound } from '../problems/problem.js';
import { aboutOf, Names } from '../reading/names.js';
import type { PageQuery, ReadQuery } from '../reading/page.query.js';
import type { CurrentTo } from '../reading/read-answer.js';
import { Reading } from '../reading/reading.js';

export const enquiryModels = ['enquiries', 'people'];

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

function pageOf(found: EnquiryView, names: Names) {
  const { eventId: _, revision, subjectId, registeredBy, ...row } = found;
  return {
    ...row,
    subject: subjectId === null ? null : names.subject(subjectId),
    registeredBy: names.party(registeredBy),
    revision: String(revision),
  };
}
export type EnquiryPage = Opened<ReturnType<typeof pageOf>>;

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
  constructor(private readonly reading: Reading) {}

  async execute({ request, enquiryId, query }: EnquiryQuery) {
    const { found, currentTo } = await this.reading.answer(request, {
      readAfter: query.readAfter,
      models: enquiryModels,
      purpose: 'CASEWORK',
      ask: async (asked) => {
        const row = await enquiryById(asked.pool, asked.viewer, enquiryId);
        if (row === undefined) throw notFound();
        const names = await Names.of(asked, idsIn(row));
        return { page: pageOf(row, names), about: [enquiryId, ...aboutOf(names)(row)] };
      },
      subjectIds: ({ about }) => about,
    });
    return { ...found.page, currentTo };
  }
}
