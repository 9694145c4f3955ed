import type { Decider } from '#event-sourcing/decider';
import type { Recorded } from '#event-sourcing/event';
import { type Case, initialState } from './case.js';
import { closeForDeath, refuseAfterDeath, reopenForLife } from './death.js';
import { keepDeadlines } from './deadlines/keep.js';
import { caseEvents, type CaseFact, stepOf } from './events.js';
import type { CaseIntent, RecordStep } from './intents.js';
import { courseRefusals } from './course.js';
import { annul, correct } from './revise.js';
import { refuseDisqualified } from './steps/disqualification.js';
import { adopted, check, checkSubject, datesHold, evolve } from './rules.js';

const { refusal, refuseIf } = courseRefusals;

/** From a need or an application to the written answer (U10, U13–U15). */
export const caseDecider: Decider<Case, CaseIntent, typeof caseEvents> = {
  events: caseEvents,
  initialState,
  evolve,
  decide(intent, state, history) {
    const isThere = history.length > 0;
    if (intent.type === 'RecordStep') return recordStep(intent, state, history);
    if (intent.type === 'CloseForDeath') return closeForDeath(intent, state);
    if (intent.type === 'ReopenForLife') return reopenForLife(state, history);
    if (intent.type === 'KeepDeadlines') return keepDeadlines(intent, history);
    if (!isThere) throw refusal('no-such-case');
    checkSubject(intent.data.subject);
    return intent.type === 'CorrectCaseEvent' ? correct(intent, history) : annul(intent, history);
  },
};

function recordStep(
  { data, today }: RecordStep,
  state: Case,
  history: readonly Recorded[],
): readonly CaseFact[] {
  const isThere = history.length > 0;
  const { caseId, subjectId, joins, said } = data;
  const step = stepOf(data.step);
  if (data.isByMessage === true && isThere) return [];
  if (joins && (step.opens ? !isThere : state.status === 'absent')) throw refusal('no-such-case');
  refuseIf(!joins && isThere, 'case-already-open');
  checkSubject(data.subject);
  if (!joins) refuseAfterDeath(step, said, data.deathToldOn);
  refuseIf(!data.partyIsKnown, 'unknown-party');
  refuseIf(data.unknownCode !== undefined, 'unknown-code', data.unknownCode);
  const { meeting, kin, actorId, authority, profile } = data;
  const { targetGroups } = profile ?? {};
  const asked = { profile: adopted(profile), meeting, kin, actorId, authority, targetGroups };
  step.admit(said, asked);
  if (step.isByQualified && actorId !== undefined && state.status !== 'absent') {
    refuseDisqualified(state, actorId);
  }
  const facts = step
    .decide(said, { state, history, asked })
    .map(({ type, data: told }) => ({ type, data: { ...told, caseId, subjectId } }) as CaseFact);
  checkInTurn(state, facts, today);
  return facts;
}

/** The rules see each fact after those of the same command before it. */
function checkInTurn(state: Case, facts: readonly CaseFact[], today: string): void {
  facts.reduce((before, fact) => {
    datesHold(fact, today);
    check(before, fact);
    return evolve(before, fact);
  }, state);
}
