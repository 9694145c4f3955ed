import type { CommandContext, IntentOf, Look, Receipt, Recording } from './command-runner.js';
import { draftsOf, nothingNew } from './command-runner.js';
import type { Decider, Intent } from './decider.js';
import { effective } from './effective.js';
import type { Basis, EventDeclaration, EventOf, Events, Recorded } from './event.js';
import { type FactCheck, factCheck, InvalidFact } from './fact-check.js';

/**
 * Decides as the runner would, and records nothing: what was decided is remembered, so that whatever comes after it rests on it. Texts of what was
 * decided here are not sealed.
 */
export class Rehearsal implements Recording {
  readonly #decided = new Map<string, readonly Recorded[]>();
  readonly #checks = new Map<EventDeclaration, FactCheck>();

  constructor(private readonly runner: Pick<Recording, 'look'>) {}

  async look<S, E extends Events>(
    decider: Pick<Decider<S, never, E>, 'events' | 'initialState' | 'evolve'>,
    stream: string,
  ): Promise<Look<S, E>> {
    const seen = await this.runner.look(decider, stream);
    const decided = this.#decided.get(stream);
    if (decided === undefined) return seen;
    const history = [...seen.history, ...decided];
    const standing = effective(history) as unknown as EventOf<E>[];
    const state = standing.reduce((before, event) => decider.evolve(before, event), decider.initialState);
    return { ...seen, history, effective: standing, state };
  }

  async run<S, I extends Intent, E extends Events>(
    decider: Decider<S, I, E>,
    stream: string,
    intent: IntentOf<I>,
    context: CommandContext,
    basis: readonly Basis[] = [],
  ): Promise<Receipt> {
    const { state, history } = await this.look(decider, stream);
    const told = { ...intent, at: context.at, today: context.today } as unknown as I;
    const facts = decider.decide(told, state, history);
    if (facts.length === 0) return nothingNew(stream, history);
    for (const { type, data } of facts) {
      const faults = this.#checkOf(decider.events, type)(data);
      if (faults.length > 0) throw new InvalidFact(type, faults);
    }
    const events = draftsOf({ events: decider.events, context, basis }, facts).map((draft, index) => ({
      ...draft,
      stream,
      revision: BigInt(history.length + index),
      position: 0n,
    })) as unknown as Recorded[];
    this.#decided.set(stream, [...(this.#decided.get(stream) ?? []), ...events]);
    const revision = events.at(-1)?.revision ?? -1n;
    return { stream, revision, position: 0n, events, repeated: false };
  }

  #checkOf({ all }: Events, type: string): FactCheck {
    const declaration = all[type];
    if (declaration === undefined) throw new Error(`${type} is not declared`);
    const check = this.#checks.get(declaration) ?? factCheck(declaration);
    this.#checks.set(declaration, check);
    return check;
  }
}
