import { LogFault } from '#event-sourcing';
import type { NameIndex, Place, Viewer } from '#personal-data';
import {
  type CoordinationFilter,
  type CoordinationLine,
  coordinationRegisterIds,
  coordinationRegisterPage,
} from '#projections/coordination-register/queries';
import { seesAll } from '#projections/access';
import { isId, type Page, type PageRequest } from '#projections/selection';
import type { Asked } from '../reading/asked.js';

/** What a register is looked through for. */
export interface RegisterSearch {
  readonly filter: CoordinationFilter;
  /** The beginnings of words of a name. */
  readonly name?: string | undefined;
}

/** Place in the register: the person, and where she stood in its order; no name. */
export type NameAfter = readonly [municipality: string, subjectId: string, rank: number];

export const isNameAfter = (value: unknown): value is NameAfter =>
  Array.isArray(value) &&
  value.length === 3 &&
  value.slice(0, 2).every(isId) &&
  Number.isSafeInteger(value[2]) &&
  value[2] >= -1;

type Line = CoordinationLine;
type Placed = Place & { readonly line: Line };

/** So many are gathered and put in order; of more the names are gone through, since many of them are meant then. */
const few = 1_000;
/** So many names are looked up for each line of a page where nobody is looked for by name: parents and staff have names too, and are not in the register. */
const wide = 8;
/** Names that are looked up together, at the most. */
const most = 2_000;
/** The rank of who stands in the order of ids: where a name cannot be opened. */
const unranked = -1;

/** A page of the register, municipality by municipality, in the order of names. */
export async function registerByName(
  asked: Asked,
  search: RegisterSearch,
  { after, limit }: PageRequest<NameAfter>,
): Promise<Page<Line, NameAfter>> {
  const found: Placed[] = [];
  const start = after?.[0] ?? '';
  for (const tenant of asked.viewer.tenants.filter((one) => one >= start).toSorted()) {
    const place = tenant === start && after ? { id: after[1], rank: after[2] } : undefined;
    const here = { ...asked, viewer: { ...asked.viewer, tenants: [tenant] } };
    found.push(...(await linesIn(here, tenant, search, place, limit + 1 - found.length)));
    if (found.length > limit) break;
  }
  const shown = found.slice(0, limit);
  const last = found.length > limit ? shown.at(-1) : undefined;
  return {
    rows: shown.map(({ line }) => line),
    ...(last && { next: [last.line.municipality, last.id, last.rank] }),
  };
}

async function linesIn(
  asked: Asked,
  tenant: string,
  { filter, name }: RegisterSearch,
  after: Place | undefined,
  count: number,
): Promise<Placed[]> {
  const { pool, viewer, today } = asked;
  const isById = name === undefined && (after?.rank === unranked || filter.subjectId !== undefined);
  const index = isById ? undefined : await indexOr(asked, tenant);
  if (index === undefined && name === undefined) {
    // Where a key is lost, what does not need it goes on.
    const place = after && ([tenant, after.id] as const);
    const page = await coordinationRegisterPage(pool, viewer, filter, { today, after: place, limit: count });
    return page.rows.map((line) => ({ id: line.subjectId, rank: unranked, line }));
  }
  const names = index ?? (await asked.names.indexOf(tenant));
  const meant = { tenant, ...(name !== undefined && { name }) };
  const found: Placed[] = [];
  let place = after;
  for (let size = name === undefined ? wide * count : count; ; size = Math.min(2 * size, most)) {
    const next = names.following(meant, place, size);
    const left = count - found.length;
    const listed = next.length > left ? await listedOf(asked, filter, next) : next;
    if (place === after && listed.length < left && name === undefined && isQuick(viewer, filter)) {
      const ids = await coordinationRegisterIds(pool, viewer, filter, { today, limit: few + 1 });
      if (ids.length <= few) {
        const order = names.inNameOrder(tenant, ids).map((id, rank) => ({ id, rank }));
        const start = after ? order.findIndex(({ id }) => id === after.id) + 1 || after.rank : 0;
        return linesOf(asked, filter, order.slice(start, start + count));
      }
    }
    const shown = listed.slice(0, left);
    found.push(...(await linesOf(asked, filter, shown)));
    if (found.length === count || (shown.length === listed.length && next.length < size)) return found;
    place = shown.length < listed.length ? shown.at(-1) : next.at(-1);
  }
}

/** Those of these places whose persons the list has, without their lines. */
async function listedOf(
  { pool, viewer, today }: Asked,
  filter: CoordinationFilter,
  places: readonly Place[],
): Promise<readonly Place[]> {
  const among = places.map(({ id }) => id);
  const ids = new Set(
    await coordinationRegisterIds(pool, viewer, { ...filter, among }, { today, limit: among.length }),
  );
  return places.filter(({ id }) => ids.has(id));
}

/** Whether an index of the read models tells who is meant, so that nobody has to be judged one by one. */
const isQuick = (
  viewer: Viewer,
  { coordinatorId, unit, withoutCoordinator, withPlan, toReview }: CoordinationFilter,
) =>
  !seesAll(viewer, 'register') ||
  coordinatorId !== undefined ||
  unit !== undefined ||
  (withoutCoordinator !== false && withPlan !== false && toReview !== false);

/** Those of these persons whom the list has, in the order in which they are given. */
export async function linesOf<Of extends Pick<Place, 'id'>>(
  { pool, viewer, today }: Asked,
  filter: CoordinationFilter,
  places: readonly Of[],
): Promise<(Of & { readonly line: Line })[]> {
  if (places.length === 0) return [];
  const among = places.map(({ id }) => id);
  const { rows } = await coordinationRegisterPage(
    pool,
    viewer,
    { ...filter, among },
    { today, limit: among.length },
  );
  const lines = new Map(rows.map((line) => [line.subjectId, line]));
  return places.flatMap((place) => {
    const line = lines.get(place.id);
    return line === undefined ? [] : [{ ...place, line }];
  });
}

/** The index of names; undefined where a key is lost: what does not need it goes on. */
export async function indexOr({ names }: Asked, tenant: string): Promise<NameIndex | undefined> {
  try {
    return await names.indexOf(tenant);
  } catch (error) {
    if (error instanceof LogFault) return undefined;
    throw error;
  }
}
