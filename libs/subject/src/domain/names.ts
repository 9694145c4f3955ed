import { checkDates } from '#event-sourcing/dates';
import type { Intent } from '#event-sourcing/decider';
import { refusals } from '#event-sourcing/refusals';
import { subjectEvents } from './events.js';
import { type DataOf, personRefusals, type Subject, type SubjectFact } from './subject.js';

export const nameRefusals = refusals('subject', {
  'no-name': [
    'Tell a given name, a family name or both.',
    'Oppgi fornavn, etternavn eller begge.',
    'Oppgi førenamn, etternamn eller begge.',
  ],
  'not-to-be-known': [
    'Nobody could find this person again: tell a name, a birth date or an identity number.',
    'Ingen ville kunne finne denne personen igjen: oppgi et navn, en fødselsdato eller et nummer.',
    'Ingen ville kunne finne att denne personen: oppgi eit namn, ein fødselsdato eller eit nummer.',
  ],
});
const { refuseIf } = nameRefusals;

export type RenameSubject = Intent<'RenameSubject', DataOf<'SubjectRenamed'>>;

type Told = Readonly<Partial<Record<'givenName' | 'familyName' | 'birthDate' | 'identityNumber', unknown>>>;

/** Refuses a registration that tells nothing by which the person could be found again. */
export const knownBySomething = ({ givenName, familyName, birthDate, identityNumber }: Told): void =>
  refuseIf(
    [givenName, familyName, birthDate, identityNumber].every((one) => one === undefined),
    'not-to-be-known',
  );

/** Refuses a new name that is none. */
export const hasName = ({ givenName, familyName }: Told): void =>
  refuseIf(givenName === undefined && familyName === undefined, 'no-name');

export function renameSubject({ data, today }: RenameSubject, state: Subject): SubjectFact[] {
  personRefusals.refuseIf(!state.isRegistered, 'no-such-subject');
  hasName(data);
  checkDates(nameRefusals, subjectEvents.declared.SubjectRenamed.fields, data, today);
  return [{ type: 'SubjectRenamed', data }];
}
