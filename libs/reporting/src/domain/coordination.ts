import { type Day } from './days.js';
import { endOf, firstDay, isReported, reasonOf } from './plan-state.js';
import type { Plan, Register } from './register.js';

/** Somebody coordinates a person from a day on, up to and not including another. */
export interface Holding {
  readonly id: string;
  readonly person: string;
  readonly coordinator: string;
  readonly kind: string;
  readonly isTemporary: boolean;
  /** By whom it was said: the unit itself, an earlier register, another unit's report. */
  readonly origin: 'UNIT' | 'IMPORT' | 'REPORT';
  readonly from: Day;
  readonly until?: { readonly on: Day; readonly reason: string };
  readonly case?: string;
  readonly wish: string;
  unitOn(day: Day): string | undefined;
}

export const holds = ({ from, until }: Holding, day: Day): boolean =>
  from <= day && !(until !== undefined && until.on <= day);

/** Everybody who coordinates or did; who was released before beginning never began, and is not among them. */
export function holdingsOf(register: Register): Holding[] {
  const appointed = [...register.appointments.values()].flatMap(({ id, begun, released }): Holding[] => {
    if (begun === undefined) return [];
    const { person, coordinator, coordKind, unit } = begun;
    return [
      {
        id,
        person: register.canonical(person),
        coordinator,
        kind: coordKind,
        isTemporary: begun.temporary === true,
        origin: begun.source === 'EARLIER_REGISTER' ? 'IMPORT' : 'UNIT',
        from: begun.on,
        ...(released && { until: { on: released.on, reason: released.reason } }),
        ...(begun.case !== undefined && { case: begun.case }),
        wish: begun.wishFollowed ?? 'NO_WISH',
        unitOn: () => unit,
      },
    ];
  });
  const reported = [...register.plans.values()]
    .filter(isReported)
    .flatMap((plan) => reportedIn(plan, register));
  return [...appointed, ...reported].filter(({ from, until }) => until === undefined || until.on > from);
}

/** Whom a unit's reports name, each until another is named, the plan ends or that one is released. */
function reportedIn(plan: Plan, register: Register): Holding[] {
  const id = `R:${plan.id}`;
  const end = endOf(plan);
  const released = register.appointments.get(id)?.released;
  const ends = [
    ...(end ? [{ on: end.on, reason: reasonOf(end) }] : []),
    ...(released ? [{ on: released.on, reason: released.reason }] : []),
  ].toSorted((one, other) => (one.on < other.on ? -1 : 1));
  const named = plan.reports.flatMap(({ coordinator, on }, index) =>
    coordinator === undefined ? [] : [{ coordinator, from: index === 0 ? (firstDay(plan) ?? on) : on }],
  );
  const changes = named.filter(({ coordinator }, index) => coordinator !== named[index - 1]?.coordinator);
  return changes.map(({ coordinator, from }, index): Holding => {
    const next = changes[index + 1];
    const until = [...(next ? [{ on: next.from, reason: 'REPLACED' }] : []), ...ends].toSorted(
      (one, other) => (one.on < other.on ? -1 : 1),
    )[0];
    return {
      id,
      person: register.canonical(plan.person),
      coordinator,
      kind: 'ORDINARY',
      isTemporary: false,
      origin: 'REPORT',
      from,
      ...(until && { until }),
      wish: 'NO_WISH',
      unitOn: (day) =>
        plan.reports.findLast(({ on, unit }, at) => unit !== undefined && (at === 0 || on <= day))?.unit,
    };
  });
}

/** Of those who hold on a day, the one by whom the person's unit goes. */
export const leading = (all: readonly Holding[], day: Day): Holding | undefined =>
  all
    .filter((one) => holds(one, day))
    .toSorted(
      (one, other) =>
        Number(one.isTemporary) - Number(other.isTemporary) ||
        Number(one.kind !== 'ORDINARY') - Number(other.kind !== 'ORDINARY') ||
        (one.from < other.from ? -1 : one.from > other.from ? 1 : 0) ||
        (one.id < other.id ? -1 : 1),
    )[0];
