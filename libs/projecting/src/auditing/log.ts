import { setImmediate as nextTurn } from 'node:timers/promises';
import { partsOf } from '#event-sourcing/event';
import { type EventStore, LogFault, markedStream, type UnreadEvent } from '#event-sourcing/event-store';
import type { Projection } from '#event-sourcing/projection';
import type { Decoder } from '../delivered.js';
import type { Checkpoint } from '../registry.js';
import { digestOf, Tallying } from '../tally.js';
import { type Finding, mostTold, rebuildIt } from './finding.js';

/** One build, as its checkpoint stood when the auditor began. */
export interface Audited {
  readonly projection: Projection;
  readonly checkpoint: Checkpoint;
}

export interface LogHeld {
  readonly events: number;
  readonly findings: readonly Finding[];
  /** Streams drawn by lot. */
  readonly drawn: readonly string[];
}

interface Surroundings {
  readonly store: Pick<EventStore, 'scan'>;
  readonly decoder: Decoder;
  readonly signal?: AbortSignal | undefined;
  /** How many streams are drawn. */
  readonly draw: number;
  readonly random?: () => number;
}

/** Events judged before others get a turn. */
const judgedAtOnce = 200;

/**
 * Reads the log as far as these builds have: every event is judged by its MAC and by its place in its stream, and each build's count and
 * sum are made anew. What stands in streams that are set aside is told already.
 */
export async function logHeld(builds: readonly Audited[], around: Surroundings): Promise<LogHeld> {
  const { store, decoder, signal } = around;
  const pass = new Pass(builds, around);
  const prefixes = [...new Set(builds.flatMap(({ projection }) => categoriesOf(projection)))];
  let sinceTurn = 0;
  for await (const batch of store.scan({ streamPrefixes: prefixes.map((category) => `${category}-`) })) {
    for (const event of batch) {
      if (event.position > pass.end) return pass.ended();
      if (markedStream(event) === undefined) pass.take(event, decoder);
      sinceTurn += 1;
      if (sinceTurn < judgedAtOnce) continue;
      sinceTurn = 0;
      signal?.throwIfAborted();
      await nextTurn();
    }
  }
  return pass.ended();
}

const categoriesOf = ({ handles }: Projection) => handles.map(({ category }) => category);
const categoryOf = (stream: string) => stream.slice(0, stream.indexOf('-'));

class Pass {
  readonly end: bigint;
  private readonly aside: ReadonlySet<string>;
  private readonly sums = new Map<string, Tallying>();
  private readonly revisions = new Map<string, bigint>();
  private readonly found = new Map<string, Finding>();
  private readonly drawn: string[] = [];
  private readonly waiting: Audited[];
  private events = 0;

  constructor(
    builds: readonly Audited[],
    private readonly around: Surroundings,
  ) {
    const endOf = ({ checkpoint }: Audited) => checkpoint.last?.position ?? -1n;
    this.waiting = builds.toSorted((one, other) => (endOf(one) < endOf(other) ? -1 : 1));
    this.end = this.waiting.map(endOf).at(-1) ?? -1n;
    this.aside = new Set(builds.flatMap(({ checkpoint }) => [...checkpoint.aside.keys()]));
  }

  take(event: UnreadEvent, decoder: Decoder): void {
    this.closeBefore(event.position);
    this.events += 1;
    const category = categoryOf(event.stream);
    const sum = this.sums.get(category) ?? new Tallying();
    sum.add(digestOf(event));
    this.sums.set(category, sum);
    if (partsOf(event.stream) === undefined || this.aside.has(event.stream)) return;
    this.judge(event, decoder);
  }

  ended(): LogHeld {
    this.closeBefore(undefined);
    return { events: this.events, findings: [...this.found.values()], drawn: this.drawn };
  }

  private judge(event: UnreadEvent, decoder: Decoder): void {
    const { stream, revision } = event;
    const before = this.revisions.get(stream) ?? -1n;
    if (before < 0n) this.lot(stream);
    this.revisions.set(stream, revision);
    if (revision !== before + 1n) {
      this.find(
        stream,
        `The history of the stream ${stream} goes on at revision ${revision} after ${before}.`,
      );
    }
    try {
      decoder.judge?.(event);
    } catch (error) {
      if (!(error instanceof LogFault)) throw error;
      this.find(stream, error.message);
    }
  }

  private find(stream: string, message: string): void {
    if (this.found.size >= mostTold || this.found.has(stream)) return;
    const finding = { kind: 'EVENT', projection: null, stream } as const;
    this.found.set(stream, {
      ...finding,
      message: `${message} What is made of it until now stands; nothing is decided on it any more.`,
    });
  }

  /** Every stream with the same chance, however many there are. */
  private lot(stream: string): void {
    const { draw, random = Math.random } = this.around;
    if (this.drawn.length < draw) this.drawn.push(stream);
    else {
      const at = Math.floor(random() * (this.revisions.size + 1));
      if (at < draw) this.drawn[at] = stream;
    }
  }

  /** The builds that had not read on to the event at this position. */
  private closeBefore(position: bigint | undefined): void {
    for (;;) {
      const next = this.waiting[0];
      if (next === undefined) return;
      if (position !== undefined && (next.checkpoint.last?.position ?? -1n) >= position) return;
      this.waiting.shift();
      this.hold(next);
    }
  }

  private hold({ projection, checkpoint: { taken } }: Audited): void {
    const all = new Tallying();
    for (const category of categoriesOf(projection)) {
      const sum = this.sums.get(category);
      if (sum) all.addAll(sum);
    }
    const { events, sum } = all.tally;
    if (events === taken.events && sum === taken.sum) return;
    const { name } = projection;
    const how =
      events === taken.events
        ? `${events} others than the log has`
        : `${taken.events} events, and the log has ${events}`;
    this.found.set(`log ${name}`, {
      kind: 'EVENTS',
      projection: name,
      stream: null,
      message: `${name} took in ${how}. Compare the log with a backup; when it is the right one: ${rebuildIt(name)}`,
    });
  }
}
