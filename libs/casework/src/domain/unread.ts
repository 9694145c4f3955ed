import type { Applied, Case } from './case.js';
import type { CaseEvent } from './events.js';
import type { Decision } from './steps/grounds.js';
import { unreadIn } from './steps/reading.js';

/** A decision, with the case as it stood before it. */
export interface DecidedThen {
  readonly event: CaseEvent;
  readonly standing: Applied;
  readonly decision: Decision;
}
interface Replay {
  readonly decided: readonly DecidedThen[];
  readonly state: Case;
}

/**
 * The answers that a revision would leave against their conditions and unread, where they were not, or were so in another way: what was not told
 * yet is read anew before it is corrected (docs/adr/0037). Whoever read it does not correct it too.
 */
export function unreadNow(before: Replay, after: Replay, actorId: string | undefined) {
  const { criteria: known = {} } = before.state as Partial<Applied>;
  const unread = ({ decided, state }: Replay) => {
    const { reading } = state as Partial<Applied>;
    const since = { reading: reading?.given?.readerId === actorId ? undefined : reading, before: known };
    return decided.flatMap(({ event, standing, decision }) =>
      unreadIn(standing, decision, since).map((answer) => ({ event, ...answer })),
    );
  };
  const stood = unread(before);
  return unread(after).filter(
    ({ event, said }) => !stood.some((one) => one.event.id === event.id && one.said === said),
  );
}
