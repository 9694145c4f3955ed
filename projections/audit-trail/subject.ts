import { same } from '#event-sourcing/codes';
import { subjectEvents } from '#subject';
import { wordingsOf } from './wording.js';

/** What is registered of a person: that it is, not which name and number, which so stay sealed. */
export const subjectWordings = wordingsOf(
  subjectEvents,
  {
    SubjectRegistered: {
      title: same('Person registrert'),
      nb: 'Personen ble registrert{identityNumber:| uten fødselsnummer eller D-nummer}.',
      nn: 'Personen vart registrert{identityNumber:| utan fødselsnummer eller D-nummer}.',
    },
    SubjectIdentityLinked: {
      title: same('Fødselsnummer registrert'),
      nb: 'Fødselsnummer eller D-nummer ble registrert på personen.',
      nn: 'Fødselsnummer eller D-nummer vart registrert på personen.',
    },
    PersonalDataDisposed: {
      title: ['Personopplysninger slettet', 'Personopplysningar sletta'],
      nb: 'Opplysningene om {classes} ble slettet {disposedOn}, bekreftet av {confirmedBy}. Hjemmel: {legalBasis}.',
      nn: 'Opplysningane om {classes} vart sletta {disposedOn}, stadfesta av {confirmedBy}. Heimel: {legalBasis}.',
    },
  },
  // What the fields of a person's own events are called where a correction names them.
  {
    givenName: ['fornavn', 'førenamn'],
    familyName: ['etternavn', 'etternamn'],
    identityNumber: same('fødselsnummer eller D-nummer'),
    birthDate: same('fødselsdato'),
    birthYear: same('fødselsår'),
    protectedAddress: same('gradert adresse'),
    classes: ['opplysninger', 'opplysningar'],
    legalBasis: ['hjemmel', 'heimel'],
    retentionClass: same('oppbevaringsklasse'),
    disposedOn: same('dato for sletting'),
  },
);
