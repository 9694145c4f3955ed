import { revises } from '#event-sourcing/effective';
import { partsOf, type Recorded } from '#event-sourcing/event';
import type { Projection } from '#event-sourcing/projection';
import type { Queryable } from '#postgres';
import type { Delivered, ReadHistory } from './delivered.js';
import { foldInto, handles, keyOf, refold, type StreamRows } from './folding.js';
import { moveCheckpoint, type Build, type Checkpoint, type LastEvent, type Move } from './registry.js';
import { isUnchanged, readRows, rowChanges, type RowChanges, type StoredRow } from './rows.js';

export interface Batch {
  /** In log order; those that the checkpoint is past already are passed over. */
  readonly events: readonly Delivered[];
  /** Where reading may go on after the batch, when later than its last event. */
  readonly resume?: bigint | undefined;
  /** Whether the batch ends at the present end of the log. */
  readonly caughtUp: boolean;
}

/** A batch taken apart. */
interface Plan {
  readonly plain: ReadonlyMap<string, Recorded[]>;
  /** Streams with a correction in the batch, folded from the log up to the batch's last event of each. */
  readonly refolded: ReadonlyMap<string, readonly StoredRow[]>;
}

/**
 * Takes a batch into one build: rows and checkpoint in one statement. Answers with the checkpoint after it; rejects with `Fenced`
 * and nothing written when another process moved it.
 */
export async function applyBatch(
  db: Queryable,
  projection: Projection,
  checkpoint: Checkpoint,
  batch: Batch,
  readHistory: ReadHistory,
): Promise<Checkpoint> {
  return moveCheckpoint(db, await moveFor(db, projection, checkpoint, batch, readHistory));
}

/** What taking the batch into one build comes to. Nothing is written yet. */
export async function moveFor(
  db: Queryable,
  projection: Projection,
  checkpoint: Checkpoint,
  batch: Batch,
  readHistory: ReadHistory,
): Promise<Move> {
  const past = checkpoint.last?.position ?? -1n;
  const fresh = batch.events.filter(({ event }) => event.position > past);
  const newest = fresh.at(-1);
  const last: LastEvent | undefined = newest?.event ?? checkpoint.last;
  const move: Move = {
    from: checkpoint,
    to: { last, resume: latest(checkpoint.resume, newest?.event.position, batch.resume) },
    live: { caughtUp: batch.caughtUp, recordedAt: newest?.recordedAt() },
  };

  const isHandled = handles(projection);
  const handled = fresh.filter(({ event }) => isHandled(event.stream));
  if (handled.length === 0) return move;

  const { plain, refolded } = await planOf(
    projection,
    handled.map((event) => event.decoded()),
    readHistory,
  );
  const folded = await foldPlain(db, projection, checkpoint, plain);
  const changes: RowChanges = {
    written: [...folded.written, ...[...refolded.values()].flat()],
    gone: folded.gone,
    anew: [...refolded.keys()],
  };
  return isUnchanged(changes) ? move : { ...move, along: rowChanges(projection, checkpoint, changes) };
}

async function planOf(
  projection: Projection,
  events: readonly Recorded[],
  readHistory: ReadHistory,
): Promise<Plan> {
  const byStream = new Map<string, Recorded[]>();
  for (const event of events) {
    const ofStream = byStream.get(event.stream);
    if (ofStream) ofStream.push(event);
    else byStream.set(event.stream, [event]);
  }
  const plain = new Map<string, Recorded[]>();
  const refolded = new Map<string, readonly StoredRow[]>();
  for (const [stream, ofStream] of byStream) {
    const newest = ofStream.at(-1);
    if (newest !== undefined && projection.sees === 'effective' && ofStream.some(revises)) {
      refolded.set(stream, [...refold(projection, await readHistory(stream, newest.revision)).values()]);
    } else {
      plain.set(stream, ofStream);
    }
  }
  return { plain, refolded };
}

/** The rows as they stand are read before the checkpoint is moved: whoever else wrote them has moved it, and the move is refused. */
async function foldPlain(
  db: Queryable,
  projection: Projection,
  build: Build,
  plain: ReadonlyMap<string, Recorded[]>,
): Promise<Pick<RowChanges, 'written' | 'gone'>> {
  const standing = await readTouched(db, projection, build, plain);
  const touched = new Map<string, StreamRows>([...plain.keys()].map((stream) => [stream, new Map()]));
  for (const row of standing) touched.get(row.stream)?.set(row.key, row);
  for (const [stream, events] of plain) foldInto(projection, touched.get(stream) ?? new Map(), events);

  const before = new Map(standing.map((row) => [`${row.municipality} ${row.key}`, row]));
  const written: StoredRow[] = [];
  for (const rows of touched.values()) {
    for (const row of rows.values()) {
      if (row !== null && before.get(`${row.municipality} ${row.key}`) !== row) written.push(row);
    }
  }
  return { written, gone: standing.filter(({ stream, key }) => touched.get(stream)?.get(key) === null) };
}

async function readTouched(
  db: Queryable,
  projection: Projection,
  build: Build,
  plain: ReadonlyMap<string, Recorded[]>,
): Promise<StoredRow[]> {
  const keys = new Map<string, { municipality: string; key: string }>();
  for (const events of plain.values()) {
    // A stream that begins here has no rows yet.
    if (events[0]?.revision === 0n) continue;
    for (const event of events) {
      const key = keyOf(projection, event);
      const municipality = partsOf(event.stream)?.tenant ?? '';
      if (key !== undefined) keys.set(`${municipality} ${key}`, { municipality, key });
    }
  }
  return keys.size === 0 ? [] : readRows(db, projection, build, [...keys.values()]);
}

function latest(...positions: readonly (bigint | undefined)[]): bigint | undefined {
  let newest: bigint | undefined;
  for (const position of positions) {
    if (position !== undefined && (newest === undefined || position > newest)) newest = position;
  }
  return newest;
}
