import {
  type EventDeclaration,
  type Field,
  type Fields,
  type GivenFields,
  id,
  type StoredFields,
} from '#event-sourcing/event';
import type { Case, Present } from './case.js';
import type { Profile } from './codes.js';

/** In every event of a case: the case, and whose it is. */
export const about = { caseId: id(), subjectId: id() };
/** Whose the personal fields are. */
export const of = { of: 'subjectId', class: 'CASE' } as const;
type About = typeof about;

/** What a step says, as decided or as read back. Rules look at its codes and dates, and whether a text is there, never at the text. */
export type DataIn<F extends Fields> = GivenFields<F> | StoredFields<F>;
/** What a caseworker says of a step: the case and the person are the case's own. */
export type SaidIn<F extends Fields> = {
  readonly [K in keyof GivenFields<F> as Exclude<K, keyof About>]: GivenFields<F>[K];
};
/** Something to record, still without its case. */
export interface Fact {
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** What holds of one kind of step. */
interface Rules<F extends Fields, Open extends Case, Said> {
  /** Where in its course the case must be. */
  readonly in: (state: Case, day: string) => Open;
  /** Whether a case may begin with it. */
  readonly opens?: boolean;
  /** Whether it counts by its own day, also when it is typed in after the case was closed. */
  readonly goesByDay?: boolean;
  /** Refuses what the steps before do not allow: new facts and the replay after a correction pass here alike. */
  check?(open: Open, data: DataIn<F>): void;
  /** What the municipality's profile says of a new step, or of the changed fields of one that stands. */
  byProfile?(said: Partial<SaidIn<F>>, profile: () => Profile, standing?: DataIn<F>): void;
  /** What is recorded of a new one, where that is not just `[fact(said)]`. */
  decide?(said: Said, state: Case, fact: (said: SaidIn<F>) => Fact): readonly Fact[];
  /** What it changes; only what later rules look at. One that the rules forbid leaves the case as it is. */
  evolve(state: Present, data: DataIn<F>): Case;
  /** What a case begins as. */
  begin?(data: DataIn<F>): Case;
}

/** One kind of step of a case: what is recorded of it and what holds of it. */
export interface Step<
  Type extends string = string,
  F extends Fields = Fields,
  Occurs extends string = string,
  Said = Readonly<Record<string, unknown>>,
> {
  readonly type: Type;
  readonly event: EventDeclaration<F, Occurs>;
  readonly opens: boolean;
  readonly goesByDay: boolean;
  /** Whether the municipality's profile has a say. */
  readonly isByProfile: boolean;
  inCourse(state: Case, data: DataIn<F>): Case;
  check(state: Case, data: DataIn<F>): void;
  byProfile(said: Partial<SaidIn<F>>, profile: () => Profile, standing?: DataIn<F>): void;
  decide(said: Said, state: Case): readonly Fact[];
  evolve(state: Case, data: DataIn<F>): Case;
  /** A fact of this kind. */
  fact(said: SaidIn<F>): Fact;
}

export function step<
  const Type extends string,
  F extends Fields & { readonly [K in keyof About]: Field<string> },
  Occurs extends keyof F & string,
  Open extends Case,
  Said = SaidIn<F>,
>(type: Type, event: EventDeclaration<F, Occurs>, rules: Rules<F, Open, Said>): Step<Type, F, Occurs, Said> {
  const fact = (data: SaidIn<F>): Fact => ({ type, data });
  const inCourse = (state: Case, data: DataIn<F>) =>
    rules.in(state, String(event.occurs && (data as Fact['data'])[event.occurs]));
  return {
    type,
    event,
    opens: rules.opens ?? false,
    goesByDay: rules.goesByDay ?? false,
    isByProfile: rules.byProfile !== undefined,
    inCourse,
    check: (state, data) => {
      const open = inCourse(state, data);
      rules.check?.(open, data);
    },
    byProfile: (said, profile, standing) => rules.byProfile?.(said, profile, standing),
    decide: (said, state) => rules.decide?.(said, state, fact) ?? [fact(said as unknown as SaidIn<F>)],
    evolve: (state, data) =>
      state.status === 'absent' ? (rules.begin?.(data) ?? state) : rules.evolve(state, data),
    fact,
  };
}
