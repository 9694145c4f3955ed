import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { rules } from '#deadlines';
import { CommandRunner } from '#event-sourcing';
import type { TargetDay } from '#municipality';
import type { Opened } from '#personal-data';
import { dayOf } from '#projections/audit-trail/norwegian';
import type { ComplaintDeadline } from '#projections/complaints/labels';
import {
  type ComplaintLine as Line,
  complaintsPage,
  isComplaintAfter,
  never,
} from '#projections/complaints/queries';
import type { ApiRequest } from '../auth/authenticate.js';
import { handlingOf } from '../complaints/complaint-clock.js';
import { complaintModels } from '../complaints/complaints.queries.js';
import type { Names } from '../reading/names.js';
import type { PageQuery } from '../reading/page.query.js';
import type { CurrentTo } from '../reading/read-answer.js';
import { Reading } from '../reading/reading.js';
import { targetsIn } from '../reading/targets.js';

interface Due {
  readonly deadline: ComplaintDeadline;
  readonly dueOn: string;
  readonly legalBasis: string | null;
  readonly sentence: { readonly nb: string; readonly nn: string };
}

const withMunicipality = ['RECEIVED', 'ASSESSED', 'RECONSIDERED'];

/** By when the municipality has to do what waits, and how that day came about: by the law and its own target while it handles the complaint, after that by the county governor. */
function dueOf(
  { status, receivedOn, waitsFor, waitsSince, waitsUntil }: Line,
  targetDay: TargetDay,
  today: string,
): Due | undefined {
  if (receivedOn !== null && withMunicipality.includes(status)) {
    const { dueOn, sentence } = handlingOf({ receivedOn, reachedOn: null }, targetDay, today);
    return { deadline: 'HANDLED', dueOn, legalBasis: rules.COMPLAINT_HANDLING.legalBasis, sentence };
  }
  if (waitsUntil === null || waitsUntil === never || waitsSince === null) return undefined;
  const [since, due] = [dayOf(waitsSince), dayOf(waitsUntil)];
  if (waitsFor === 'GOVERNOR_TO_ANSWER') {
    return {
      deadline: 'ANSWERED',
      dueOn: waitsUntil,
      legalBasis: null,
      sentence: {
        nb: `Statsforvalteren ba om mer ${since}, og satte fristen for å svare til ${due}.`,
        nn: `Statsforvaltaren bad om meir ${since}, og sette fristen for å svare til ${due}.`,
      },
    };
  }
  return {
    deadline: 'COMPLIED',
    dueOn: waitsUntil,
    legalBasis: null,
    sentence: {
      nb: `Statsforvalterens avgjørelse kom ${since}. Den setter fristen for å følge den opp til ${due}.`,
      nn: `Avgjerda til statsforvaltaren kom ${since}. Ho set fristen for å følgje ho opp til ${due}.`,
    },
  };
}

function lineOf(
  { complaintId, caseId, municipality, subjectId, status, waitsFor }: Line,
  due: Due | undefined,
  names: Names,
  today: string,
) {
  return {
    complaintId,
    caseId,
    municipality,
    status,
    waitsFor,
    subject: names.listed(subjectId),
    due: due === undefined ? undefined : { ...due, overdue: due.dueOn < today },
  };
}
type Told = Opened<ReturnType<typeof lineOf>>;
export type ComplaintDeadlineLine = Omit<Told, 'due'> & NonNullable<Told['due']>;

/** What runs of complaints that wait for the municipality, the nearest of each page first. */
export class ComplaintDeadlinesQuery extends Query<{
  readonly deadlines: readonly ComplaintDeadlineLine[];
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

@QueryHandler(ComplaintDeadlinesQuery)
export class ComplaintDeadlinesHandler implements IQueryHandler<ComplaintDeadlinesQuery> {
  constructor(
    private readonly reading: Reading,
    private readonly runner: CommandRunner,
  ) {}

  async execute({ request, page }: ComplaintDeadlinesQuery) {
    const targets = new Map<string, TargetDay>();
    const { lines, ...rest } = await this.reading.list(request, {
      page,
      models: complaintModels,
      isAfter: isComplaintAfter,
      rowsOf: async ({ pool, viewer }, place) => {
        const [page] = await Promise.all([
          complaintsPage(pool, viewer, { open: true }, place),
          ...viewer.tenants.map(async (tenant) => targets.set(tenant, await targetsIn(this.runner, tenant))),
        ]);
        return page;
      },
      idsIn: ({ subjectId }: Line) => [subjectId],
      lineOf: (row: Line, names, { today }) => {
        const targetDay = targets.get(row.municipality) ?? (() => undefined);
        return lineOf(row, dueOf(row, targetDay, today), names, today);
      },
    });
    const deadlines = lines
      .flatMap(({ due, ...line }) => (due === undefined ? [] : [{ ...line, ...due }]))
      .toSorted((one, other) => one.dueOn.localeCompare(other.dueOn));
    return { deadlines, ...rest };
  }
}
