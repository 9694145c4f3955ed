import type { CorrectionFact, EventOf, Events, FactOf, Recorded } from './event.js';

/** A wish to change something, with the clock in it: `at` an instant, `today` the local date in Europe/Oslo. */
export interface Intent<Type extends string = string, Data = unknown> {
  readonly type: Type;
  readonly data: Data;
  readonly at: string;
  readonly today: string;
}

/** Pure decisions over one stream. `state` is the fold of the effective events; `history` is every recorded one, for corrections. */
export interface Decider<State, Intents extends Intent, E extends Events> {
  readonly events: E;
  readonly initialState: State;
  evolve(state: State, event: EventOf<E>): State;
  decide(intent: Intents, state: State, history: readonly Recorded[]): readonly FactOf<E>[];
}

/** Puts the right values beside the wrong ones: names the event, the changed fields and why. */
export function correction(
  events: Events,
  target: Recorded,
  changed: Readonly<Record<string, unknown>>,
  reason: string,
): CorrectionFact {
  const type = `${target.type}Corrected` as const;
  const told = { corrects: target.id, changed, reason };
  // Whose record it is, and whose the personal fields are.
  const named = Object.keys(events.all[type]?.fields ?? {}).filter((name) => !(name in told));
  const owners = Object.fromEntries(
    [...new Set([events.owner, ...named])].map((name) => [name, target.data[name]]),
  );
  return { type, data: { ...told, ...owners } };
}

/** Says that an event, a correction or an annulment should not have been recorded. */
export function annulment(
  events: Events,
  target: Recorded,
  reasonCode: string,
  reason: string,
): CorrectionFact {
  return {
    type: 'RecordedInErrorMarked',
    data: { corrects: target.id, [events.owner]: target.data[events.owner], reasonCode, reason },
  };
}

/** Reads what stands in a stream of these events, and folds it into nothing. */
export const readingOf = <E extends Events>(events: E) => ({
  events,
  initialState: undefined,
  evolve: () => undefined,
});
