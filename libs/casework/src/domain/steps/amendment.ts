import { codeOf, idOf, newId, personal, v1 } from '#event-sourcing/event';
import { refusals, wordsOf } from '#event-sourcing/refusals';
import { items } from '#vocabulary';
import { type Answered, type InDecision, isGrant } from '../case.js';
import { amendmentGrounds } from '../codes.js';
import { decided } from '../course.js';
import { about, of, type SaidIn, step } from '../step.js';
import { stillAsTheBoard } from './at-meeting.js';
import {
  type Answer,
  answeredOn,
  assessedWith,
  convenedTo,
  deciding,
  holds,
  isAdmitted,
  isPrepared,
  nothingPrepared,
  type WithCriteria,
} from './decision.js';
import { answersWhatWasRequested, type Decision } from './grounds.js';

export const amendmentRefusals = refusals('casework', {
  'not-in-force': [
    'That decision is not the one in force, or not of this case. Amend the one in force.',
    'Denne avgjørelsen er ikke den gjeldende, eller ikke i denne saken. Omgjør den gjeldende.',
    'Denne avgjerda er ikkje den gjeldande, eller ikkje i denne saka. Gjer om den gjeldande.',
  ],
  'nothing-amended': [
    'An amendment answers at least one item anew.',
    'En omgjøring svarer på nytt på minst ett punkt.',
    'Ei omgjering svarer på nytt på minst eitt punkt.',
  ],
  'set-aside-unanswered': [
    'What the county governor set aside is answered anew, all of it ({items}).',
    'Det statsforvalteren opphevet, avgjøres på nytt, alt sammen ({items}).',
    'Det statsforvaltaren oppheva, blir avgjort på nytt, alt saman ({items}).',
  ],
  'not-approved': [
    'The board did not follow the recommendation to amend this decision, which stands as it was. Recommend anew what is to be amended.',
    'Nemnda fulgte ikke tilrådingen om å omgjøre denne avgjørelsen, som står ved lag. Gi en ny tilråding om det som skal omgjøres.',
    'Nemnda følgde ikkje tilrådinga om å gjere om denne avgjerda, som står ved lag. Gi ei ny tilråding om det som skal gjerast om.',
  ],
  'date-order.amended': [
    'A decision is amended on or after the day it was made.',
    'En avgjørelse omgjøres samme dag som den ble truffet, eller senere.',
    'Ei avgjerd blir gjord om same dagen som ho vart teken, eller seinare.',
  ],
});
const { refuseIf, inOrder } = amendmentRefusals;

const amended = v1(
  {
    ...about,
    decisionId: newId('decision'),
    /** The one that was in force. */
    amends: idOf('decision'),
    groundCode: codeOf(amendmentGrounds),
    reason: personal.text(of),
    ...deciding,
  },
  { occurs: 'decidedOn' },
);
type Said = SaidIn<typeof amended.fields>;

/** What stands of the answers before, and those that are given anew. */
const answeredAnew = (
  before: readonly Answered[],
  answers: readonly Answer[],
  decidedOn: string,
): Answered[] => {
  const anew = answers.map((now) => {
    const was = before.find(({ item }) => item === now.item);
    // What is granted still has been since it first was, wholly or in part.
    const isSame = was !== undefined && isGrant(was) === isGrant(now);
    return answeredOn(isSame ? was.since : decidedOn)(now);
  });
  return [
    ...before.map((was) => anew.find(({ item }) => item === was.item) ?? was),
    ...anew.filter(({ item }) => !before.some((was) => was.item === item)),
  ];
};

/** Of a decision that was set aside, what is no more answered is answered by the one that amends it. */
function answersWhatWasSetAside({ decisions, items: requested }: InDecision, decision: Decision): void {
  const before = decisions.at(-1);
  if (before?.isRemainder !== true) return;
  const answered = [...before.answers, ...decision.items].map(({ item }) => item);
  const left = requested.filter((item) => !answered.includes(item));
  refuseIf(left.length > 0, 'set-aside-unanswered', { items: wordsOf(items, ...left) });
}

/** Where the board decides, it approves the amendment first, and until then the decision stands (S6). */
function asApproved(standing: InDecision, decision: Decision): void {
  refuseIf(decision.decidedBy === 'BOARD' && standing.board?.outcome === 'REJECTED', 'not-approved');
  stillAsTheBoard(standing, decision);
}

/**
 * A new decision in the place of the one in force (omgjøring, fvl § 35): some items are answered anew, the others stay as they were answered. It
 * is told as the first one was. Against the person's will a right ends by this alone.
 */
const decisionAmended = step('DecisionAmended', amended, {
  in: decided,
  byQualified: true,
  check(state: InDecision, decision) {
    const { decisions } = state;
    const before = decisions.at(-1);
    refuseIf(before?.decisionId !== decision.amends, 'not-in-force');
    inOrder(before?.decidedOn ?? '', decision.decidedOn, 'date-order.amended');
    refuseIf(decision.items.length === 0, 'nothing-amended');
    answersWhatWasRequested(state, decision);
    answersWhatWasSetAside(state, decision);
    holds(state, decision);
  },
  admit: isAdmitted,
  whenRevised: (state, decision) => asApproved(decided(state), decision),
  decide({ criteria: assessed, ...decision }: Said & WithCriteria, deciding, fact) {
    const standing = decided(deciding.state);
    asApproved(standing, decision);
    // The reason of the amendment is that of each of its answers.
    const { reason, items } = decision;
    const reasoned = { ...decision, items: items.map((one) => ({ ...one, reason: one.reason ?? reason })) };
    isPrepared(standing, reasoned, assessed, deciding);
    return [
      ...convenedTo(standing, decision, deciding.asked.meeting),
      ...assessedWith(assessed, decision.decidedOn),
      fact(decision),
    ];
  },
  evolve(state, { decisionId, decidedOn, items: answers }) {
    if (state.status !== 'decided' && state.status !== 'notified') return state;
    const before = state.decisions.at(-1)?.answers ?? [];
    const decision = { decisionId, decidedOn, answers: answeredAnew(before, answers, decidedOn) };
    return {
      ...state,
      ...nothingPrepared,
      status: 'decided',
      decisions: [...state.decisions, decision],
      dispatches: [],
    };
  },
});

export const amendmentSteps = [decisionAmended] as const;
