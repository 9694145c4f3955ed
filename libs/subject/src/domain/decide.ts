import type { Decider, Intent } from '#event-sourcing/decider';
import type { Recorded } from '#event-sourcing/event';
import type { Rejection } from '#event-sourcing/refusals';
import { annulEvent, type AnnulSubjectEvent, correctEvent, type CorrectSubjectEvent } from './corrections.js';
import { subjectEvents } from './events.js';
import { noSuchSubject, possibleBirthDate, refusal, sameBirthDate } from './rules.js';
import {
  type DataOf,
  evolve,
  initialState,
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
/** `partyIsKnown`: whoever confirmed it is registered here, so that no name is typed in their place. */
export type DisposePersonalData = Intent<
  'DisposePersonalData',
  DataOf<'PersonalDataDisposed'> & { readonly partyIsKnown: boolean }
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
      if (history.length === 0) throw noSuchSubject();
      return disposePersonalData(intent, state);
    }
    if (state.disposed.length > 0 && !isStillFound(intent, state)) throw disposed();
    return decideOnLiving(intent, state, history);
  },
};

/** Whose number can still be read is known by it. */
const isStillFound = ({ type }: SubjectIntent, { isRegistered, disposed: gone }: Subject) =>
  type === 'RegisterSubject' && isRegistered && !gone.includes('PERSON');

/** After disposal there is nothing left to say of a person. */
export const disposed = (): Rejection =>
  refusal('disposed', "This person's data has been disposed of; nothing more can be recorded about them.");

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
  if (!state.isRegistered) throw noSuchSubject();
  const { isHeld, birthDiffers, ...linked } = data;
  if (state.hasIdentity) {
    if (isHeld) return [];
    throw refusal(
      'has-identity',
      'This person has another identity number already. Correct the event that recorded it, if that one is wrong.',
    );
  }
  possibleBirthDate(linked.birthDate, today);
  sameBirthDate(birthDiffers);
  return [{ type: 'SubjectIdentityLinked', data: linked }];
}

/** Records what is not disposed of yet; a second time there is nothing to record. */
function disposePersonalData({ data, today }: DisposePersonalData, state: Subject): SubjectFact[] {
  if (data.classes.length === 0) {
    throw refusal('no-classes', 'Name at least one class of data to dispose of.');
  }
  if (data.disposedOn > today) {
    throw refusal('future-date', 'The day of the disposal cannot lie ahead of today.');
  }
  const { partyIsKnown, ...disposal } = data;
  if (!partyIsKnown) {
    throw refusal(
      'unknown-party',
      'Nobody is registered under that party id in the municipality. Say who confirmed it by a party id.',
    );
  }
  const classes = [...new Set(data.classes)].filter((one) => !state.disposed.includes(one));
  return classes.length === 0 ? [] : [{ type: 'PersonalDataDisposed', data: { ...disposal, classes } }];
}
