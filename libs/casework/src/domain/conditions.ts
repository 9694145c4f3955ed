import type { ItemCode } from '#vocabulary';
import { byLaw, type Criterion, type Outcome } from './codes.js';
import { ofItsOwn } from './legal-bases.js';

/** What the law asks of an item, since a day and until one where it is so no more. */
interface Conditions {
  readonly items: readonly ItemCode[];
  readonly criteria: readonly Criterion[];
  readonly from?: string;
  readonly to?: string;
}

/** Need over time, and of services that must be seen together (hol §§ 7-1, 7-2). */
const ordinary = ['LONG_TERM', 'COORDINATED'] as const satisfies readonly Criterion[];
/** The family's, with a child or one that is expected (hol § 7-2 a, pbrl § 2-5 c). */
const ofChild = [
  'CHILD_IN_FAMILY',
  'CHILD_SERIOUS_CONDITION',
  'CHILD_LONG_TERM',
  'CHILD_COMPLEX',
] as const satisfies readonly Criterion[];

const conditions: readonly Conditions[] = [
  { items: ['INDIVIDUAL_PLAN', 'COORDINATOR'], criteria: ordinary },
  { items: ['CHILD_COORDINATOR'], criteria: ordinary, to: ofItsOwn.before },
  { items: ['CHILD_COORDINATOR'], criteria: ofChild, from: ofItsOwn.from },
];

/** The conditions of an item on a day; none where the law gives no right to it. */
export const conditionsOf = (item: ItemCode, day: string): readonly Criterion[] =>
  conditions
    .filter(({ items, from = '', to = '9999' }) => items.includes(item) && from <= day && day <= to)
    .flatMap(({ criteria }) => criteria);

/** Each condition that was assessed, and how. */
export type Met = Readonly<Partial<Record<Criterion, { readonly met: boolean }>>>;

/**
 * Those that an item was answered on: its own; the ordinary ones where these alone were assessed, as they were of every child coordinator before
 * its own were asked for.
 */
export function conditionsAnswered(
  item: ItemCode,
  day: string,
  assessed: readonly Criterion[],
): readonly Criterion[] {
  const own = conditionsOf(item, day);
  const isOrdinary = !own.some((one) => assessed.includes(one)) && assessed.length > 0;
  return byLaw.includes(item) && isOrdinary ? ordinary : own;
}

/** What of its conditions was found not to be met. */
export const unmetOf = (item: ItemCode, day: string, met: Met): readonly Criterion[] =>
  conditionsAnswered(item, day, Object.keys(met) as Criterion[]).filter((one) => met[one]?.met === false);

/** Refused though every condition is met, or granted though one is not. */
export function isAgainst(
  { item, outcome }: { readonly item: ItemCode; readonly outcome: Outcome },
  day: string,
  met: Met,
): boolean {
  return byLaw.includes(item) && (outcome === 'REFUSED') === (unmetOf(item, day, met).length === 0);
}
