import {
  type Basis,
  type CommandContext,
  type CommandRunner,
  type Decider,
  draftsOf,
  effective,
  type EventOf,
  type Events,
  type ExpectedRevision,
  FoldedStates,
  type Intent,
  type IntentOf,
  type KeyOwner,
  type Look,
  nothingNew,
  ownerIn,
  type Receipt,
  type Recorded,
} from '#event-sourcing';

/** What one command recorded. The log's own codec has still to check and to seal it. */
export interface Entry {
  readonly at: string;
  readonly stream: string;
  readonly expected: ExpectedRevision;
  readonly drafts: readonly Recorded[];
  /** What the first of them is to bear the MAC of, made with the key of its owner. */
  readonly mac: { readonly owner: KeyOwner; readonly body: string } | undefined;
}

/** Runs commands as `CommandRunner` does, on streams in memory that nobody else writes to, and keeps what they record. */
export class Journal implements Pick<CommandRunner, 'run' | 'look'> {
  private readonly streams = new Map<string, readonly Recorded[]>();
  private readonly states = new FoldedStates();
  private entries: Entry[] = [];

  async run<S, I extends Intent, E extends Events>(
    decider: Decider<S, I, E>,
    stream: string,
    intent: IntentOf<I>,
    context: CommandContext,
    basis: readonly Basis[] = [],
  ): Promise<Receipt> {
    const { events } = decider;
    const { at, today, municipality: tenant, body } = context;
    const history = this.streams.get(stream) ?? [];
    const told = { ...intent, at, today } as unknown as I;
    const facts = decider.decide(told, this.states.after(decider, history), history);
    if (facts.length === 0) return nothingNew(stream, history);
    const first = BigInt(history.length);
    const recorded = draftsOf({ events, context, basis }, facts).map((draft, index) => {
      const revision = first + BigInt(index);
      return { ...draft, stream, revision, position: revision } as Recorded;
    });
    this.streams.set(stream, [...history, ...recorded]);
    const owner = { tenant, owner: ownerIn(events, facts), class: events.class };
    const mac = body === undefined ? undefined : { owner, body };
    const expected = history.length === 0 ? 'no_stream' : first - 1n;
    this.entries.push({ at, stream, expected, drafts: recorded, mac });
    const revision = first + BigInt(recorded.length) - 1n;
    return { stream, revision, position: revision, events: recorded, repeated: false };
  }

  async look<S, E extends Events>(
    decider: Pick<Decider<S, never, E>, 'events' | 'initialState' | 'evolve'>,
    stream: string,
  ): Promise<Look<S, E>> {
    const history = this.streams.get(stream) ?? [];
    return {
      state: this.states.after(decider, history),
      revision: history.at(-1)?.revision,
      basis: [{ stream, revision: history.length - 1 }],
      effective: effective(history) as unknown as EventOf<E>[],
      history,
    };
  }

  /** What was recorded since the last time. */
  take(): Entry[] {
    const taken = this.entries;
    this.entries = [];
    return taken;
  }

  /** Nobody looks at these streams any more. */
  forget(streams: Iterable<string>): void {
    for (const stream of streams) this.streams.delete(stream);
  }
}
