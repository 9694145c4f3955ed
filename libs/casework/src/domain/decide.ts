import type { Decider } from '#event-sourcing/decider';
import { type Case, initialState } from './case.js';
import { noSuchCase } from './course.js';
import { caseEvents, type CaseFact, stepOf } from './events.js';
import type { CaseIntent, RecordStep } from './intents.js';
import { refuseIf } from './refusal.js';
import { annul, correct } from './rests-on.js';
import { adopted, check, checkSubject, datesHold, evolve, refuseUnknownParty } from './rules.js';

/** From a need or an application to the written answer (U10, U13–U15). */
export const caseDecider: Decider<Case, CaseIntent, typeof caseEvents> = {
  events: caseEvents,
  initialState,
  evolve,
  decide(intent, state, history) {
    const isThere = history.length > 0;
    if (intent.type === 'RecordStep') return recordStep(intent, state, isThere);
    if (!isThere) throw noSuchCase();
    checkSubject(intent.data.subject);
    return intent.type === 'CorrectCaseEvent' ? correct(intent, history) : annul(intent, history);
  },
};

function recordStep({ data, today }: RecordStep, state: Case, isThere: boolean): readonly CaseFact[] {
  const { caseId, subjectId, joins, said } = data;
  const step = stepOf(data.step);
  if (joins && (step.opens ? !isThere : state.status === 'absent')) throw noSuchCase();
  refuseIf(!joins && isThere, 'case-already-open', 'This case is open already.');
  checkSubject(data.subject);
  refuseUnknownParty(data.partyIsKnown);
  step.byProfile(said, adopted(data.profile));
  const facts = step
    .decide(said, state)
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
