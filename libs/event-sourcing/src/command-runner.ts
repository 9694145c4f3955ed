import { setTimeout as pause } from 'node:timers/promises';
import { LRUCache } from 'lru-cache';
import type { Codec, Draft } from './codec.js';
import { KeyReused, StaleRevision, TooMuchContention } from './command-errors.js';
import type { Decider, Intent } from './decider.js';
import { DecodedStreams } from './decoded-streams.js';
import { effective, isPassedOver } from './effective.js';
import { rootOf } from './revise.js';
import {
  type Actor,
  type Basis,
  dayIn,
  type EventOf,
  type Events,
  type FactOf,
  partsOf,
  type Recorded,
} from './event.js';
import {
  type Appended,
  type EventStore,
  LogFault,
  type NewEvent,
  StoreUnavailable,
  WrongExpectedRevision,
} from './event-store.js';
import { FoldedStates } from './folded-states.js';
import { eventIdOf } from './ids.js';
import { recordedAtAfter } from './recorded-at.js';
import { Rejection } from './refusals.js';
import type { Sealing } from './sealing.js';

export * from './command-errors.js';

/** Under which circumstances a command is given. */
export interface CommandContext {
  readonly commandId: string;
  /** The command id was made at random: nobody gave it before or will give it again, so no repeat of it needs to be looked for. */
  readonly unrepeatable?: true;
  readonly correlationId: string;
  /** The tenant; the stream must be of the same. */
  readonly municipality: string;
  readonly actor: Actor;
  /** The instant and the local date of the one clock. */
  readonly at: string;
  readonly today: string;
  /** Canonical JSON of the request's body; absent for commands without one. */
  readonly body?: string;
  /** The revision that the client last saw (`If-Match`). */
  readonly ifMatch?: bigint;
}

/** What became of a command. */
export interface Receipt {
  readonly stream: string;
  /** Of the command's last event; where nothing had to change, of the stream's last, and -1 where it has none. */
  readonly revision: bigint;
  /** Where a reader has seen it all; 0 where there is nothing to see. */
  readonly position: bigint;
  /** The command's own events; none when nothing had to change. Fresh ones all carry the position of the last. */
  readonly events: readonly Recorded[];
  /** Whether an earlier run of the same command recorded them. */
  readonly repeated: boolean;
}

/** What another stream says, for a decision that rests on it. */
export interface Look<S, E extends Events> {
  readonly state: S;
  /** Undefined where the stream does not exist. */
  readonly revision: bigint | undefined;
  /** To be recorded with the decision; revision -1 says that there was no stream. */
  readonly basis: readonly Basis[];
  readonly effective: readonly EventOf<E>[];
  readonly history: readonly Recorded[];
}

export interface CommandRunnerOptions {
  /** How many decoded events are kept between commands; 100,000 unless told. */
  readonly cachedEvents?: number;
  /**
   * Decide on a cached stream without reading its tail first, also when the command may be a repeat; conflict, refusal and "nothing to do"
   * still read it. Only where all commands of clients come through this one runner: another process could have answered the same id before.
   */
  readonly soleWriter?: boolean;
}

/** The intent itself, without the clock, which comes with the context. */
export type IntentOf<I extends Intent> = I extends Intent ? Pick<I, 'type' | 'data'> : never;

/** What a decision is made and recorded with. */
export type Recording = Pick<CommandRunner, 'run' | 'look'>;

const redecisions = 5;
const resubscribeMs = 1_000;

/** Reads a stream, lets a decider decide, and appends what it decided at exactly the revision that it saw. */
export class CommandRunner {
  private readonly streams: DecodedStreams;
  private readonly states = new FoldedStates();
  private readonly turns = new Map<string, Promise<unknown>>();
  /** Ids of commands whose append got no answer: it may have arrived, or still arrive, and a repeat may have another body. */
  private readonly unanswered = new LRUCache<string, true>({ max: 10_000 });
  private readonly soleWriter: boolean;

  constructor(
    private readonly store: EventStore,
    private readonly codec: Codec,
    private readonly sealing: Sealing,
    options: CommandRunnerOptions = {},
  ) {
    this.streams = new DecodedStreams(store, codec, options.cachedEvents ?? 100_000);
    this.soleWriter = options.soleWriter ?? false;
  }

  /**
   * Safe to repeat: the same command id gives the same receipt and is recorded once. Rejects with the decider's `Rejection`,
   * `StaleRevision`, `KeyReused`, `TooMuchContention`, `InvalidFact`, or `StoreUnavailable` when it is unknown whether it was recorded.
   */
  run<S, I extends Intent, E extends Events>(
    decider: Decider<S, I, E>,
    stream: string,
    intent: IntentOf<I>,
    context: CommandContext,
    basis: readonly Basis[] = [],
  ): Promise<Receipt> {
    assertStreamOf(decider.events, stream, context.municipality);
    const told = { ...intent, at: context.at, today: context.today } as unknown as I;
    const decide = (history: readonly Recorded[]) => {
      assertFresh(stream, history, decider.events, context);
      return decider.decide(told, this.states.after(decider, history), history);
    };
    // In turn, so that commands of this process neither race each other nor miss their own repeat.
    return this.inTurn(stream, () =>
      this.decideAndAppend({ stream, events: decider.events, decide, context, basis }),
    );
  }

  /** Reads another stream from the log for a decision. */
  async look<S, E extends Events>(
    decider: Pick<Decider<S, never, E>, 'events' | 'initialState' | 'evolve'>,
    stream: string,
  ): Promise<Look<S, E>> {
    const history = await this.streams.read(stream);
    const seen = effective(history) as unknown as EventOf<E>[];
    const revision = history.at(-1)?.revision;
    return {
      state: this.states.after(decider, history),
      revision,
      basis: [{ stream, revision: Number(revision ?? -1n) }],
      effective: seen,
      history,
    };
  }

  /** Follows, until the signal fires, what the server notes of these streams: what is known of one that somebody limited is let go of. */
  async heedMarks(streamPrefixes: readonly string[], signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      // The log is away; commands find out for themselves.
      await this.streams.heedMarks(streamPrefixes, signal).catch(() => undefined);
      await pause(resubscribeMs, undefined, { signal }).catch(() => undefined);
    }
  }

  private async decideAndAppend<E extends Events>(task: Task<E>): Promise<Receipt> {
    const { stream, context } = task;
    const guess = this.guess(stream, context);
    let history = guess ?? (await this.streams.read(stream));
    let isCurrent = guess === undefined;
    for (let conflicts = 0; ;) {
      const earlier = recordedBy(context.commandId, history);
      if (earlier.length > 0) return this.repeated(task, earlier);
      const facts = decideOn(task, history, isCurrent);
      if (facts === undefined) {
        history = await this.streams.read(stream);
        isCurrent = true;
        continue;
      }
      if (facts.length === 0) return nothingNew(stream, history);
      try {
        return await this.append(task, facts, history);
      } catch (error) {
        if (!(error instanceof WrongExpectedRevision)) throw error;
        conflicts += 1;
        if (conflicts > redecisions) throw new TooMuchContention(stream);
        history = await this.streams.read(stream);
        isCurrent = true;
      }
    }
  }

  /** What the stream may hold; the append at an exact revision tells. Only where no earlier answer to the same command can be missed. */
  private guess(stream: string, context: CommandContext): readonly Recorded[] | undefined {
    if (!this.streams.mayBeGuessed(stream)) return undefined;
    const known = this.cannotBeThere(context) ? this.streams.known(stream) : undefined;
    return context.unrepeatable ? (known ?? []) : known;
  }

  /** Whether the log cannot hold this command without this runner's knowing. */
  private cannotBeThere({ commandId, unrepeatable }: CommandContext): boolean {
    return unrepeatable ?? (this.soleWriter && !this.unanswered.has(commandId));
  }

  private async append<E extends Events>(
    task: Task<E>,
    facts: readonly FactOf<E>[],
    history: readonly Recorded[],
  ): Promise<Receipt> {
    const { stream, context } = task;
    const expected = history.at(-1)?.revision;
    const drafts = await this.drafts(
      task,
      facts,
      history.findLast((event) => !isPassedOver(event))?.metadata.recordedAt,
    );
    const events = await this.codec.encode(stream, drafts, this.sealing, expected ?? 'no_stream');
    let appended: Appended;
    try {
      appended = await this.store.append(stream, expected ?? 'no_stream', events);
    } catch (error) {
      if (!(error instanceof StoreUnavailable)) throw error;
      this.unanswered.set(context.commandId, true);
      const found = await this.foundAfterAll(task, error);
      if (found) return found;
      // The store answers again: the same events at the same revision are recorded once, whatever became of the first attempt.
      appended = await this.store.append(stream, expected ?? 'no_stream', events);
    }
    if (appended.revision !== (expected ?? -1n) + BigInt(events.length)) await this.refuse(stream);
    const recorded = this.asRecorded(stream, (expected ?? -1n) + 1n, appended.position, events);
    if (this.cannotBeThere(context)) this.streams.keep(stream, [...history, ...recorded]);
    else if (context.body !== undefined) {
      // The same command may have been recorded since, also with another body: the store takes ours for its repeat.
      const own = recordedBy(context.commandId, await this.streams.read(stream));
      if (own.length > 0) return { ...(await this.repeated(task, own)), repeated: false };
    }
    return {
      stream,
      revision: appended.revision,
      position: appended.position,
      events: recorded,
      repeated: false,
    };
  }

  /** A stream that was deleted takes an append as its first and goes on where it was: what stands there is believed by nobody. */
  private async refuse(stream: string): Promise<never> {
    this.streams.forget(stream);
    await this.streams.read(stream);
    throw new LogFault(`What was appended to ${stream} does not stand where it belongs.`);
  }

  private asRecorded(
    stream: string,
    first: bigint,
    position: bigint,
    events: readonly NewEvent[],
  ): Recorded[] {
    return events.map((event, index) =>
      this.codec.decode({ ...event, stream, revision: first + BigInt(index), position }),
    );
  }

  /** The append may have arrived although its answer did not. Fails with the same error when the store cannot be read either. */
  private async foundAfterAll<E extends Events>(
    task: Task<E>,
    error: StoreUnavailable,
  ): Promise<Receipt | undefined> {
    this.streams.forget(task.stream);
    const history = await this.streams.read(task.stream).catch((again: unknown) => {
      throw again instanceof StoreUnavailable ? error : again;
    });
    const own = recordedBy(task.context.commandId, history);
    return own.length === 0 ? undefined : { ...(await this.repeated(task, own)), repeated: false };
  }

  private async repeated<E extends Events>(
    { stream, events, context }: Task<E>,
    earlier: readonly Recorded[],
  ): Promise<Receipt> {
    const [first] = earlier;
    const last = earlier.at(-1);
    if (!first || !last) throw new Error('A repeat without an earlier event.');
    const mac = await this.bodyMac(events, String(first.data[events.owner]), context);
    if (mac !== first.metadata.bodyMac) throw new KeyReused(context.commandId);
    return { stream, revision: last.revision, position: last.position, events: earlier, repeated: true };
  }

  private async drafts<E extends Events>(
    task: Task<E>,
    facts: readonly FactOf<E>[],
    after: string | undefined,
  ): Promise<Draft[]> {
    const { events, context } = task;
    const bodyMac = await this.bodyMac(events, ownerIn(events, facts), context);
    return draftsOf(task, facts, { bodyMac, after });
  }

  private async bodyMac(events: Events, owner: string, { municipality, body }: CommandContext) {
    if (body === undefined) return undefined;
    return this.sealing.bodyMac({ tenant: municipality, owner, class: events.class }, body);
  }

  private inTurn<T>(stream: string, work: () => Promise<T>): Promise<T> {
    const before = this.turns.get(stream);
    const mine = before ? before.then(work) : work();
    const settled = mine.then(
      () => undefined,
      () => undefined,
    );
    this.turns.set(stream, settled);
    void settled.then(() => {
      if (this.turns.get(stream) === settled) this.turns.delete(stream);
    });
    return mine;
  }
}

interface Task<E extends Events> {
  readonly stream: string;
  readonly events: E;
  readonly decide: (history: readonly Recorded[]) => readonly FactOf<E>[];
  readonly context: CommandContext;
  readonly basis: readonly Basis[];
}

/** Facts as a command records them: its ids, circumstances and basis beside each. `after`: when what stands before them was recorded. */
export const draftsOf = <E extends Events>(
  { events, context, basis }: Pick<Task<E>, 'events' | 'context' | 'basis'>,
  facts: readonly FactOf<E>[],
  { bodyMac, after }: { readonly bodyMac?: string | undefined; readonly after?: string | undefined } = {},
): Draft[] =>
  facts.map(({ type, data }, index) => ({
    id: eventIdOf(context.commandId, index),
    type,
    data: data as Draft['data'],
    metadata: {
      $correlationId: context.correlationId,
      $causationId: context.commandId,
      municipality: context.municipality,
      actor: context.actor,
      occurredOn: dayIn(events.all[type], data as Draft['data']) ?? context.today,
      recordedAt: recordedAtAfter(after, context.at),
      ...(basis.length > 0 && { basis }),
      ...(index === 0 && bodyMac !== undefined && { bodyMac }),
    },
  }));

/** Whose the facts of one command are. */
export const ownerIn = <E extends Events>(events: E, [first]: readonly FactOf<E>[]): string =>
  String((first?.data as Readonly<Record<string, unknown>> | undefined)?.[events.owner]);

/** Undefined when what is known may be too old to refuse on, or to say that nothing has to change. */
function decideOn<E extends Events>(
  { decide }: Task<E>,
  history: readonly Recorded[],
  isCurrent: boolean,
): readonly FactOf<E>[] | undefined {
  try {
    const facts = decide(history);
    return facts.length > 0 || isCurrent ? facts : undefined;
  } catch (error) {
    if (isCurrent || !(error instanceof Rejection || error instanceof StaleRevision)) throw error;
    return undefined;
  }
}

const recordedBy = (commandId: string, history: readonly Recorded[]) =>
  history.filter(({ metadata }) => metadata.$causationId === commandId);

export function nothingNew(stream: string, history: readonly Recorded[]): Receipt {
  const last = history.at(-1);
  return {
    stream,
    revision: last?.revision ?? -1n,
    position: last?.position ?? 0n,
    events: [],
    repeated: false,
  };
}

function assertFresh(
  stream: string,
  history: readonly Recorded[],
  events: Events,
  { ifMatch }: CommandContext,
): void {
  const actual = history.at(-1)?.revision;
  if (ifMatch === undefined || ifMatch === actual) return;
  const isSeen = ({ revision }: Recorded) => revision <= ifMatch;
  const isFresh =
    history.some(isSeen) &&
    ifMatch <= (actual ?? -1n) &&
    history.every((event) => isSeen(event) || isNoticed(events, event, history));
  if (!isFresh) throw new StaleRevision(stream, ifMatch, actual);
}

/** Whether the system noted it by itself, or took such a note back. */
function isNoticed(events: Events, event: Recorded, history: readonly Recorded[]): boolean {
  const { type } = rootOf(event, history);
  return events.all[type]?.isNotice === true;
}

function assertStreamOf({ category }: Events, stream: string, tenant: string) {
  const parts = partsOf(stream);
  if (parts?.category !== category || parts.tenant !== tenant) {
    throw new Error(`A ${category} command of municipality ${tenant} cannot write to the stream ${stream}.`);
  }
}
