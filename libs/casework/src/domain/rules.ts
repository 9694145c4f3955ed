import { checkDates } from '#event-sourcing/dates';
import { type Case, initialState } from './case.js';
import type { Profile } from './codes.js';
import { caseEvents, type CaseEvent, type CaseFact, stepOf } from './events.js';
import type { Subject } from './intents.js';
import { caseRefusals } from './refusals.js';

const { refusal, refuseIf } = caseRefusals;

/** A step as decided or as read back. */
export type AnyStep = CaseEvent | CaseFact;

/** Refuses a step that the steps before it do not allow. New facts and the replay after a correction pass here alike;
 *  what depends on the day or on the municipality's profile is asked of new facts and changed fields alone. */
export const check = (state: Case, { type, data }: AnyStep): void =>
  stepOf(type).check(state, data, undefined);

/** Folds effective events. A step that the rules forbid leaves the state as it is. */
export const evolve = (state: Case, { type, data }: AnyStep): Case => stepOf(type).evolve(state, data);

export const stateOf = (events: readonly AnyStep[]): Case => events.reduce(evolve, initialState);

/** Refuses what goes by its own day on a day after the decision or the withdrawal. The replay cannot see those from a step that was recorded before them. */
export function refuseAfterClosure(state: Case, { type, data }: AnyStep): void {
  const step = stepOf(type);
  if (step.goesByDay) step.inCourse(state, data);
}

export function checkSubject(subject: Subject): void {
  refuseIf(subject === 'UNKNOWN', 'no-such-subject');
  refuseIf(subject === 'DISPOSED', 'subject-disposed');
}

/** The profile, where what is said needs one. */
export const adopted = (profile: Profile | undefined) => () => {
  if (profile) return profile;
  throw refusal('no-profile');
};

/** Refuses a step that would have happened after today, and a year that nobody's papers can hold. */
export const datesHold = ({ type, data }: AnyStep, today: string): void =>
  checkDates(caseRefusals, caseEvents.declared[type].fields, data, today);
