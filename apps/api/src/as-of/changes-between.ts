import type { Projection, Row } from '#event-sourcing/projection';
import { effective, isAnnulment, type Recorded, revises, withPlaces } from '#event-sourcing';
import { refold } from '#projecting';
import { historyAsOf, recordedOn, rootOf, type Sense, trueDays } from './known.js';

/** A column of a row that reads otherwise at the end of a period than before it, and what made it so, in that order. */
export interface ColumnChange {
  readonly column: string;
  readonly was: unknown;
  readonly now: unknown;
  readonly by: readonly Recorded[];
}

export interface Between {
  readonly from: string;
  readonly to: string;
  readonly sense: Sense;
}

/**
 * What changed in the one row of a stream between the ends of two days, column by column. What changed and changed back is no change; `by` is
 * of each column every event that moved it meanwhile. Undefined where there was no row at the end of the first day, and none is told to begin with.
 */
export function changesBetween(
  model: Projection,
  history: readonly Recorded[],
  { from, to, sense }: Between,
  beginsAs?: Row,
): ColumnChange[] | undefined {
  const rowOf = (events: readonly Recorded[]): Row | undefined => {
    const [stored] = refold(model, events).values();
    return stored?.row;
  };
  const first = rowOf(historyAsOf(history, { day: from, sense })) ?? beginsAs;
  if (first === undefined) return undefined;
  let before = first;
  const movedBy = new Map<string, Recorded[]>();
  for (const { events, by } of stepsOf(history, { from, to, sense })) {
    const after = rowOf(events) ?? beginsAs ?? {};
    for (const column of differing(before, after)) {
      movedBy.set(column, [...(movedBy.get(column) ?? []), ...by]);
    }
    before = after;
  }
  return differing(first, before).map((column) => ({
    column,
    was: first[column] ?? null,
    now: before[column] ?? null,
    by: movedBy.get(column) ?? [],
  }));
}

const differing = (one: Row, other: Row): string[] =>
  Object.keys({ ...one, ...other }).filter((column) => !isSame(one[column], other[column]));

/** Whether two values of a column are one: a sealed text is where the log has it. */
export const isSame = (one: unknown, other: unknown): boolean =>
  JSON.stringify(withPlaces(one ?? null)) === JSON.stringify(withPlaces(other ?? null));

/** One more event that counts, with all that count then. */
interface Step {
  readonly events: readonly Recorded[];
  /** With what corrects it, where it counts as it is known now. */
  readonly by: readonly Recorded[];
}

function stepsOf(history: readonly Recorded[], { from, to, sense }: Between): Step[] {
  return sense === 'KNOWN_ON' ? recordedSteps(history, from, to) : happenedSteps(history, from, to);
}

function recordedSteps(history: readonly Recorded[], from: string, to: string): Step[] {
  const until = historyAsOf(history, { day: to, sense: 'KNOWN_ON' });
  return until.flatMap((event, at) =>
    recordedOn(event) > from ? [{ events: until.slice(0, at + 1), by: [event] }] : [],
  );
}

function happenedSteps(history: readonly Recorded[], from: string, to: string): Step[] {
  const days = trueDays(history);
  const standing = new Set(effective(history).map(({ id }) => id));
  const byId = new Map(history.map((event) => [event.id, event]));
  const roots = new Map(history.map((event) => [event.id, rootOf(event, byId)]));
  const dayOf = (event: Recorded) => days.get(roots.get(event.id) ?? '') ?? '';
  const counts = new Set(history.filter((event) => dayOf(event) <= from).map(({ id }) => id));
  const added = history
    .filter((event) => standing.has(event.id) && dayOf(event) > from && dayOf(event) <= to)
    .toSorted((one, other) => (dayOf(one) < dayOf(other) ? -1 : Number(dayOf(one) > dayOf(other))));
  return added.map((event) => {
    const withRevisions = history.filter(({ id }) => roots.get(id) === event.id);
    for (const { id } of withRevisions) counts.add(id);
    const corrections = withRevisions.filter(
      (one) => revises(one) && !isAnnulment(one) && isLive(one, history),
    );
    return { events: history.filter(({ id }) => counts.has(id)), by: [event, ...corrections] };
  });
}

/** Whether a correction still holds. */
const isLive = ({ id }: Recorded, history: readonly Recorded[]): boolean =>
  !history.some((other) => isAnnulment(other) && other.data['corrects'] === id && isLive(other, history));
