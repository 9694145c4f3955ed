import type { CodeIn } from '#event-sourcing/codes';
import { type Counted, figuresOf, figuresWithParticipation, type Question } from './figures/index.js';
import type { Register } from './register.js';
import type { figureRules, publicationRules } from './report/codes.js';
import { countedAtFirst, type CountedFacts, countedWithParticipation } from './sources.js';

export type FigureRules = CodeIn<typeof figureRules>;
export type PublicationRules = CodeIn<typeof publicationRules>;

/** One version of the rules: which facts it counts, and how. */
export interface Counting {
  readonly facts: CountedFacts;
  readonly figures: (register: Register, question: Question) => Counted;
}

/** How each version of the rules counts: one that a report was ever frozen by stays, since reports are counted anew by their own. */
export const countingBy: Readonly<Record<FigureRules, Counting>> = {
  STAT_1: { facts: countedAtFirst, figures: figuresOf },
  STAT_2: { facts: countedWithParticipation, figures: figuresWithParticipation },
};

/** By which a report is counted: what it was frozen by, else today's. */
export const rulesOf = (frozen: { readonly rules: FigureRules } | undefined): Counting =>
  countingBy[frozen?.rules ?? rulesToday];

/** By which what is asked or frozen today is counted, and published. */
export const rulesToday: FigureRules = 'STAT_2';
export const publicationToday: PublicationRules = 'PUB_2';
