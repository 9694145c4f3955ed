import type { Recorded } from '#event-sourcing';
import type { Fact, FactKind } from '../domain/facts.js';

/** What an event says beside where and when it stands. */
export type Saying = {
  [K in FactKind]: Omit<Fact<K>, 'id' | 'seq'>;
}[FactKind];

type EventIn<E> = E extends { readonly type: string } ? E : never;

/** For each event of a stream that figures count, the facts that it tells; what is not named tells none. */
export type Telling<E, State> = {
  readonly [K in EventIn<E>['type']]?: (
    data: Extract<EventIn<E>, { readonly type: K }> extends { readonly data: infer D } ? D : never,
    state: State,
  ) => readonly Saying[];
};

/** The facts that one stream's effective events tell, in order, each with its event's id and place. */
export function toldBy<State>(
  events: readonly Recorded[],
  telling: Readonly<Record<string, ((data: never, state: State) => readonly Saying[]) | undefined>>,
  state: State,
): Fact[] {
  return events.flatMap(({ type, id, position, data }) =>
    (telling[type]?.(data as never, state) ?? []).map(
      (said) => ({ ...said, id, seq: Number(position) }) as Fact,
    ),
  );
}

/** Without the fields that are absent. */
export const present = <T extends object>(fields: T): { [K in keyof T]: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as never;
