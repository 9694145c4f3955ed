import { subjectEvents } from '#subject';
import { bodyOf, oneLine, says, usual } from '../validation/body-of.js';
import { LocalDate, OptionalField, PersonalText } from '../validation/decorators.js';
import { IdentityNumber } from '../validation/who-decorators.js';
import { AtLeastOneOf } from '../validation/whole.js';

const { SubjectRegistered, SubjectIdentityLinked } = subjectEvents.declared;

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
