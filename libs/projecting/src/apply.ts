import { isPassedOver, revises } from '#event-sourcing/effective';
import { partsOf, type Recorded } from '#event-sourcing/event';
import { LogFault } from '#event-sourcing/event-store';
import type { Projection } from '#event-sourcing/projection';
import type { Queryable } from '#postgres';
import { alongBoth, asideChanges, type Asides } from './aside.js';
import { assertFits, borne } from './bearing.js';
import type { Delivered, ReadHistory } from './delivered.js';
import { foldInto, handles, keyOf, type StreamRows, UnfitEvent } from './folding.js';
import { moveCheckpoint, type Build, type Checkpoint, type LastEvent, type Move } from './registry.js';
import { type Tally, Tallying } from './tally.js';
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
  /** Streams to fold from the log up to the batch's last event: corrected ones, and those of which it is doubtful what can be believed or borne. */
  readonly anew: readonly string[];
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
  // What the server notes of a stream is no place to recognise a log by: it keeps the newest alone.
  const newest = fresh.findLast(({ tellsOf }) => tellsOf === undefined);
  const last: LastEvent | undefined = newest?.event ?? checkpoint.last;
  const readUpTo = fresh.at(-1)?.event.position;
  const isHandled = handles(projection);
  for (const one of fresh) await one.learn();
  const concerning = fresh.filter(({ stream }) => isHandled(stream));
  const plan = planOf(projection, concerning, checkpoint.aside);
  return moved(db, projection, readHistory, plan, readUpTo, {
    from: checkpoint,
    to: {
      last,
      resume: latest(checkpoint.resume, readUpTo, batch.resume),
      aside: checkpoint.aside,
      taken: withTaken(checkpoint.taken, concerning),
    },
    live: { caughtUp: batch.caughtUp, recordedAt: newest?.recordedAt() },
  });
}

/** What looking again at the streams that are set aside comes to; undefined where it is as it was. */
export async function reconsidered(
  db: Queryable,
  projection: Projection,
  checkpoint: Checkpoint,
  readHistory: ReadHistory,
): Promise<Move | undefined> {
  const { last, resume, aside, taken } = checkpoint;
  const anew = [...aside.values()].filter(({ kind }) => kind !== 'STRANGER').map(({ stream }) => stream);
  if (anew.length === 0) return undefined;
  const plan = { plain: new Map(), anew };
  const as = { from: checkpoint, to: { last, resume, aside, taken }, live: { caughtUp: false } };
  const move = await moved(db, projection, readHistory, plan, last?.position, as);
  return asideChanges(checkpoint, aside, move.to.aside) && move;
}

async function moved(
  db: Queryable,
  projection: Projection,
  readHistory: ReadHistory,
  { plain, anew }: Plan,
  upTo: bigint | undefined,
  move: Move,
): Promise<Move> {
  if (plain.size === 0 && anew.length === 0) return move;
  const { from, to } = move;
  const aside = new Map(to.aside);
  const refolded: StoredRow[] = [];
  const folded = await foldPlain(db, projection, from, plain);
  const foldedAnew = [...anew, ...folded.unborne];
  for (const stream of foldedAnew) {
    const { rows, aside: found } = borne(projection, await readHistory(stream, upTo));
    refolded.push(...rows);
    if (found) aside.set(stream, found);
    else aside.delete(stream);
  }
  const changes: RowChanges = {
    written: [...folded.written, ...refolded],
    gone: folded.gone,
    anew: foldedAnew,
  };
  const along = alongBoth(
    isUnchanged(changes) ? undefined : rowChanges(projection, from, changes),
    asideChanges(from, from.aside, aside),
  );
  return { ...move, to: { ...to, aside }, ...(along && { along }) };
}

/** Also what is not believed counts as taken in: an auditor compares what the log delivers. */
function withTaken(before: Tally, delivered: readonly Delivered[]): Tally {
  const tallying = new Tallying(before);
  for (const one of delivered) if (one.tellsOf === undefined) tallying.add(one.digest);
  return tallying.tally;
}

function planOf(projection: Projection, delivered: readonly Delivered[], aside: Asides): Plan {
  const plain = new Map<string, Recorded[]>();
  const anew = new Set<string>();
  for (const one of delivered) {
    const { stream, tellsOf } = one;
    const known = aside.get(stream)?.kind;
    // No later event mends one that is not believed.
    if (tellsOf === undefined && (known === 'EVENT' || known === 'STRANGER')) continue;
    const event = tellsOf === undefined && known === undefined ? believedOf(one) : undefined;
    const ofStream = plain.get(stream);
    if (event === undefined) anew.add(stream);
    else if (isPassedOver(event) || one.isLeftOutBy(projection)) continue;
    else if (ofStream) ofStream.push(event);
    else plain.set(stream, [event]);
  }
  for (const [stream, events] of plain) {
    if (projection.sees === 'effective' && events.some(revises)) anew.add(stream);
    if (anew.has(stream)) plain.delete(stream);
  }
  return { plain, anew: [...anew] };
}

/** Undefined where it is not believed, for whatever reason: its stream tells. */
function believedOf(delivered: Delivered): Recorded | undefined {
  try {
    return delivered.decoded();
  } catch (error) {
    if (error instanceof LogFault) return undefined;
    throw error;
  }
}

/**
 * The rows as they stand are read before the checkpoint is moved: whoever else wrote them has moved it, and the move is refused. Of a stream
 * with an event that cannot be taken in nothing is changed here: how much of it can, its whole history tells.
 */
async function foldPlain(
  db: Queryable,
  projection: Projection,
  build: Build,
  plain: ReadonlyMap<string, Recorded[]>,
): Promise<Pick<RowChanges, 'written' | 'gone'> & { readonly unborne: readonly string[] }> {
  const unborne = new Set<string>();
  const standing = await readRows(db, projection, build, keysOf(projection, plain, unborne));
  const touched = new Map<string, StreamRows>([...plain.keys()].map((stream) => [stream, new Map()]));
  for (const row of standing) touched.get(row.stream)?.set(row.key, row);
  const before = new Map(standing.map((row) => [`${row.municipality} ${row.key}`, row]));
  const written: StoredRow[] = [];
  for (const [stream, events] of plain) {
    const rows = touched.get(stream) ?? new Map<string, StoredRow | null>();
    whereBorne(stream, unborne, () => {
      foldInto(projection, rows, events);
      const changed = [...rows.values()].filter(
        (row) => row !== null && before.get(`${row.municipality} ${row.key}`) !== row,
      ) as StoredRow[];
      for (const row of changed) assertFits(projection, row, events);
      written.push(...changed);
    });
  }
  const gone = standing.filter(
    ({ stream, key }) => !unborne.has(stream) && touched.get(stream)?.get(key) === null,
  );
  return { written, gone, unborne: [...unborne] };
}

/** The keys of rows that may be there already; of a stream that begins here there are none. */
function keysOf(projection: Projection, plain: ReadonlyMap<string, Recorded[]>, unborne: Set<string>) {
  const keys = new Map<string, { municipality: string; key: string }>();
  for (const [stream, events] of plain) {
    if (events[0]?.revision === 0n) continue;
    const municipality = partsOf(stream)?.tenant ?? '';
    whereBorne(stream, unborne, () => {
      for (const event of events) {
        const key = keyOf(projection, event);
        if (key !== undefined) keys.set(`${municipality} ${key}`, { municipality, key });
      }
    });
  }
  return [...keys.values()];
}

/** Does it for a stream of which nothing was found yet that cannot be taken in, and remembers where something is. */
function whereBorne(stream: string, unborne: Set<string>, work: () => void): void {
  if (unborne.has(stream)) return;
  try {
    work();
  } catch (error) {
    if (!(error instanceof UnfitEvent)) throw error;
    unborne.add(stream);
  }
}

function latest(...positions: readonly (bigint | undefined)[]): bigint | undefined {
  let newest: bigint | undefined;
  for (const position of positions) {
    if (position !== undefined && (newest === undefined || position > newest)) newest = position;
  }
  return newest;
}
