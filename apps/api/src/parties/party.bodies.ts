import type { CodeIn } from '#event-sourcing';
import { partyKinds } from '#municipality';
import { units } from '#vocabulary';
import { Code, CodeOf, Nested, OptionalField, PersonalText } from '../validation/decorators.js';

/** The provider and the id by which it knows the person. */
export class PartyLoginBody {
  @PersonalText(500, { description: 'The token’s iss' })
  issuer!: string;

  @PersonalText(255, { description: 'The token’s sub' })
  subject!: string;
}

export class RegisterPartyBody {
  @CodeOf(partyKinds)
  kind!: CodeIn<typeof partyKinds>;

  @PersonalText(200)
  name!: string;

  @OptionalField()
  @Code(units)
  unit?: string;

  @OptionalField()
  @Nested(() => PartyLoginBody, 'Ties the party to a login, so that they are one when the person logs in')
  login?: PartyLoginBody;
}
