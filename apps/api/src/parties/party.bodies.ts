import { partyEvents } from '#municipality';
import { bodyOf, oneLine, plain } from '../validation/body-of.js';
import { OptionalField, PersonalText } from '../validation/decorators.js';
import { Nested } from '../validation/group-decorators.js';

/** The provider and the id by which it knows the person. */
export class PartyLoginBody {
  @PersonalText(500, { description: 'The token’s iss' })
  issuer!: string;

  @PersonalText(255, { description: 'The token’s sub' })
  subject!: string;
}

export class RegisterPartyBody extends bodyOf(partyEvents.declared.PartyRegistered, {
  kind: plain,
  name: oneLine,
  unit: plain,
}) {
  @OptionalField()
  @Nested(() => PartyLoginBody, 'Ties the party to a login, so that they are one when the person logs in')
  login?: PartyLoginBody;
}
