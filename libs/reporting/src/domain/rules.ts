import type { CodeIn } from '#event-sourcing/codes';
import { type Counted, figuresOf, type Question } from './figures/index.js';
import type { Register } from './register.js';
import type { figureRules } from './report/codes.js';

export type FigureRules = CodeIn<typeof figureRules>;
export type Counting = (register: Register, question: Question) => Counted;

/** How each version of the rules counts: one that a report was ever frozen by stays, since reports are counted anew by their own. */
export const countingBy: Readonly<Record<FigureRules, Counting>> = { STAT_1: figuresOf };

/** By which what is asked or frozen today is counted. */
export const rulesToday: FigureRules = 'STAT_1';
