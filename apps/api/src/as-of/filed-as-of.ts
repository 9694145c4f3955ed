import { complaintStream } from '#complaint';
import { documentStream } from '#documents';
import { type Recorded, withPlaces } from '#event-sourcing';
import type { Projection, Row } from '#event-sourcing/projection';
import { refold } from '#projecting';
import { seesAll } from '#projections/access';
import { complaintsPage, lineColumns } from '#projections/complaints/queries';
import { documentColumns, documentsPage } from '#projections/documents/queries';
import { complaints, documents } from '#projections/index';
import { camel, only, type Page } from '#projections/selection';
import type { ApiParts } from '../api-parts.js';
import type { Asked } from '../reading/asked.js';
import { historyIn } from './case-as-of.js';
import { withoutWhatStayed } from './case-change.js';
import { type Between, changesBetween, type ColumnChange } from './changes-between.js';
import { type AsOf, historyAsOf } from './known.js';

type Parts = Pick<ApiParts, 'store' | 'codec' | 'runner'>;
interface OfCase {
  readonly municipality: string;
  readonly caseId: string;
}

/** What is told of a document of a case. */
export const documentThenColumns = only(
  documentColumns,
  'document_id',
  'record_kind',
  'record_id',
  'filed_on',
  'direction',
  'kind',
  'document_date',
  'title',
  'sender',
  'receiver',
);
/** What is told of a complaint in a case. */
export const complaintThenColumns = only(
  lineColumns,
  'complaint_id',
  'status',
  'begun_on',
  'received_on',
  'complainant',
  'matters',
  'items',
  'timeliness',
  'reconsideration',
  'forwarded_on',
  'decided_on',
  'outcome',
  'complied_on',
);

/** A record of what stands beside the case, each field by its own name, and whose key seals its texts. */
export interface Filed {
  readonly told: Readonly<Record<string, unknown>>;
  readonly ownerId: string | null;
}

/** Documents and complaints of a case; null where the viewer sees none of that sort. */
export interface FiledThen {
  readonly documents: readonly Filed[] | null;
  readonly complaints: readonly Filed[] | null;
}

interface Sort {
  readonly model: Projection;
  readonly columns: Readonly<Record<string, unknown>>;
  readonly streams: readonly string[];
}

/** Those of a case that the viewer sees today: no others are told of on an earlier day. */
async function sortsOf(asked: Asked, { municipality, caseId }: OfCase) {
  const { pool, viewer } = asked;
  const filed = await whole((after: Parameters<typeof documentsPage>[3]['after']) =>
    documentsPage(pool, viewer, { caseId }, { after, limit: most }, asked),
  );
  const raised = await whole((after: Parameters<typeof complaintsPage>[3]['after']) =>
    complaintsPage(pool, viewer, { caseId }, { after, limit: most }),
  );
  return {
    documents: {
      model: documents,
      columns: documentThenColumns,
      streams: filed.map(({ documentId }) => documentStream(municipality, documentId)),
    },
    complaints: {
      model: complaints,
      columns: complaintThenColumns,
      streams: raised.map(({ complaintId }) => complaintStream(municipality, complaintId)),
    },
  } satisfies Record<keyof FiledThen, Sort>;
}

const most = 200;
async function whole<R, A>(pageAfter: (after: A | undefined) => Promise<Page<R, A>>): Promise<R[]> {
  const found: R[] = [];
  let after: A | undefined;
  do {
    const { rows, next } = await pageAfter(after);
    found.push(...rows);
    after = next;
  } while (after !== undefined);
  return found;
}

/** A record as it stood, of this case; undefined where there was none yet, or it stood elsewhere. */
function standing(
  { model, columns }: Pick<Sort, 'model' | 'columns'>,
  history: readonly Recorded[],
  caseId: string,
): Filed | undefined {
  const [stored] = refold(model, history).values();
  if (stored === undefined) return undefined;
  const row: Row = withPlaces(stored.row);
  if (row['case_id'] !== caseId) return undefined;
  const told = Object.fromEntries(
    Object.keys(columns).map((name) => [camel(name), row[name] ?? null] as const),
  );
  return { told, ownerId: typeof row['owner_id'] === 'string' ? row['owner_id'] : null };
}

/** The documents and complaints of a case as of a day, each folded anew from its own stream. */
export async function filedAsOf(parts: Parts, asked: Asked, of: OfCase, asOf: AsOf): Promise<FiledThen> {
  const sorts = await sortsOf(asked, of);
  const then = async (sort: Sort) => {
    const found = await Promise.all(
      sort.streams.map(async (stream) =>
        standing(sort, historyAsOf(await historyIn(parts, stream), asOf), of.caseId),
      ),
    );
    return found.filter((one) => one !== undefined);
  };
  return {
    documents: await then(sorts.documents),
    complaints: seesAll(asked.viewer, 'complaints') ? await then(sorts.complaints) : null,
  };
}

/** What changed meanwhile of the documents and complaints of a case, and whose keys seal what is told. */
export async function filedChanges(
  parts: Parts,
  asked: Asked,
  of: OfCase,
  between: Between,
): Promise<{ readonly changes: readonly ColumnChange[]; readonly owners: readonly string[] }> {
  const sorts = await sortsOf(asked, of);
  const owners = new Set<string>();
  const changes: ColumnChange[] = [];
  for (const [column, sort] of Object.entries<Sort>(sorts)) {
    const [was, now, by]: [unknown[], unknown[], Recorded[]] = [[], [], []];
    for (const stream of sort.streams) {
      const history = await historyIn(parts, stream);
      const at = (day: string) =>
        standing(sort, historyAsOf(history, { day, sense: between.sense }), of.caseId);
      const [before, after] = [at(between.from), at(between.to)];
      const ownerIds = [before?.ownerId, after?.ownerId].filter((id) => typeof id === 'string');
      for (const id of ownerIds) owners.add(id);
      if (before !== undefined) was.push(before.told);
      if (after !== undefined) now.push(after.told);
      const moved = changesBetween(sort.model, history, between, {}) ?? [];
      const told = moved.filter((one) => one.column in sort.columns || one.column === 'case_id');
      by.push(...new Set(told.flatMap((one) => one.by)));
    }
    const change = withoutWhatStayed({ column, was, now, by });
    const isEmpty = [change.was, change.now].every((some) => Array.isArray(some) && some.length === 0);
    if (!isEmpty) changes.push(change);
  }
  return { changes, owners: [...owners] };
}
