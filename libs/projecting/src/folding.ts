import { effective, isPassedOver, revises } from '#event-sourcing/effective';
import { partsOf, type Recorded } from '#event-sourcing/event';
import type { Projection, Row } from '#event-sourcing/projection';
import type { StoredRow } from './rows.js';

/** An event that a projection cannot take in: its stop, with a sentence that holds ids and types only. */
export class UnfitEvent extends Error {
  constructor(
    projection: { readonly name: string },
    readonly event: Pick<Recorded, 'id' | 'type' | 'stream' | 'revision'>,
    why: string,
    options?: ErrorOptions,
  ) {
    super(
      `${projection.name} cannot take in event ${event.id} (${event.type}, ${event.stream} at revision ${event.revision}): ${why}`,
      options,
    );
    this.name = 'UnfitEvent';
  }
}

/** Where the rows of one stream stand while events are folded into them; null: none any more. */
export type StreamRows = Map<string, StoredRow | null>;

/** Whether the projection handles the events of this stream. */
export function handles(projection: Projection): (stream: string) => boolean {
  const prefixes = projection.handles.map(({ category }) => `${category}-`);
  return (stream) => prefixes.some((prefix) => stream.startsWith(prefix));
}

/** The key of the row that a plain event (no correction) belongs to. */
export const keyOf = (projection: Projection, event: Recorded): string | undefined =>
  guarded(projection, event, () => projection.key(event as never));

/** Folds plain events of one stream, in order, into its rows. */
export function foldInto(projection: Projection, rows: StreamRows, events: readonly Recorded[]): void {
  const [first] = events;
  if (first === undefined) return;
  // The stream's name is what the log keeps; metadata could only repeat it.
  const municipality = partsOf(first.stream)?.tenant;
  for (const event of events) {
    if (isPassedOver(event)) continue;
    guarded(projection, event, () => {
      const key = projection.key(event as never);
      if (key === undefined) return;
      if (municipality === undefined) throw new Error('its stream names no tenant');
      const row = projection.fold(rows.get(key)?.row, event as never);
      rows.set(key, row === undefined ? null : stored(projection, key, municipality, row, event));
    });
  }
}

/**
 * The rows of one stream from its whole history, corrections and annulments heeded. Every row of effective events counts as concerned by
 * the stream's last correction, so that the outcome is the same whether the correction came live or was there from the start.
 */
export function refold(projection: Projection, history: readonly Recorded[]): Map<string, StoredRow> {
  const isEffective = projection.sees === 'effective';
  const rows: StreamRows = new Map();
  foldInto(projection, rows, isEffective ? effective(history) : history);
  const last = isEffective ? history.findLast(revises) : undefined;
  for (const [key, row] of rows) {
    if (row === null) rows.delete(key);
    else if (last !== undefined && row.revision < last.revision) {
      rows.set(key, { ...row, revision: last.revision, position: last.position });
    }
  }
  return rows as Map<string, StoredRow>;
}

function stored(
  projection: Projection,
  key: string,
  municipality: string,
  row: Row,
  { stream, revision, position }: Recorded,
): StoredRow {
  if (row[projection.keyColumn] !== key) {
    throw new Error(`its row has another ${projection.keyColumn} than its key`);
  }
  return { key, municipality, stream, revision, position, row };
}

function guarded<T>(projection: Projection, event: Recorded, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw new UnfitEvent(projection, event, (error as Error).message, { cause: error });
  }
}
