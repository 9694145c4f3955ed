import { partyEvents } from '#municipality';
import { bodyOf, oneLine, plain } from '../validation/body-of.js';

/** The provider and the id by which it knows the person. */
export class BindLoginBody extends bodyOf(partyEvents.declared.PartyLoginBound, {
  issuer: { says: 'The token’s iss', isLine: true },
  subject: { says: 'The token’s sub', isLine: true },
}) {}

export class RegisterPartyBody extends bodyOf(partyEvents.declared.PartyRegistered, {
  kind: plain,
  name: oneLine,
  unit: plain,
}) {}
