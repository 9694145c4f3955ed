import { annotated, effective, revises, type Annotated } from '#event-sourcing/effective';
import { partsOf, type Recorded } from '#event-sourcing/event';
import type {
  EffectiveProjection,
  EventIn,
  Projection,
  RecordedProjection,
  Row,
} from '#event-sourcing/projection';
import type { Events } from '#event-sourcing/event';
import type { StoredRow } from './rows.js';

/** An event that a projection cannot take in: its stop, with a sentence that holds ids and types only. */
export class UnfitEvent extends Error {
  constructor(
    projection: { readonly name: string },
    event: Pick<Recorded, 'id' | 'type' | 'stream' | 'revision'>,
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
export function keyOf(projection: Projection, event: Recorded): string | undefined {
  if (projection.sees === 'recorded') return recordedRow(projection, { event, correctedBy: [] })?.key;
  return guarded(projection, event, () => projection.key(event as EventIn<Events>));
}

/** Folds plain events of one stream, in order, into its rows. */
export function foldInto(projection: Projection, rows: StreamRows, events: readonly Recorded[]): void {
  for (const event of events) {
    if (projection.sees === 'recorded') {
      const row = recordedRow(projection, { event, correctedBy: [] });
      if (row) rows.set(row.key, row);
    } else {
      foldOne(projection, rows, event);
    }
  }
}

function foldOne(projection: EffectiveProjection, rows: StreamRows, event: Recorded): void {
  guarded(projection, event, () => {
    const key = projection.key(event as EventIn<Events>);
    if (key === undefined) return;
    const row = projection.fold(rows.get(key)?.row, event as EventIn<Events>);
    rows.set(key, row === undefined ? null : stored(projection, key, row, event));
  });
}

/**
 * The rows of one stream from its whole history, corrections and annulments heeded. Every row of a stream counts as concerned by
 * its last correction, so that the outcome is the same whether the correction came live or was there from the start.
 */
export function refold(projection: Projection, history: readonly Recorded[]): Map<string, StoredRow> {
  const rows: StreamRows = new Map();
  if (projection.sees === 'recorded') {
    for (const entry of annotated(history)) {
      const row = recordedRow(projection, entry);
      if (row) rows.set(row.key, row);
    }
    return present(rows);
  }
  const lastRevising = history.findLast(revises);
  for (const event of effective(history)) foldOne(projection, rows, event);
  const whole = present(rows);
  if (lastRevising === undefined) return whole;
  for (const [key, row] of whole) {
    if (row.revision < lastRevising.revision) {
      whole.set(key, { ...row, revision: lastRevising.revision, position: lastRevising.position });
    }
  }
  return whole;
}

function present(rows: StreamRows): Map<string, StoredRow> {
  return new Map([...rows].filter((entry): entry is [string, StoredRow] => entry[1] !== null));
}

function recordedRow(projection: RecordedProjection, entry: Annotated): StoredRow | undefined {
  return guarded(projection, entry.event, () => {
    const row = projection.row(entry);
    return row && stored(projection, String(row[projection.keyColumn]), row, entry.event);
  });
}

function stored(projection: Projection, key: string, row: Row, event: Recorded): StoredRow {
  if (row[projection.keyColumn] !== key) {
    throw new Error(`its row has another ${projection.keyColumn} than its key`);
  }
  const { stream, revision, position } = event;
  // The stream's name is what the log keeps; metadata could only repeat it.
  const municipality = partsOf(stream)?.tenant;
  if (municipality === undefined) throw new Error('its stream names no tenant');
  return { key, municipality, stream, revision, position, row };
}

function guarded<T>(projection: Projection, event: Recorded, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw new UnfitEvent(projection, event, (error as Error).message, { cause: error });
  }
}
