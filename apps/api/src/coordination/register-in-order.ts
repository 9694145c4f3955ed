import {
  type CoordinationFilter,
  type CoordinationLine,
  coordinationRegisterByDay,
  type DayOrder,
  isDayAfter,
} from '#projections/coordination-register/queries';
import { isId, type Page, type PageRequest } from '#projections/selection';
import type { Asked } from '../reading/asked.js';
import {
  isNameAfter,
  linesOf,
  type NameAfter,
  registerByName,
  type RegisterSearch,
} from './register-by-name.js';

/** What is looked through the register for, and in which order; whoever is looked for by name comes in that of names. */
export interface OrderedSearch extends RegisterSearch {
  readonly order?: 'NAME' | DayOrder | undefined;
}

/** Place among those with such a day. */
type DayPlace = readonly [municipality: string, subjectId: string, day: string];
export type RegisterAfter = NameAfter | DayPlace;

const isDayPlace = (value: unknown): value is DayPlace =>
  Array.isArray(value) && value.length === 3 && isId(value[0]) && isDayAfter([value[2], value[1]]);
export const isRegisterAfter = (value: unknown): value is RegisterAfter =>
  isNameAfter(value) || isDayPlace(value);

/** What of a list tells whether somebody has such a day. */
const toldBy = {
  LONGEST_WITHOUT: 'withoutCoordinator',
  NEXT_REVIEW: 'toReview',
  LONGEST_PLAN: 'withPlan',
} as const satisfies Readonly<Record<DayOrder, keyof CoordinationFilter>>;

/** A page of the register: those with the order's day, the earliest first, then all others in the order of names. */
export async function registerInOrder(
  asked: Asked,
  { order = 'NAME', ...search }: OrderedSearch,
  { after, limit }: PageRequest<RegisterAfter>,
): Promise<Page<CoordinationLine, RegisterAfter>> {
  if (order === 'NAME' || search.name !== undefined) {
    return registerByName(asked, search, { after: isNameAfter(after) ? after : undefined, limit });
  }
  const { filter } = search;
  const told = toldBy[order];
  const others = { filter: { ...filter, [told]: false } };
  // Nobody of the list has such a day, or all others were shown.
  if (filter[told] === false || isNameAfter(after)) {
    if (filter[told] === true) return { rows: [] };
    return registerByName(asked, others, { after: isNameAfter(after) ? after : undefined, limit });
  }
  const { pool, viewer, today } = asked;
  const place = after && ([after[2], after[1]] as const);
  const dated = await coordinationRegisterByDay(pool, viewer, order, filter, { today, limit, after: place });
  const lines = await linesOf(
    asked,
    filter,
    dated.rows.map(({ subjectId: id }) => ({ id })),
  );
  const rows = lines.map(({ line }) => line);
  const last = dated.rows.at(-1);
  const goesOn = last && { next: [last.municipality, last.subjectId, last.day] as const };
  if (dated.next !== undefined) return { rows, ...goesOn };
  if (filter[told] === true) return { rows };
  const left = limit - dated.rows.length;
  const rest = await registerByName(asked, others, { limit: Math.max(left, 1) });
  if (left > 0) return { ...rest, rows: [...rows, ...rest.rows] };
  return { rows, ...(rest.rows.length > 0 && goesOn) };
}
