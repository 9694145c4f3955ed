import fc from 'fast-check';
import { rounds } from './rounds.js';

/** Of each property that does not say how many. */
fc.configureGlobal({ numRuns: rounds(1_000) });
