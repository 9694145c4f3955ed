import {
  dayIn,
  type EventDeclaration,
  type Field,
  type Fields,
  type GivenFields,
  type StoredFields,
} from './event.js';
import type { Recorded } from './recorded.js';

/** What a step says, as decided or as read back. Rules look at its codes and dates, and whether a text is there, never at the text. */
export type DataIn<F extends Fields> = GivenFields<F> | StoredFields<F>;
/** What is said of a step: what the stream is about goes without saying. */
export type SaidIn<F extends Fields, About> = {
  readonly [K in keyof GivenFields<F> as Exclude<K, keyof About>]: GivenFields<F>[K];
};
/** What is said of a step, where ids that it gives, and today for the day on which it happened, follow unless told. */
export type Usually<Said, Usual> = {
  readonly [K in keyof Said as Exclude<K, Usual>]: Said[K];
} & { readonly [K in keyof Said as Extract<K, Usual>]?: Said[K] | undefined };
/** Something to record, still without what the stream is about. */
export interface Fact {
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
}
/** What a new step is decided on. */
export interface Deciding<State, Asked> {
  readonly state: State;
  readonly history: readonly Recorded[];
  readonly asked: Asked;
}

/** What holds of one kind of step. `Around`: what a replay is told beside the stream; `Asked`: what was asked elsewhere for a new step. */
export interface Rules<State, Around, Asked, About, F extends Fields, Open extends State, Said> {
  /** Where in its course the stream must be, on the day on which it happened: gives it as it is there, or refuses. Anywhere unless told. */
  readonly in?: (state: State, day: string) => Open;
  /** Refuses what the steps before do not allow: new facts and the replay after a correction pass here alike. */
  check?(open: Open, data: DataIn<F>, around: Around): void;
  /** What is asked elsewhere says of a new step, or of the changed fields of one that stands; no replay passes here. */
  admit?(said: Partial<SaidIn<F, About>>, asked: Asked, standing?: DataIn<F>): void;
  /** What is recorded of a new one, where that is not just `[fact(said)]`. */
  decide?(said: Said, at: Deciding<State, Asked>, fact: (said: SaidIn<F, About>) => Fact): readonly Fact[];
  /** What it changes; only what later rules look at. One that the rules forbid leaves the state as it is. */
  evolve(state: State, data: DataIn<F>): State;
}

/** One kind of step: what is recorded of it and what holds of it. */
export interface Step<
  State,
  Around,
  Asked,
  About = unknown,
  Type extends string = string,
  F extends Fields = Fields,
  Occurs extends string = string,
  Said = Fact['data'],
> {
  readonly type: Type;
  readonly event: EventDeclaration<F, Occurs>;
  inCourse(state: State, data: DataIn<F>): State;
  check(state: State, data: DataIn<F>, around: Around): void;
  admit(said: Partial<SaidIn<F, About>>, asked: Asked, standing?: DataIn<F>): void;
  decide(said: Said, at: Deciding<State, Asked>): readonly Fact[];
  evolve(state: State, data: DataIn<F>): State;
  /** A fact of this kind. */
  fact(said: SaidIn<F, About>): Fact;
}

/** How a context declares its steps: over one state, each event with the fields of `about`. */
export const stepsOf =
  <State, Around, Asked, About extends Fields>() =>
  <
    const Type extends string,
    F extends Fields & { readonly [K in keyof About]: Field<string> },
    Occurs extends keyof F & string,
    Open extends State = State,
    Said = SaidIn<F, About>,
  >(
    type: Type,
    event: EventDeclaration<F, Occurs>,
    rules: Rules<State, Around, Asked, About, F, Open, Said>,
  ): Step<State, Around, Asked, About, Type, F, Occurs, Said> => {
    if ((rules.in?.length ?? 0) > 1) assertOccurs(type, event);
    const fact = (data: SaidIn<F, About>): Fact => ({ type, data });
    const inCourse = (state: State, data: DataIn<F>) =>
      rules.in?.(state, dayIn(event, data as Fact['data']) ?? '') ?? (state as Open);
    return {
      type,
      event,
      inCourse,
      check: (state, data, around) => {
        const open = inCourse(state, data);
        rules.check?.(open, data, around);
      },
      admit: (said, asked, standing) => rules.admit?.(said, asked, standing),
      decide: (said, at) => rules.decide?.(said, at, fact) ?? [fact(said as unknown as SaidIn<F, About>)],
      evolve: (state, data) => rules.evolve(state, data),
      fact,
    };
  };

/** Fails, when it is declared, where a step goes by its day and no field tells the day. */
export function assertOccurs(type: string, { occurs }: EventDeclaration): void {
  if (occurs === undefined) {
    throw new Error(`${type} goes by its day, and does not say in which field it occurs.`);
  }
}

interface Listed {
  readonly type: string;
  readonly event: EventDeclaration;
}
type Named<S extends Listed, Type extends string> = Extract<S, { readonly type: Type }>;

/** The events of a context's steps, by type. */
export const declaredIn = <const S extends Listed>(steps: readonly S[]) =>
  Object.fromEntries(steps.map(({ type, event }) => [type, event])) as {
    readonly [Type in S['type']]: Named<S, Type>['event'];
  };

/** Finds what holds of steps of a type. */
export function stepsByType<S extends Listed>(steps: readonly S[]): (type: string) => S {
  const byType = new Map(steps.map((step) => [step.type, step]));
  return (type) => {
    const found = byType.get(type);
    if (!found) throw new Error(`${type} is no step here`);
    return found;
  };
}
