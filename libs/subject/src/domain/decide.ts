import { checkDates } from '#event-sourcing/dates';
import type { Decider, Intent } from '#event-sourcing/decider';
import type { Recorded } from '#event-sourcing/event';
import { annulEvent, type AnnulSubjectEvent, correctEvent, type CorrectSubjectEvent } from './corrections.js';
import {
  disposalRefusals,
  disposeEntryTexts,
  type DisposeEntryTexts,
  disposePersonalData,
  type DisposePersonalData,
  requestDisposal,
  type RequestDisposal,
  requestEntryDisposal,
  type RequestEntryDisposal,
} from './disposal.js';
import { type SetContactDetails, setContactDetails } from './contact.js';
import { type RecordDeath, recordDeath, type RecordMove, recordMove, unlessDeceased } from './ends.js';
import { subjectEvents } from './events.js';
import { identityRefusals, possibleBirthDate, sameBirthDate } from './identity.js';
import {
  type LetGoSubject,
  letGoSubject,
  type MergeSubject,
  mergeSubject,
  type TakeUpSubject,
  takeUpSubject,
  type UncrossSubject,
  uncrossSubject,
  unlessMerged,
} from './merging.js';
import { knownBySomething, type RenameSubject, renameSubject } from './names.js';
import { type EndRelation, endRelation, type RecordRelation, recordRelation } from './relations.js';
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
/** `isHeld`: the number was this person's before this request; `isCurrent`: it is the one that holds now. */
export type ReplaceIdentity = Intent<
  'ReplaceIdentity',
  DataOf<'SubjectIdentityReplaced'> & { readonly isHeld: boolean; readonly isCurrent: boolean }
>;
export type SubjectIntent =
  | RegisterSubject
  | LinkIdentity
  | ReplaceIdentity
  | RenameSubject
  | SetContactDetails
  | RecordDeath
  | RecordMove
  | RecordRelation
  | EndRelation
  | MergeSubject
  | TakeUpSubject
  | LetGoSubject
  | UncrossSubject
  | RequestDisposal
  | DisposePersonalData
  | RequestEntryDisposal
  | DisposeEntryTexts
  | CorrectSubjectEvent
  | AnnulSubjectEvent;

/** Decisions about who a person is and when their data goes. */
export const subjectDecider: Decider<Subject, SubjectIntent, SubjectEvents> = {
  events: subjectEvents,
  initialState,
  evolve,
  decide(intent, state, history) {
    if (intent.type === 'RequestDisposal' || intent.type === 'DisposePersonalData') {
      // Also of somebody registered in error: the log holds the data.
      personRefusals.refuseIf(history.length === 0, 'no-such-subject');
      return intent.type === 'RequestDisposal'
        ? requestDisposal(intent, state)
        : disposePersonalData(intent, state);
    }
    disposalRefusals.refuseIf(state.disposed.length > 0 && !isStillFound(intent, state), 'disposed');
    return decideOnLiving(intent, state, history);
  },
};

/** Whose number can still be read is known by it. */
const isStillFound = ({ type }: SubjectIntent, { isRegistered, disposed: gone }: Subject) =>
  type === 'RegisterSubject' && isRegistered && !gone.includes('PERSON');

function decideOnLiving(
  intent: Exclude<SubjectIntent, RequestDisposal | DisposePersonalData>,
  state: Subject,
  history: readonly Recorded[],
): readonly SubjectFact[] {
  switch (intent.type) {
    case 'RegisterSubject':
      return registerSubject(intent, state);
    case 'LinkIdentity':
      return linkIdentity(intent, state);
    case 'ReplaceIdentity':
      return replaceIdentity(intent, state);
    case 'RenameSubject':
      unlessMerged(state);
      unlessDeceased(state.deathToldOn, intent.data.validFrom);
      return renameSubject(intent, state);
    case 'SetContactDetails':
      unlessMerged(state);
      unlessDeceased(state.deathToldOn, intent.data.setOn);
      return setContactDetails(intent, state);
    case 'RecordDeath':
      return recordDeath(intent, state);
    case 'RecordMove':
      return recordMove(intent, state);
    case 'RecordRelation':
      unlessMerged(state);
      unlessDeceased(state.deathToldOn, intent.data.validFrom);
      return recordRelation(intent, state);
    case 'EndRelation':
      return endRelation(intent, state);
    case 'MergeSubject':
      return mergeSubject(intent, state);
    case 'TakeUpSubject':
      return takeUpSubject(intent, state);
    case 'LetGoSubject':
      return letGoSubject(intent, history);
    case 'UncrossSubject':
      return uncrossSubject(intent, history);
    case 'RequestEntryDisposal':
      personRefusals.refuseIf(history.length === 0, 'no-such-subject');
      return requestEntryDisposal(intent, state);
    case 'DisposeEntryTexts':
      return disposeEntryTexts(intent, state);
    case 'CorrectSubjectEvent':
      return correctEvent(intent, history);
    case 'AnnulSubjectEvent':
      return annulEvent(intent, state, history);
  }
}

function registerSubject({ data, today }: RegisterSubject, state: Subject): SubjectFact[] {
  if (state.isRegistered) return [];
  knownBySomething(data);
  possibleBirthDate(data.birthDate, today);
  return [{ type: 'SubjectRegistered', data }];
}

function linkIdentity({ data, today }: LinkIdentity, state: Subject): SubjectFact[] {
  personRefusals.refuseIf(!state.isRegistered, 'no-such-subject');
  unlessMerged(state);
  const { isHeld, birthDiffers, ...linked } = data;
  if (state.hasIdentity && isHeld) return [];
  identityRefusals.refuseIf(state.hasIdentity, 'has-identity');
  possibleBirthDate(linked.birthDate, today);
  sameBirthDate(birthDiffers);
  return [{ type: 'SubjectIdentityLinked', data: linked }];
}

/** Day and year of birth go with the number: the register's are right, whatever was told before. */
function replaceIdentity({ data, today }: ReplaceIdentity, state: Subject): SubjectFact[] {
  personRefusals.refuseIf(!state.isRegistered, 'no-such-subject');
  unlessMerged(state);
  const { isHeld, isCurrent, ...replaced } = data;
  if (isCurrent) return [];
  identityRefusals.refuseIf(isHeld, 'identity-replaced');
  identityRefusals.refuseIf(!state.hasIdentity, 'no-identity');
  checkDates(identityRefusals, subjectEvents.declared.SubjectIdentityReplaced.fields, replaced, today);
  possibleBirthDate(replaced.birthDate, today);
  return [{ type: 'SubjectIdentityReplaced', data: replaced }];
}
