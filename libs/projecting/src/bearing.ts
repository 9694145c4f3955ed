import { isPassedOver, revises } from '#event-sourcing/effective';
import type { Recorded } from '#event-sourcing/event';
import type { Projection } from '#event-sourcing/projection';
import type { BelievedHistory } from '#event-sourcing/stream-history';
import { type Aside, asideOf } from './aside.js';
import { misfit } from './fitting.js';
import { refold, UnfitEvent } from './folding.js';
import type { StoredRow } from './rows.js';

/** What one stream comes to for one read model: its rows, and why they hold no more. */
export interface Borne {
  readonly rows: readonly StoredRow[];
  readonly aside?: Aside;
}

/**
 * The rows of as many of a stream's events, from its first on, as the projection can take in (docs/adr/0032). The same events make the same
 * of it, whether they come one by one or all at once. What waits for somebody in the log comes before what waits for a release.
 */
export function borne(projection: Projection, { events, fault }: BelievedHistory): Borne {
  const { rows, aside: unborne } = longestBorne(projection, events);
  const aside =
    unborne && (fault === undefined || fault.isNoted) ? unborne : fault && asideOf(fault, sinceOf(events));
  return { rows, ...(aside && { aside }) };
}

function longestBorne(projection: Projection, history: readonly Recorded[]): Borne {
  let events = history;
  let fault: UnfitEvent | undefined;
  for (;;) {
    try {
      const rows = [...refold(projection, events).values()];
      for (const row of rows) assertFits(projection, row, events);
      const next = history[events.length];
      return { rows, ...(fault && next && { aside: unborneAt(next, fault, sinceOf(events)) }) };
    } catch (error) {
      if (!(error instanceof UnfitEvent)) throw error;
      fault = error;
      events = events.slice(0, shorter(projection, events, error));
    }
  }
}

/** With the event at fault go those after it; where a later entry changes how earlier ones are read, that one is what cannot be borne. */
function shorter(projection: Projection, events: readonly Recorded[], { event }: UnfitEvent): number {
  const unfit = events.findIndex(({ id }) => id === event.id);
  const revising = projection.sees === 'effective' ? events.findLastIndex(revises) : -1;
  return Math.max(unfit, revising, 0);
}

/** Throws where a column cannot hold what a fold made: PostgreSQL would refuse the row, and whatever is written along with it. */
export function assertFits(projection: Projection, row: StoredRow, events: readonly Recorded[]): void {
  const why = misfit(projection, row.row);
  if (why === undefined) return;
  const event = events.findLast(({ revision }) => revision === row.revision);
  throw new UnfitEvent(projection, event ?? { id: '', type: '', ...row }, why);
}

/** What is in the rows was recorded by then. */
const sinceOf = (events: readonly Recorded[]): string | null =>
  events.findLast((event) => !isPassedOver(event))?.metadata.recordedAt ?? null;

const unborneAt = (
  { stream, revision, id }: Recorded,
  { message }: UnfitEvent,
  since: string | null,
): Aside => ({
  stream,
  kind: 'FOLD',
  revision: String(revision),
  eventId: id,
  message,
  isNoted: false,
  since,
});
