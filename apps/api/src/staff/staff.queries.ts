import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { Opened } from '#personal-data';
import { isId } from '#projections/selection';
import { formerIdsOf, survivorIn } from '#projections/staff/mergers';
import {
  mergersIn,
  staffByIds,
  type StaffFilter,
  staffIds,
  type StaffView,
} from '#projections/staff/queries';
import type { ApiRequest } from '../auth/authenticate.js';
import { indexOr } from '../coordination/register-by-name.js';
import { tenantOf } from '../organisation/organisation-reading.js';
import type { Asked } from '../reading/asked.js';
import { Names } from '../reading/names.js';
import { limitOf, type PageQuery } from '../reading/page.query.js';
import type { CurrentTo } from '../reading/read-answer.js';
import { Reading } from '../reading/reading.js';

interface Period {
  readonly from: string | null;
  readonly until: string | null;
}
const holdsOn = ({ from, until }: Period, day: string) =>
  from !== null && from <= day && (until === null || day <= until);
/** Holds on the day, or is still to. */
const isNotOver = ({ until }: Period, day: string) => until === null || day <= until;

/** Somebody as they work on a day, from all their registrations. */
function asOf(partyId: string, rows: readonly StaffView[], day: string, names: Names) {
  const own = rows.find((row) => row.partyId === partyId) ?? rows[0];
  const contacts = rows.flatMap(({ contact }) => contact ?? []);
  const contact = contacts.toSorted((one, other) => one.setOn.localeCompare(other.setOn)).at(-1);
  const substitutes = (engagementId: string | null) =>
    rows
      .flatMap(({ substitutions }) => substitutions)
      .filter((one) => one.engagementId === engagementId)
      .map(({ substitutionId, substituteId, substitutesFrom: from, substitutesUntil: until }) => ({
        substitutionId,
        party: names.party(substituteId),
        from,
        until,
      }))
      .filter((one) => isNotOver(one, day));
  const engagements = rows
    .flatMap((row) =>
      row.engagements.map((one) => ({ ...one, partyId: row.partyId, revision: row.revision })),
    )
    .map(({ engagedFrom: from, engagedUntil: until, ...one }) => ({ ...one, from, until }))
    .filter((one) => holdsOn(one, day))
    .map((one) => ({ ...one, substitutes: substitutes(one.engagementId) }));
  return {
    party: names.party(partyId),
    municipality: own?.municipality ?? '',
    revision: own?.revision ?? '',
    unit: own?.unit ?? null,
    telephone: contact?.telephone ?? null,
    email: contact?.email ?? null,
    engagements,
  };
}
export type StaffLine = Opened<ReturnType<typeof asOf>>;

type After = readonly [partyId: string, rank: number];
const isAfter = (value: unknown): value is After =>
  Array.isArray(value) &&
  value.length === 2 &&
  isId(value[0]) &&
  Number.isSafeInteger(value[1]) &&
  value[1] >= 0;

/** Who works in a municipality on a day, in the order of their names. */
export class StaffQuery extends Query<{
  readonly staff: readonly StaffLine[];
  readonly next?: string;
  readonly currentTo: CurrentTo;
}> {
  constructor(
    readonly request: ApiRequest,
    readonly filter: StaffFilter & { readonly on?: string | undefined },
    readonly page: PageQuery,
  ) {
    super();
  }
}

@QueryHandler(StaffQuery)
export class StaffHandler implements IQueryHandler<StaffQuery> {
  constructor(private readonly reading: Reading) {}

  async execute({ request, filter, page }: StaffQuery) {
    const tenant = tenantOf(request);
    const after = this.reading.cursorAfter(request, page.after, isAfter);
    const { found, currentTo } = await this.reading.answer(request, {
      readAfter: page.readAfter,
      models: ['staff', 'people'],
      purpose: 'ADMINISTRATION',
      ask: (asked) => pageOf(asked, tenant, filter, { after, limit: limitOf(page) }),
      subjectIds: () => [],
    });
    return { staff: found.lines, ...this.reading.next(request, found.next), currentTo };
  }
}

async function pageOf(
  asked: Asked,
  tenant: string,
  { on, ...filter }: StaffQuery['filter'],
  { after, limit }: { readonly after: After | undefined; readonly limit: number },
) {
  const { pool, viewer, today } = asked;
  const day = on ?? today;
  const merged = await mergersIn(pool, tenant);
  const found = await staffIds(pool, viewer, tenant, filter, day);
  const ids = [...new Set(found.map((id) => survivorIn(merged, id)))];
  const order = (await indexOr(asked, tenant))?.inNameOrder(tenant, ids) ?? ids.toSorted();
  // Where the last one shown is found no more, it goes on at the rank that was theirs.
  const start = after === undefined ? 0 : order.indexOf(after[0]) + 1 || after[1];
  const shown = order.slice(start, start + limit);
  const registrations = new Map(shown.map((id) => [id, [id, ...formerIdsOf(merged, id)]]));
  const rows = await staffByIds(pool, viewer, tenant, [...registrations.values()].flat());
  const substitutes = rows.flatMap(({ substitutions }) =>
    substitutions.map(({ substituteId }) => substituteId),
  );
  const names = await Names.of(asked, [...shown, ...substitutes]);
  const of = (id: string) => rows.filter(({ partyId }) => registrations.get(id)?.includes(partyId));
  const last = shown.at(-1);
  const next: After | undefined =
    last !== undefined && start + limit < order.length ? [last, start + limit] : undefined;
  return { lines: shown.map((id) => asOf(id, of(id), day, names)), next };
}
