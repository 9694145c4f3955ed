import type { Decider } from './decider.js';
import { effective, isPassedOver, revises } from './effective.js';
import type { EventOf, Events, Recorded } from './event.js';

type Folding<S, E extends Events> = Pick<Decider<S, never, E>, 'initialState' | 'evolve'>;

interface Folded {
  readonly evolve: unknown;
  /** The event after which the stream is in this state, and how many came before it. */
  readonly last: Recorded;
  readonly index: number;
  readonly state: unknown;
}

/** States after streams that are decoded already, kept for as long as their first event is held: what came since is folded onto them. */
export class FoldedStates {
  private readonly kept = new WeakMap<Recorded, Folded>();

  after<S, E extends Events>({ initialState, evolve }: Folding<S, E>, history: readonly Recorded[]): S {
    const [first] = history;
    const last = history.at(-1);
    if (!first || !last) return initialState;
    const kept = this.kept.get(first);
    const fresh = kept && history.slice(kept.index + 1);
    const goesOn =
      kept?.evolve === evolve &&
      history[kept.index] === kept.last &&
      !fresh?.some((event) => revises(event) || isPassedOver(event));
    const from = goesOn ? (kept.state as S) : initialState;
    const events = goesOn ? (fresh ?? []) : effective(history);
    const state = events.reduce<S>((before, event) => evolve(before, event as EventOf<E>), from);
    this.kept.set(first, { evolve, last, index: history.length - 1, state });
    return state;
  }
}
