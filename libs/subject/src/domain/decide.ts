import type { Decider, Intent } from '#event-sourcing/decider';
import type { Recorded } from '#event-sourcing/event';
import { annulEvent, type AnnulSubjectEvent, correctEvent, type CorrectSubjectEvent } from './corrections.js';
import { type DisposePersonalData, disposalRefusals, disposePersonalData } from './disposal.js';
import { subjectEvents } from './events.js';
import { identityRefusals, possibleBirthDate, sameBirthDate } from './identity.js';
import {
  type DataOf,
  evolve,
  initialState,
  personRefusals,
  type Subject,
  type SubjectEvents,
  type SubjectFact,
} from './subject.js';

/** The identity number was checked and claimed before; a person who is there already stays as recorded. */
export type RegisterSubject = Intent<'RegisterSubject', DataOf<'SubjectRegistered'>>;
/** `isHeld`: the number was this person's before this request. `birthDiffers`: it tells another day of birth than the record. */
export type LinkIdentity = Intent<
  'LinkIdentity',
  DataOf<'SubjectIdentityLinked'> & { readonly isHeld: boolean; readonly birthDiffers: boolean }
>;
export type SubjectIntent =
  RegisterSubject | LinkIdentity | DisposePersonalData | CorrectSubjectEvent | AnnulSubjectEvent;

/** Decisions about who a person is and when their data goes. */
export const subjectDecider: Decider<Subject, SubjectIntent, SubjectEvents> = {
  events: subjectEvents,
  initialState,
  evolve,
  decide(intent, state, history) {
    if (intent.type === 'DisposePersonalData') {
      // Also of somebody registered in error: the log holds the data.
      personRefusals.refuseIf(history.length === 0, 'no-such-subject');
      return disposePersonalData(intent, state);
    }
    disposalRefusals.refuseIf(state.disposed.length > 0 && !isStillFound(intent, state), 'disposed');
    return decideOnLiving(intent, state, history);
  },
};

/** Whose number can still be read is known by it. */
const isStillFound = ({ type }: SubjectIntent, { isRegistered, disposed: gone }: Subject) =>
  type === 'RegisterSubject' && isRegistered && !gone.includes('PERSON');

function decideOnLiving(
  intent: Exclude<SubjectIntent, DisposePersonalData>,
  state: Subject,
  history: readonly Recorded[],
): readonly SubjectFact[] {
  switch (intent.type) {
    case 'RegisterSubject':
      return registerSubject(intent, state);
    case 'LinkIdentity':
      return linkIdentity(intent, state);
    case 'CorrectSubjectEvent':
      return correctEvent(intent, history);
    case 'AnnulSubjectEvent':
      return annulEvent(intent, state, history);
  }
}

function registerSubject({ data, today }: RegisterSubject, state: Subject): SubjectFact[] {
  if (state.isRegistered) return [];
  possibleBirthDate(data.birthDate, today);
  return [{ type: 'SubjectRegistered', data }];
}

function linkIdentity({ data, today }: LinkIdentity, state: Subject): SubjectFact[] {
  personRefusals.refuseIf(!state.isRegistered, 'no-such-subject');
  const { isHeld, birthDiffers, ...linked } = data;
  if (state.hasIdentity && isHeld) return [];
  identityRefusals.refuseIf(state.hasIdentity, 'has-identity');
  possibleBirthDate(linked.birthDate, today);
  sameBirthDate(birthDiffers);
  return [{ type: 'SubjectIdentityLinked', data: linked }];
}
