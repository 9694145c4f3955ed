import type { subjectEvents } from '#subject';
import type { Table } from '../decision.js';

const ofThePerson = 'What the register knows of a person is no part of a case.';
const request = 'A request becomes something when another person has confirmed it.';
const survivor = 'It is told of the registration that is no more.';
const textsAlone = 'Texts of an entry leave with no event, so nobody has any to delete.';

/** What others are told of a person's registration: what they must do with what they hold, and nothing of the person. */
export const personTable: Table<typeof subjectEvents> = {
  SubjectRegistered: { withheld: ofThePerson },
  SubjectIdentityLinked: { withheld: ofThePerson },
  SubjectIdentityReplaced: { withheld: ofThePerson },
  SubjectRenamed: { withheld: ofThePerson },
  ContactDetailsSet: { withheld: ofThePerson },
  SubjectDeceased: { withheld: ofThePerson },
  SubjectMoved: { withheld: ofThePerson },
  RelationRecorded: { withheld: ofThePerson },
  RelationEnded: { withheld: ofThePerson },
  SubjectMergedInto: {
    name: 'merged',
    says: [
      'The person was registered twice: what is held under this id belongs to the survivor from now on.',
      'Personen er slått sammen med en annen registrering',
      'Personen er slått saman med ei anna registrering',
    ],
    consumerMust: 'MERGE_PERSON',
    fields: ['survivorId'],
  },
  SubjectMergedFrom: { withheld: survivor },
  DisposalRequested: { withheld: request },
  PersonalDataDisposed: {
    name: 'disposed',
    says: [
      'Records of the person were disposed of: whatever is held of these classes is to be deleted.',
      'Opplysninger om personen er slettet',
      'Opplysningar om personen er sletta',
    ],
    consumerMust: 'DELETE_PERSON',
    fields: ['classes'],
  },
  EntryDisposalRequested: { withheld: request },
  EntryTextsDisposed: { withheld: textsAlone },
};
