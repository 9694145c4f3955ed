import { same } from '#event-sourcing/codes';
import { organisationEvents } from '#municipality';
import { wordingsOf } from './wording.js';

/** What a municipality tells of its unit. */
export const organisationWordings = wordingsOf(
  organisationEvents,
  {
    ContactCardPublished: {
      title: same('Kontaktkort'),
      nb: 'Fra {validFrom} når folk <unit> slik: {contactFunction}[, {place}][, åpent {openingHours}][, telefon {telephone}][, postkasse {mailbox}][, postadresse {postalAddress}].[ Plass i organisasjonen: {unit}.][ Oppgaver: enheten {tasks}.]',
      nn: 'Frå {validFrom} når folk <unit> slik: {contactFunction}[, {place}][, ope {openingHours}][, telefon {telephone}][, postkasse {mailbox}][, postadresse {postalAddress}].[ Plass i organisasjonen: {unit}.][ Oppgåver: eininga {tasks}.]',
    },
  },
  // What the fields are called where a correction names them.
  {
    validFrom: ['gjelder fra', 'gjeld frå'],
    unit: same('plass i organisasjonen'),
    tasks: ['oppgaver', 'oppgåver'],
    contactFunction: same('funksjon'),
    place: ['besøkssted', 'besøksstad'],
    openingHours: ['åpningstider', 'opningstider'],
    telephone: same('telefon'),
    mailbox: same('felles postkasse'),
    postalAddress: same('postadresse'),
  },
);
