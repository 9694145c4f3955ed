import type { Intent } from '#event-sourcing/decider';
import type { RuleTables } from '#deadlines';
import type { DecisionTarget } from './of-case.js';

/** Notes what follows today for the deadlines of a case from what stands in it; sent when something was recorded there, and when a day begins. */
export type KeepDeadlines = Intent<
  'KeepDeadlines',
  {
    readonly target: DecisionTarget;
    /** The versions of rules to go by, where those of the release are not all. */
    readonly tables?: RuleTables | undefined;
    /** Whether a day begins: what has passed is noted then. Of a case that is typed in long after it happened, nothing is said before all of it may stand there. */
    readonly dayBegins: boolean;
  }
>;
