import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { timelinessToday } from '#complaint/application/index';
import type { Timeliness } from '#complaint';
import { CommandRunner } from '#event-sourcing';
import type { RuleTables } from '#deadlines';
import type { TargetDay } from '#municipality';
import type { Opened } from '#personal-data';
import { casesInBrief } from '#projections/case-overview/queries';
import {
  complaintById,
  type ComplaintFilter,
  type ComplaintLine as Line,
  complaintsPage,
  type ComplaintView,
  isComplaintAfter,
  never,
} from '#projections/complaints/queries';
import type { ApiRequest } from '../auth/authenticate.js';
import { notFound } from '../problems/problem.js';
import { fromLog } from '../reading/from-log.js';
import { aboutOf, Names } from '../reading/names.js';
import type { PageQuery, ReadQuery } from '../reading/page.query.js';
import type { CurrentTo } from '../reading/read-answer.js';
import { Reading } from '../reading/reading.js';
import { ruleTablesIn, targetsIn } from '../reading/targets.js';
import { handlingOf, periodsOf } from './complaint-clock.js';

export const complaintModels = ['complaints', 'people'];

const dueOf = (waitsUntil: string | null) => (waitsUntil === never ? null : waitsUntil);

export const idsIn = ({ subjectId }: Pick<Line, 'subjectId'>) => [subjectId];
export const lineOf = ({ subjectId, waitsUntil, ...line }: Line, names: Names) => ({
  ...line,
  waitsUntil: dueOf(waitsUntil),
  subject: names.listed(subjectId),
});
export type ComplaintLine = Opened<ReturnType<typeof lineOf>>;

interface Beside {
  readonly caseNumber: string | null;
  readonly dayOf: TargetDay;
  readonly tables: RuleTables;
  readonly today: string;
  /** What the rules would make of it today, where it is not assessed. */
  readonly now: Timeliness | undefined;
}

/** When the municipality was done with it. */
const handledOn = (row: ComplaintView): string | null =>
  row.reconsideration === 'CHANGED' ? row.reconsideredOn : (row.forwardedOn ?? row.withdrawnOn);

/** What it was assessed by; undefined while it is not. */
function assessmentOf(row: ComplaintView): Timeliness | undefined {
  const { lodgedOn, decisionMadeOn, deliveries, groundsKnown: grounds, deadlines } = row;
  return lodgedOn === null
    ? undefined
    : ({
        lodgedOn,
        deliveries,
        grounds,
        deadlines,
        ...(decisionMadeOn !== null && { decisionMadeOn }),
      } as Timeliness);
}

function pageOf(row: ComplaintView, names: Names, { caseNumber, dayOf, tables, today, now }: Beside) {
  const { eventId: _, groundsKnown: __, deadlines: ___, revision, subjectId, ...others } = row;
  const { complainantId, writtenById, withdrawnById, waitsUntil, ...rest } = others;
  const known = assessmentOf(row) ?? now;
  return {
    ...rest,
    waitsUntil: dueOf(waitsUntil),
    caseNumber,
    complainantParty: names.party(complainantId),
    writtenBy: names.party(writtenById),
    withdrawer: names.party(withdrawnById),
    subject: names.subject(subjectId),
    periods: known === undefined ? [] : periodsOf(known, tables),
    handling:
      row.receivedOn === null
        ? null
        : handlingOf({ receivedOn: row.receivedOn, reachedOn: handledOn(row) }, dayOf, today),
    revision: String(revision),
  };
}
export type ComplaintPage = Opened<ReturnType<typeof pageOf>>;

/** Complaints, the newest first. */
export class ComplaintsQuery extends Query<{
  readonly complaints: readonly ComplaintLine[];
  readonly next?: string;
  readonly currentTo: CurrentTo;
}> {
  constructor(
    readonly request: ApiRequest,
    readonly filter: ComplaintFilter,
    readonly page: PageQuery,
  ) {
    super();
  }
}

@QueryHandler(ComplaintsQuery)
export class ComplaintsHandler implements IQueryHandler<ComplaintsQuery> {
  constructor(private readonly reading: Reading) {}

  async execute({ request, filter, page }: ComplaintsQuery) {
    const { lines, ...rest } = await this.reading.list(request, {
      page,
      models: complaintModels,
      isAfter: isComplaintAfter,
      rowsOf: ({ pool, viewer }, place) => complaintsPage(pool, viewer, filter, place),
      idsIn,
      lineOf,
    });
    return { complaints: lines, ...rest };
  }
}

/** One complaint, with everything that was told of it and its clock. */
export class ComplaintQuery extends Query<ComplaintPage & { readonly currentTo: CurrentTo }> {
  constructor(
    readonly request: ApiRequest,
    readonly complaintId: string,
    readonly query: ReadQuery,
  ) {
    super();
  }
}

@QueryHandler(ComplaintQuery)
export class ComplaintHandler implements IQueryHandler<ComplaintQuery> {
  constructor(
    private readonly reading: Reading,
    private readonly runner: CommandRunner,
  ) {}

  async execute({ request, complaintId, query }: ComplaintQuery) {
    const { found, currentTo } = await this.reading.answer(request, {
      readAfter: query.readAfter,
      models: [...complaintModels, 'case_overview'],
      purpose: 'CASEWORK',
      ask: async (asked) => {
        const { pool, viewer, today } = asked;
        const row = await complaintById(pool, viewer, complaintId);
        if (row === undefined) throw notFound();
        const { municipality: tenant, caseId } = row;
        const [dayOf, tables, cases, now] = await Promise.all([
          targetsIn(this.runner, tenant),
          ruleTablesIn(this.runner, tenant),
          casesInBrief(pool, viewer, caseId === null ? [] : [caseId]),
          row.assessedOn === null ? fromLog(timelinessToday(this.runner, tenant, complaintId)) : undefined,
        ]);
        const names = await Names.of(asked, [
          row.subjectId,
          row.complainantId,
          row.writtenById,
          row.withdrawnById,
        ]);
        const caseNumber = cases.get(caseId ?? '')?.caseNumber ?? null;
        const beside = { caseNumber, dayOf, tables, today, now };
        return { page: pageOf(row, names, beside), about: aboutOf(names)(row) };
      },
      subjectIds: ({ about }) => about,
    });
    return { ...found.page, currentTo };
  }
}
