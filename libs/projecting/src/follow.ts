import type { Delivery, EventStore } from '#event-sourcing/event-store';
import type { Batch } from './apply.js';
import { pauseFor } from './backoff.js';
import { type Delivered, deliveredOf, type Decoder, readingOf } from './delivered.js';
import { gathered } from './gathered.js';
import { Member, Stopped } from './member.js';

export interface FollowOptions {
  readonly store: EventStore;
  readonly decoder: Decoder;
  readonly streamPrefixes: readonly string[];
  readonly signal: AbortSignal;
  /** A member is at fault; it is left behind and the others go on. */
  readonly onStopped: (stopped: Stopped) => Promise<void>;
  /** The members stand at the end of the log. */
  readonly onCaughtUp: () => void;
  /** A batch was taken in. */
  readonly onProgress: () => void;
}

const largestBatch = 5_000;
const quietMs = 1_000;
/** What comes in numbers is let gather: a millisecond for each event that came along with another. One by itself is taken in at once. */
const longestPauseMs = 20;
/** How often a quiet log is said to be still current. */
const beatMs = 10_000;

/**
 * One reader for all: each event is decoded once and taken in by every member, all in one transaction. Reads up to the present end, which
 * is faster than following, then follows. Resolves when the subscription ends or the last member stopped; rejects with what befell
 * the store or the database. The caller subscribes again.
 */
export async function follow(members: ReadonlySet<Member>, options: FollowOptions): Promise<void> {
  const { store, streamPrefixes, signal, onCaughtUp, onProgress } = options;
  const going = new Set(members);
  await readToTheEnd(going, options);
  if (going.size === 0 || signal.aborted) return;
  const ended = new AbortController();
  const after = earliestDelivered(going);
  const source = store.subscribe({
    ...readingOf(streamPrefixes),
    signal: AbortSignal.any([signal, ended.signal]),
    maxBatch: largestBatch,
    ...(after !== undefined && { after }),
  });
  const reading = new Reading(options.decoder, after);
  let saved = Date.now();
  try {
    for await (const deliveries of gathered(source, { max: largestBatch, quietMs })) {
      if (signal.aborted) return;
      const wasCaughtUp = reading.caughtUp;
      const events = reading.take(deliveries);
      const isQuiet = deliveries.length === 0;
      // A full batch: more waits behind it, and the rows are not yet what they are said to be current to.
      const caughtUp = reading.caughtUp && deliveries.length < largestBatch;
      const resume = isQuiet ? await reading.lookedUpTo(store, streamPrefixes) : undefined;
      const isDue = isQuiet && (resume !== undefined || Date.now() - saved >= beatMs);
      if (events.length === 0 && !isDue && reading.caughtUp === wasCaughtUp) continue;
      await takeInAll(going, { events, resume, caughtUp }, options);
      saved = Date.now();
      onProgress();
      if (caughtUp) onCaughtUp();
      if (going.size === 0) return;
      if (caughtUp && events.length > 1) await pauseFor(Math.min(events.length, longestPauseMs), signal);
    }
  } finally {
    ended.abort();
  }
}

/** Full batches only; the rest is left to the subscription, which knows when it has caught up. */
async function readToTheEnd(going: Set<Member>, options: FollowOptions): Promise<void> {
  const { store, decoder, streamPrefixes, signal, onProgress } = options;
  const after = earliestDelivered(going);
  let events: Delivered[] = [];
  for await (const arrived of store.scan({
    ...readingOf(streamPrefixes),
    ...(after !== undefined && { after }),
  })) {
    events.push(...deliveredOf(arrived, decoder));
    if (events.length < largestBatch) continue;
    if (signal.aborted) return;
    await takeInAll(going, { events, caughtUp: false }, options);
    events = [];
    onProgress();
    if (going.size === 0) return;
  }
}

/** How far the subscription has come. */
class Reading {
  caughtUp = false;
  /** As far as the server says to have looked. */
  private said = -1n;
  /** As far as there is nothing more of ours, by the log itself. */
  private looked: bigint;

  constructor(
    private readonly decoder: Decoder,
    after: bigint | undefined,
  ) {
    this.looked = after ?? -1n;
  }

  take(deliveries: readonly Delivery[]): Delivered[] {
    const events: Delivered[] = [];
    for (const delivery of deliveries) {
      switch (delivery.kind) {
        case 'event':
          events.push(...deliveredOf([delivery.event], this.decoder));
          this.looked = delivery.event.position;
          break;
        case 'checkpoint':
          this.said = delivery.position;
          break;
        case 'caughtUp':
          this.caughtUp = true;
          break;
      }
    }
    return events;
  }

  /**
   * How far the log holds nothing more of these streams, where that is further than before. The server's word for it is looked into: it may
   * speak of an event that it delivers later, or lie past the end of the log.
   */
  async lookedUpTo(
    store: Pick<EventStore, 'end' | 'scanNew'>,
    streamPrefixes: readonly string[],
  ): Promise<bigint | undefined> {
    const { said, looked } = this;
    if (said <= looked) return undefined;
    const end = (await store.end()) ?? -1n;
    let upTo = said < end ? said : end;
    if (upTo <= looked) return undefined;
    const after = looked < 0n ? {} : { after: looked };
    for await (const [unseen] of store.scanNew({ streamPrefixes, ...after })) {
      if (unseen !== undefined && unseen.position <= upTo) upTo = unseen.position - 1n;
      break;
    }
    if (upTo <= looked) return undefined;
    this.looked = upTo;
    return upTo;
  }
}

/** All at once; where that fails, each by itself, so that one at fault does not keep the others from going on. */
async function takeInAll(going: Set<Member>, batch: Batch, { onStopped }: FollowOptions): Promise<void> {
  const [first, ...others] = going;
  if (first && others.length > 0 && (await Member.takeTogether([first, ...others], batch))) return;
  const outcomes = await Promise.allSettled([...going].map((member) => member.take(batch)));
  const failures = outcomes.flatMap((outcome) =>
    outcome.status === 'rejected' ? [outcome.reason as unknown] : [],
  );
  for (const failure of failures) {
    if (!(failure instanceof Stopped)) continue;
    going.delete(failure.member);
    await onStopped(failure);
  }
  const other = failures.find((failure) => !(failure instanceof Stopped));
  if (other !== undefined) throw other;
}

/**
 * Reading goes on after the last event that was delivered, not after the position read up to: a log restored to a point between the two
 * takes new events there, and they would be passed over (docs/adr/0007).
 */
function earliestDelivered(members: ReadonlySet<Member>): bigint | undefined {
  let earliest: bigint | undefined;
  for (const { checkpoint } of members) {
    if (checkpoint.last === undefined) return undefined;
    if (earliest === undefined || checkpoint.last.position < earliest) earliest = checkpoint.last.position;
  }
  return earliest;
}
