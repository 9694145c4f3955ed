import { Flag, IdentityNumber, LocalDate, OptionalField, PersonalText } from '../validation/decorators.js';
import { AtLeastOneOf } from '../validation/whole.js';

export class RegisterSubjectBody {
  @PersonalText(200)
  givenName!: string;

  @PersonalText(200)
  familyName!: string;

  @OptionalField()
  @IdentityNumber('Fødselsnummer or D-nummer, 11 digits; may come later')
  identityNumber?: string;

  @OptionalField()
  @LocalDate('Follows from the identity number where there is one')
  birthDate?: string;

  @OptionalField()
  @Flag('Whether the address is protected; false unless told')
  protectedAddress?: boolean;
}

export class LinkIdentityBody {
  @IdentityNumber()
  identityNumber!: string;

  @OptionalField()
  @LocalDate('Follows from the identity number')
  birthDate?: string;
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
