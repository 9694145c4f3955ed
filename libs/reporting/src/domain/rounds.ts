import { type Day } from './days.js';
import { type Dated, inOrder } from './facts.js';
import type { Case } from './register.js';

/** From receipt or a reopening to the next answer. */
export interface Round {
  readonly number: number;
  readonly from: Day;
  /** The decision that answered it; later ones of the same round amend. */
  readonly answered?: Case['decisions'][number];
  /** Withdrawn or closed. */
  readonly ended?: Dated;
}

/** The number of the round that something belongs to: of the latest reopening before it, of the receipt where there is none. */
export const roundAt = ({ reopened }: Case, one: Dated): number =>
  1 + reopened.filter((again) => inOrder(again, one) <= 0).length;

/** The rounds of a case's application, in order, as they were by the end of a day. */
export function roundsOf(one: Case, day: Day): Round[] {
  const { application, reopened } = one;
  if (application === undefined) return [];
  const starts = [application.on, ...reopened.map(({ on }) => on)];
  const within = (all: readonly Dated[], number: number) =>
    all.find((each) => each.on <= day && roundAt(one, each) === number);
  return starts.flatMap((from, index): Round[] => {
    const number = index + 1;
    if (from > day) return [];
    const answered = one.decisions.find((each) => each.on <= day && roundAt(one, each) === number);
    const ended = [within(one.withdrawn, number), within(one.closed, number)]
      .filter((each) => each !== undefined)
      .toSorted(inOrder)[0];
    return [{ number, from, ...(answered && { answered }), ...(ended && { ended }) }];
  });
}

/** The round that waits for an answer at the end of a day. */
export function waitingRound(one: Case, day: Day): Round | undefined {
  const last = roundsOf(one, day).at(-1);
  return last === undefined || last.answered || last.ended ? undefined : last;
}

export const grantsAny = (decision: Case['decisions'][number], item?: string): boolean =>
  decision.items.some(
    (each) =>
      (item === undefined || each.item === item) && (each.outcome === 'GRANTED' || each.outcome === 'PARTLY'),
  );
