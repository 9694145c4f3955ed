import { subjectEvents } from '#subject';
import { bodyOf, oneLine, plain, says, todayUnlessTold, usual } from '../validation/body-of.js';
import { LocalDate, OptionalField, PersonalText } from '../validation/decorators.js';
import { EmailAddress, IdentityNumber, Telephone } from '../validation/who-decorators.js';
import { AtLeastOneOf } from '../validation/whole.js';

const {
  SubjectRegistered,
  SubjectIdentityLinked,
  SubjectIdentityReplaced,
  SubjectRenamed,
  SubjectMergedInto,
  ContactDetailsSet,
  SubjectDeceased,
  SubjectMoved,
} = subjectEvents.declared;

export class RegisterSubjectBody extends bodyOf(SubjectRegistered, {
  givenName: oneLine,
  familyName: oneLine,
  birthDate: says('Follows from the identity number where there is one'),
  protectedAddress: usual('Whether the address is protected; false unless told'),
}) {
  @OptionalField()
  @IdentityNumber('Fødselsnummer or D-nummer, 11 digits; may come later')
  identityNumber?: string;
}

export class LinkIdentityBody extends bodyOf(SubjectIdentityLinked, {
  birthDate: says('Follows from the identity number'),
}) {
  @IdentityNumber()
  identityNumber!: string;
}

export class ReplaceIdentityBody extends bodyOf(SubjectIdentityReplaced, {
  birthDate: says('Follows from the identity number'),
  reasonCode: plain,
  replacedOn: todayUnlessTold,
}) {
  @IdentityNumber('The new fødselsnummer or D-nummer, 11 digits')
  identityNumber!: string;
}

export class RenameSubjectBody extends bodyOf(SubjectRenamed, {
  givenName: oneLine,
  familyName: oneLine,
  validFrom: todayUnlessTold,
}) {}

/** The whole of it: what is not told holds no more. */
export class ContactDetailsBody extends bodyOf(ContactDetailsSet, {
  address: says('Post address, several lines if need be'),
  languageForm: says('The form of Norwegian that the person is written to in'),
  interpreterLanguage: { ...oneLine, ...says('What an interpreter is needed in; left out where none is') },
  setOn: todayUnlessTold,
}) {
  @OptionalField()
  @Telephone()
  telephone?: string;

  @OptionalField()
  @EmailAddress()
  email?: string;
}

export class DeathBody extends bodyOf(SubjectDeceased, {
  diedOn: says('The day of death, where it is known; it may come later by a correction'),
  source: says('How the unit learned of it'),
  toldOn: usual('The day on which the unit learned of it, today unless told: what runs ends on it'),
}) {}

export class MoveBody extends bodyOf(SubjectMoved, {
  toMunicipalityNo: says('Kommunenummer; left out where abroad or not known'),
  movedOn: usual('The first day there, which may lie ahead; today unless told'),
}) {}

export class MergeSubjectBody extends bodyOf(SubjectMergedInto, {
  survivorId: says('Whose registration stays'),
  mergedOn: todayUnlessTold,
  reason: says('Why the two are one person'),
}) {}

/** A search; in a body, since nothing of a person may stand in an address. */
@AtLeastOneOf('identityNumber', 'name', 'birthDate')
export class PersonSearchBody {
  @OptionalField()
  @IdentityNumber()
  identityNumber?: string;

  @OptionalField()
  @PersonalText(200, { description: 'A name or the beginnings of its parts' })
  name?: string;

  @OptionalField()
  @LocalDate()
  birthDate?: string;
}
