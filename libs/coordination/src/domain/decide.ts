import type { Decider } from '#event-sourcing/decider';
import type { Recorded } from '#event-sourcing/event';
import { basisRefusals } from './basis.js';
import { checkBasis } from './basis-check.js';
import { refuseUnconsented } from './consent.js';
import { comeOfAge } from './coming-of-age.js';
import { type Coordination, initialState } from './coordination.js';
import { endForDeath, takeEndsBack } from './death.js';
import { coordinationEvents, type StepFact, stepOf } from './events.js';
import { detectCoordinatorGap } from './gaps.js';
import type { CoordinationIntent, RecordStep } from './intents.js';
import { annul, correct } from './revise.js';
import { refuseAfterDeath } from './after-death.js';
import { decided } from './decided.js';
import { takeBackEarlier, takeInEarlier } from './earlier.js';
import { evolve } from './rules.js';

/** Decisions about one person's coordination. What other streams say comes with the intent. */
export const coordinationDecider: Decider<Coordination, CoordinationIntent, typeof coordinationEvents> = {
  events: coordinationEvents,
  initialState,
  evolve,
  decide(intent, state, history) {
    switch (intent.type) {
      case 'RecordStep':
        return recordStep(intent, state, history);
      case 'DetectCoordinatorGap':
        return detectCoordinatorGap(intent, state, history);
      case 'CheckBasis':
        return checkBasis(intent, state, history);
      case 'EndForDeath':
        return endForDeath(intent, state);
      case 'ComeOfAge':
        return comeOfAge(intent, state);
      case 'TakeEndsBack':
        return takeEndsBack(intent, history);
      case 'TakeInEarlier':
        return takeInEarlier(intent, state, history);
      case 'TakeBackEarlier':
        return takeBackEarlier(intent, history);
      case 'CorrectCoordinationEvent':
        return correct(intent, history);
      case 'AnnulCoordinationEvent':
        return annul(intent, history);
    }
  },
};

function recordStep(
  { data: { step: type, said, partyIsKnown, unknownCode, ...rest }, today }: RecordStep,
  state: Coordination,
  history: readonly Recorded[],
): readonly StepFact[] {
  const asked = { ...rest, today };
  const { subjectId, deathToldOn } = asked;
  const step = stepOf(type);
  const begins = step.beginning({ ...said, subjectId });
  refuseAfterDeath(step, { ...said, subjectId }, deathToldOn);
  // Of somebody dead only history is told, on which no consent holds today.
  if (begins && deathToldOn === undefined) refuseUnconsented(state, begins.scope, today);
  basisRefusals.refuseIf(!partyIsKnown, 'unknown-party');
  basisRefusals.refuseIf(unknownCode !== undefined, 'unknown-code', unknownCode);
  step.admit(said, asked);
  if (step.already(state, said)) return [];
  return decided(step, said, { state, history, asked }).facts;
}
