import { checkDates } from '#event-sourcing/dates';
import type { Intent } from '#event-sourcing/decider';
import { subjectEvents } from './events.js';
import { type DataOf, personRefusals, type Subject, type SubjectFact } from './subject.js';

export type SetContactDetails = Intent<'SetContactDetails', DataOf<'ContactDetailsSet'>>;

/** Where nothing but the day is told, the person is reached by none of it any more. */
export function setContactDetails({ data, today }: SetContactDetails, state: Subject): SubjectFact[] {
  personRefusals.refuseIf(!state.isRegistered, 'no-such-subject');
  checkDates(personRefusals, subjectEvents.declared.ContactDetailsSet.fields, data, today);
  return [{ type: 'ContactDetailsSet', data }];
}
