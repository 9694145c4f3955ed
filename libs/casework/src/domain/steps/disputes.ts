import {
  code,
  codeOf,
  flag,
  idOf,
  localDate,
  newId,
  optional,
  personal,
  ref,
  v1,
} from '#event-sourcing/event';
import { refusals } from '#event-sourcing/refusals';
import type { Usually } from '#event-sourcing/step';
import { disputeOutcomes, disputeSettlers, standOn, units } from '#vocabulary';
import type { Dispute, Present } from '../case.js';
import { type CaseClosureReason, handlingTopics } from '../codes.js';
import { present, unclosed } from '../course.js';
import { about, of, type SaidIn, step } from '../step.js';

export const disputeRefusals = refusals('casework', {
  'no-such-dispute': [
    'There is no such disagreement in this case.',
    'Det er ikke registrert noen slik uenighet i saken.',
    'Det er ikkje registrert noka slik usemje i saka.',
  ],
  'dispute-open': [
    'There is a disagreement on this, and it is not settled. Record how it was settled first.',
    'Det er uenighet om dette, og den er ikke avgjort. Registrer først hvordan den ble avgjort.',
    'Det er usemje om dette, og ho er ikkje avgjord. Registrer først korleis ho vart avgjord.',
  ],
  'dispute-settled': [
    'This disagreement was settled already. Raise a new one where people disagree again.',
    'Denne uenigheten er allerede avgjort. Ta opp en ny hvis det er uenighet igjen.',
    'Denne usemja er alt avgjord. Ta opp ei ny om det er usemje igjen.',
  ],
  'settled-otherwise.mapping': [
    'It was settled that another unit is to map the need, and that is binding. Name that unit, or raise the disagreement anew.',
    'Det er avgjort at en annen enhet skal kartlegge, og det er bindende. Oppgi den enheten, eller ta opp uenigheten på nytt.',
    'Det er avgjort at ei anna eining skal kartlegge, og det er bindande. Oppgi den eininga, eller ta opp usemja på nytt.',
  ],
  'settled-otherwise.follow-up': [
    'It was settled that the case goes on, and that is binding. Decide it, or raise the disagreement anew.',
    'Det er avgjort at saken skal følges opp, og det er bindende. Avgjør saken, eller ta opp uenigheten på nytt.',
    'Det er avgjort at saka skal følgjast opp, og det er bindande. Avgjer saka, eller ta opp usemja på nytt.',
  ],
  'settled-otherwise.no-follow-up': [
    'It was settled that the case does not go on, and that is binding. Close it, or raise the disagreement anew.',
    'Det er avgjort at saken ikke skal følges opp, og det er bindende. Avslutt saken, eller ta opp uenigheten på nytt.',
    'Det er avgjort at saka ikkje skal følgjast opp, og det er bindande. Avslutt saka, eller ta opp usemja på nytt.',
  ],
  'application-decided': [
    'An application is answered by a decision: it cannot be settled that it is not followed up.',
    'En søknad blir besvart med en avgjørelse: det kan ikke avgjøres at den ikke skal følges opp.',
    'Ein søknad blir svart på med ei avgjerd: det kan ikkje avgjerast at han ikkje skal følgjast opp.',
  ],
  'dispute-decision': [
    'A decision says who decided, and either the unit that is to map or whether the case goes on, whichever was disputed; an agreement says neither.',
    'En avgjørelse oppgir hvem som avgjorde, og enten hvilken enhet som skal kartlegge eller om saken skal følges opp, etter hva uenigheten gjaldt; en enighet oppgir ingen av delene.',
    'Ei avgjerd oppgir kven som avgjorde, og anten kva eining som skal kartlegge eller om saka skal følgjast opp, etter kva usemja galdt; ei semje oppgir ingen av delane.',
  ],
  'date-order.settled': [
    'A disagreement is settled on or after the day on which it was raised.',
    'En uenighet blir avgjort samme dag som den ble tatt opp, eller senere.',
    'Ei usemje blir avgjord same dagen som ho vart teken opp, eller seinare.',
  ],
});
const { refusal, refuseIf, inOrder } = disputeRefusals;

const isOpen = ({ settledOn }: Dispute) => settledOn === undefined;

const standing = ({ disputes }: Pick<Present, 'disputes'>, topic: Dispute['topic'], day: string) =>
  standOn(
    disputes.filter((one) => one.topic === topic),
    day,
  );

/** Refuses to have the need mapped while it is disputed by whom, by another unit than was decided, and where nothing goes on (U20). */
export function refuseDisputedMapping(state: Present, unit: string | undefined, day: string): void {
  const mapping = standing(state, 'MAPPING', day);
  refuseIf(mapping.isOpen, 'dispute-open');
  const { binds } = mapping;
  refuseIf(typeof binds === 'string' && binds !== unit, 'settled-otherwise.mapping');
  refuseIf(standing(state, 'FOLLOW_UP', day).binds === false, 'settled-otherwise.no-follow-up');
}

/** Reasons that are the unit's own to judge; the others are what happened to the person. */
const judged: readonly CaseClosureReason[] = ['NO_NEED', 'NOT_FOLLOWED_UP', 'COMPLETED', 'OTHER'];

/** Refuses to close an undecided case by judgement while it is disputed whether it goes on, or against what was decided (U20). */
export function refuseDisputedClosing(state: Present, reason: CaseClosureReason, day: string): void {
  if (!judged.includes(reason) || 'decidedOn' in state) return;
  const followUp = standing(state, 'FOLLOW_UP', day);
  refuseIf(followUp.isOpen, 'dispute-open');
  refuseIf(followUp.binds === true, 'settled-otherwise.follow-up');
}

const raised = v1(
  {
    ...about,
    disputeId: newId('dispute'),
    topic: codeOf(handlingTopics),
    /** Who brings it up. */
    raisedById: optional(ref('party')),
    /** What the one side says, and what the other. */
    view: personal.text(of),
    otherView: personal.text(of),
    /** Who settles it, by the profile of that day. */
    settledBy: code(disputeSettlers),
    raisedOn: localDate(),
  },
  { occurs: 'raisedOn' },
);
type Raising = Usually<SaidIn<typeof raised.fields>, 'settledBy'>;

/** How the case is handled is brought before whoever settles such things (U20). */
const handlingDisputeRaised = step('HandlingDisputeRaised', raised, {
  in: unclosed,
  /** By the profile. */
  admit: () => undefined,
  check: ({ disputes }, { topic }) =>
    refuseIf(
      disputes.some((one) => one.topic === topic && isOpen(one)),
      'dispute-open',
    ),
  decide: (said: Raising, { asked }, fact) => [
    fact({ ...said, settledBy: asked.profile().disputesSettledBy ?? 'MUNICIPAL_DIRECTOR' }),
  ],
  evolve: (state, { disputeId, topic, raisedOn }) => ({
    ...state,
    disputes: [...state.disputes, { disputeId, topic, raisedOn }],
  }),
});

const settled = v1(
  {
    ...about,
    disputeId: idOf('dispute'),
    outcome: codeOf(disputeOutcomes),
    /** The unit that is to map, where that was disputed. */
    unit: optional(code(units)),
    /** Whether the case goes on, where that was disputed. */
    followUp: optional(flag()),
    settledById: optional(ref('party')),
    reason: personal.text(of),
    settledOn: localDate(),
  },
  { occurs: 'settledOn' },
);

/** How it was settled: binding until it is decided anew. */
const handlingDisputeSettled = step('HandlingDisputeSettled', settled, {
  in: present,
  check(state, { disputeId, outcome, unit, followUp, settledById, settledOn }) {
    const dispute = state.disputes.find((one) => one.disputeId === disputeId);
    if (!dispute) throw refusal('no-such-dispute');
    refuseIf(!isOpen(dispute), 'dispute-settled');
    inOrder(dispute.raisedOn, settledOn, 'date-order.settled');
    const isSaid = {
      unit: unit !== undefined,
      followUp: followUp !== undefined,
      by: settledById !== undefined,
    };
    const isDecided = outcome === 'DECIDED';
    const isComplete =
      isSaid.by === isDecided &&
      isSaid.unit === (isDecided && dispute.topic === 'MAPPING') &&
      isSaid.followUp === (isDecided && dispute.topic === 'FOLLOW_UP');
    refuseIf(!isComplete, 'dispute-decision');
    refuseIf(followUp === false && state.status !== 'needNotified', 'application-decided');
  },
  evolve: (state, { disputeId, unit, followUp, settledOn }) => {
    const binds = unit ?? followUp;
    return {
      ...state,
      disputes: state.disputes.map((one) =>
        one.disputeId === disputeId ? { ...one, settledOn, ...(binds !== undefined && { binds }) } : one,
      ),
    };
  },
});

export const disputeSteps = [handlingDisputeRaised, handlingDisputeSettled] as const;
