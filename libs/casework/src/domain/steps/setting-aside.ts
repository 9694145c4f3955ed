import { codeOf, idOf, list, localDate, ref, v1 } from '#event-sourcing/event';
import { refusals } from '#event-sourcing/refusals';
import { items } from '#vocabulary';
import type { InDecision } from '../case.js';
import { decided } from '../course.js';
import { about, type SaidIn, step } from '../step.js';
import { caseReopened } from './closing.js';

export const settingAsideRefusals = refusals('casework', {
  'date-order.set-aside': [
    'A decision is set aside on or after the day it was made, and before the municipality hears of it.',
    'En avgjørelse oppheves samme dag som den ble truffet, eller senere, og før kommunen får vite det.',
    'Ei avgjerd blir oppheva same dagen som ho vart teken, eller seinare, og før kommunen får vite det.',
  ],
});
const { inOrder } = settingAsideRefusals;

const setAside = v1(
  {
    ...about,
    decisionId: idOf('decision'),
    /** The complaint on which the county governor did so. */
    complaintId: ref('complaint'),
    /** What of the decision; all of it where nothing is named. */
    items: list(codeOf(items)),
    setAsideOn: localDate(),
    /** When the municipality got it: from then on the case is to be answered anew. */
    arrivedOn: localDate(),
  },
  { occurs: 'arrivedOn' },
);
type Said = SaidIn<typeof setAside.fields> & {
  /** Why a case that was closed is open again. */
  readonly reopening: string;
};

/** The answers of the decision in force that stand. */
const standing = ({ decisions }: InDecision, named: readonly string[]) =>
  (decisions.at(-1)?.answers ?? []).filter(({ item }) => named.length > 0 && !named.includes(item));

/**
 * The county governor set the decision in force aside and sent the case back: it is open again, and is answered anew by a decision that amends this one.
 * What was granted by it holds from then on no more. Nobody records it by hand: it follows from the complaint.
 */
const decisionSetAside = step('DecisionSetAside', setAside, {
  in: decided,
  check({ decisions }, { setAsideOn, arrivedOn }) {
    inOrder(decisions[0]?.decidedOn ?? setAsideOn, setAsideOn, 'date-order.set-aside');
    inOrder(setAsideOn, arrivedOn, 'date-order.set-aside');
    inOrder(decisions.at(-1)?.decidedOn ?? arrivedOn, arrivedOn, 'date-order.set-aside');
  },
  /** Of one complaint once; in a case without a decision there is nothing to set aside. */
  decide({ reopening, ...said }: Said, { state, history }, fact) {
    const isKnown = history.some(
      ({ type, data }) => type === 'DecisionSetAside' && data['complaintId'] === said.complaintId,
    );
    if (isKnown || (state.status !== 'decided' && state.status !== 'notified')) return [];
    const { closed } = state;
    const reopenedOn = closed && closed.closedOn > said.arrivedOn ? closed.closedOn : said.arrivedOn;
    return [...(closed ? [caseReopened.fact({ reopenedOn, reason: reopening })] : []), fact(said)];
  },
  evolve(state, { decisionId, arrivedOn, items: named }) {
    if (state.status !== 'decided' && state.status !== 'notified') return state;
    const answers = standing(state, named);
    const remainder = { decisionId, decidedOn: arrivedOn, answers, isRemainder: true } as const;
    return { ...state, decisions: [...state.decisions, remainder] };
  },
});

export const settingAsideSteps = [decisionSetAside] as const;
