import { type Case, initialState } from './case.js';
import type { Profile } from './codes.js';
import { caseEvents, type CaseEvent, type CaseFact, stepOf } from './events.js';
import type { Subject } from './intents.js';
import { earliest, refusal, refuseIf } from './refusal.js';

/** A step as decided or as read back. */
export type AnyStep = CaseEvent | CaseFact;

/** Refuses a step that the steps before it do not allow. New facts and the replay after a correction pass here alike;
 *  what depends on the day or on the municipality's profile is asked of new facts and changed fields alone. */
export const check = (state: Case, { type, data }: AnyStep): void => stepOf(type).check(state, data);

/** Folds effective events. A step that the rules forbid leaves the state as it is. */
export const evolve = (state: Case, { type, data }: AnyStep): Case => stepOf(type).evolve(state, data);

export const stateOf = (events: readonly AnyStep[]): Case => events.reduce(evolve, initialState);

/** Refuses what goes by its own day on a day after the decision or the withdrawal. The replay cannot see those from a step that was recorded before them. */
export function refuseAfterClosure(state: Case, { type, data }: AnyStep): void {
  const step = stepOf(type);
  if (step.goesByDay) step.inCourse(state, data);
}

export function checkSubject(subject: Subject): void {
  refuseIf(subject === 'UNKNOWN', 'no-such-subject', 'There is no such person.');
  refuseIf(
    subject === 'DISPOSED',
    'subject-disposed',
    'The personal data of this person have been disposed of.',
  );
}

/** Whom a step names must be registered: an id alone tells nobody who it is. */
export const refuseUnknownParty = (isKnown: boolean) =>
  refuseIf(
    !isKnown,
    'unknown-party',
    'Nobody is registered under that party id in the municipality. Register the party first.',
  );

/** The profile, where what is said needs one. */
export const adopted = (profile: Profile | undefined) => () => {
  if (profile) return profile;
  throw refusal(
    'no-profile',
    'The municipality has adopted no profile, so it is not known what is offered and who decides. An operator adopts one with samspor profile adopt.',
  );
};

/** Dates that may lie ahead of the day on which they are recorded; all others say what has happened. */
const ahead = ['dueOn', 'meetsOn'];

/** Refuses a step that would have happened after today, and a year that nobody's papers can hold. */
export function datesHold(step: AnyStep, today: string): void {
  const data: Readonly<Record<string, unknown>> = step.data;
  for (const [name, { kind }] of Object.entries(caseEvents.declared[step.type].fields)) {
    const day = data[name];
    if (kind !== 'date' || typeof day !== 'string') continue;
    refuseIf(
      day > today && !ahead.includes(name),
      'date-ahead',
      `What has not happened yet cannot be recorded: ${name} lies after today.`,
    );
    refuseIf(day < earliest, 'date-too-early', `${name} lies before the year 1900.`);
  }
}
