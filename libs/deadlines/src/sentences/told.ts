import type { Day } from '../days.js';
import type { Deadline, Step } from '../deadline.js';
import { dayIn, type Language } from './words.js';

type Of<Name extends Step['step']> = Extract<Step, { readonly step: Name }>;

/** A deadline and its steps, as those look them up that tell of it in a language. */
export interface Told extends Deadline {
  readonly language: Language;
  /** One of two texts: bokmål, nynorsk. */
  readonly say: (nb: string, nn: string) => string;
  readonly day: (day: Day | undefined) => string;
  readonly first: <Name extends Step['step']>(name: Name) => Of<Name> | undefined;
  readonly last: <Name extends Step['step']>(name: Name) => Of<Name> | undefined;
}

export function toldIn(language: Language, deadline: Deadline): Told {
  const of = <Name extends Step['step']>(name: Name) =>
    deadline.steps.filter((step): step is Of<Name> => step.step === name);
  return {
    ...deadline,
    language,
    say: (nb, nn) => (language === 'nb' ? nb : nn),
    day: (day) => (day === undefined ? '' : dayIn(language, day)),
    first: (name) => of(name)[0],
    last: (name) => of(name).at(-1),
  };
}
