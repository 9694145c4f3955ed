import type { CommandRunner } from './command-runner.js';
import type { Recorded } from './event.js';

/** The one clock, as a reactor asks it: an instant and the local date. */
export interface ReactorClock {
  at(): string;
  today(): string;
}

/**
 * Follows the log and sends commands, nothing else. A reaction may come more than once, and late: command ids derive from the event,
 * and the decider looks at what holds by then. Rebuilds never run it.
 */
export interface Reactor {
  /** For ever: the checkpoint's stream is `reactor-<name>`. */
  readonly name: string;
  /** Where a reactor without a checkpoint begins. */
  readonly from: 'origin' | 'now';
  readonly streamPrefixes: readonly string[];
  /** Types that tell it nothing, all of them declared: passed over unread. */
  readonly passesOver?: ReadonlySet<string>;
  /** Resolves once what follows from the event is recorded; a rejection is tried again. */
  react(event: Recorded, runner: CommandRunner, clock: ReactorClock): Promise<void>;
}
