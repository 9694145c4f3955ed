import { codeOf, flag, localDate, optional, personal, v1 } from '#event-sourcing/event';
import { refusals } from '#event-sourcing/refusals';
import { type Case, decisionsIn, isGrant } from '../case.js';
import { type CaseClosureReason, caseClosureReasons } from '../codes.js';
import { present, unclosed } from '../course.js';
import { about, of, step } from '../step.js';
import { refuseDisputedClosing } from './disputes.js';

export const closingRefusals = refusals('casework', {
  'case-not-closed': [
    'This case is open: there is nothing to reopen.',
    'Denne saken er åpen: det er ikke noe å gjenåpne.',
    'Denne saka er open: det er ikkje noko å opne att.',
  ],
  'against-will': [
    'Against the person’s will what was granted ends only by a decision in writing. Amend the decision and send the answer, or record that the person agrees.',
    'Mot personens vilje opphører det som er innvilget, bare ved en skriftlig avgjørelse. Omgjør avgjørelsen og send svaret, eller registrer at personen er enig.',
    'Mot viljen til personen fell det som er innvilga, bort berre ved ei skriftleg avgjerd. Gjer om avgjerda og send svaret, eller registrer at personen er samd.',
  ],
  'date-order.closed': [
    'A case is closed on or after the last day on which anything happened in it.',
    'En sak avsluttes samme dag som det siste som skjedde i den, eller senere.',
    'Ei sak blir avslutta same dagen som det siste som hende i ho, eller seinare.',
  ],
  'date-order.reopened': [
    'A case is reopened on or after the day it was closed.',
    'En sak gjenåpnes samme dag som den ble avsluttet, eller senere.',
    'Ei sak blir opna att same dagen som ho vart avslutta, eller seinare.',
  ],
});
const { refusal, refuseIf, inOrder } = closingRefusals;

/** What was ever granted ends against the person's will by an amendment that grants nothing and was told, and not by closing the case. */
function refuseAgainstWill(
  state: Case,
  {
    reasonCode,
    personAgrees,
  }: { readonly reasonCode: CaseClosureReason; readonly personAgrees?: boolean | undefined },
): void {
  const answers = decisionsIn(state).map((decision) => decision.answers.some(isGrant));
  const hasEnded = state.status === 'notified' && answers.at(-1) === false;
  refuseIf(
    reasonCode === 'NO_NEED' && personAgrees !== true && answers.includes(true) && !hasEnded,
    'against-will',
  );
}

/** The case is over, at whatever stage. What goes on for the person (a coordinator, a plan, a group) is not ended by it. */
const caseClosed = step(
  'CaseClosed',
  v1(
    {
      ...about,
      closedOn: localDate(),
      reasonCode: codeOf(caseClosureReasons),
      reason: optional(personal.text(of)),
      /** Where the need has ceased: whether the person agrees that it has. */
      personAgrees: optional(flag()),
    },
    { occurs: 'closedOn' },
  ),
  {
    in: unclosed,
    ofClosing: true,
    check(state, { closedOn, reasonCode }) {
      inOrder(state.lastOn, closedOn, 'date-order.closed');
      refuseDisputedClosing(state, reasonCode, closedOn);
    },
    whenRevised: refuseAgainstWill,
    decide(said, { state }, fact) {
      refuseAgainstWill(state, said);
      return [fact(said)];
    },
    evolve: (state, { closedOn, reasonCode }) => ({ ...state, closed: { closedOn, reasonCode } }),
  },
);

function isClosed(state: Case) {
  const { closed } = present(state);
  if (closed === undefined) throw refusal('case-not-closed');
  return { ...present(state), closed };
}

/** The case goes on where it was. */
export const caseReopened = step(
  'CaseReopened',
  v1({ ...about, reopenedOn: localDate(), reason: personal.text(of) }, { occurs: 'reopenedOn' }),
  {
    in: isClosed,
    ofClosing: true,
    check: ({ closed }, { reopenedOn }) => inOrder(closed.closedOn, reopenedOn, 'date-order.reopened'),
    evolve: (state) => ({ ...state, closed: undefined }),
  },
);

export const closingSteps = [caseClosed, caseReopened] as const;
