import type { Day } from '../days.js';
import type { Deadline, Step } from '../deadline.js';
import { dayIn, type Language } from './words.js';

/** To whom it is told: the one whom it concerns, or those who handle or judge the matter. */
export type Reader = 'PERSON' | 'STAFF';

type Of<Name extends Step['step']> = Extract<Step, { readonly step: Name }>;

/** A deadline and its steps, as those look them up that tell of it in a language. */
export interface Told extends Deadline {
  readonly language: Language;
  /** One of two texts: bokmål, nynorsk; `ofThem`: the same in the third person, where the text itself speaks to the one whom it concerns. */
  readonly say: (nb: string, nn: string, ofThem?: readonly [nb: string, nn: string]) => string;
  readonly day: (day: Day | undefined) => string;
  readonly first: <Name extends Step['step']>(name: Name) => Of<Name> | undefined;
  readonly last: <Name extends Step['step']>(name: Name) => Of<Name> | undefined;
}

export function toldIn(language: Language, deadline: Deadline, reader: Reader): Told {
  const of = <Name extends Step['step']>(name: Name) =>
    deadline.steps.filter((step): step is Of<Name> => step.step === name);
  return {
    ...deadline,
    language,
    say(nb, nn, ofThem) {
      const texts = reader === 'STAFF' && ofThem ? ofThem : [nb, nn];
      return texts[language === 'nb' ? 0 : 1] ?? '';
    },
    day: (day) => (day === undefined ? '' : dayIn(language, day)),
    first: (name) => of(name)[0],
    last: (name) => of(name).at(-1),
  };
}
