import { partyEvents } from '#municipality';
import { bodyOf, oneLine, plain, says, todayUnlessTold, usual } from '../validation/body-of.js';
import { Flag, OptionalField } from '../validation/decorators.js';

const {
  EngagementEnded,
  PartyLoginBound,
  PartyMergedInto,
  PartyRegistered,
  PartyRenamed,
  StaffContactSet,
  StaffEngaged,
  SubstituteNamed,
  SubstitutionEnded,
} = partyEvents.declared;

/** The provider and the id by which it knows the person. */
export class BindLoginBody extends bodyOf(PartyLoginBound, {
  issuer: { says: 'The token’s iss', isLine: true },
  subject: { says: 'The token’s sub', isLine: true },
}) {
  @OptionalField()
  @Flag('Also where the login acts as another party by now: as after a change of provider')
  moves?: boolean;
}

export class RegisterPartyBody extends bodyOf(PartyRegistered, {
  kind: plain,
  name: oneLine,
  unit: plain,
}) {}

export class RenamePartyBody extends bodyOf(PartyRenamed, { name: oneLine, renamedOn: todayUnlessTold }) {}

export class MergePartyBody extends bodyOf(PartyMergedInto, {
  survivorId: says('The registration that goes on'),
  mergedOn: todayUnlessTold,
}) {}

export class EngageStaffBody extends bodyOf(StaffEngaged, {
  unit: plain,
  role: plain,
  represents: says('Of a member of one unit: which unit they come from'),
  title: { says: 'In the municipality’s own words', isLine: true },
  employer: { says: 'Where somebody else than the municipality employs them', isLine: true },
  engagedFrom: usual('From when; today unless told'),
  engagedUntil: says('The last day, where it is known'),
}) {}

export class EndEngagementBody extends bodyOf(EngagementEnded, {
  endedOn: usual('The last day; today unless told'),
}) {}

export class NameSubstituteBody extends bodyOf(SubstituteNamed, {
  substituteId: says('Who stands in, a registered party'),
  substitutesFrom: usual('From when; today unless told'),
  substitutesUntil: says('The last day, where it is known'),
}) {}

export class EndSubstitutionBody extends bodyOf(SubstitutionEnded, {
  endedOn: usual('The last day; today unless told'),
}) {}

export class SetStaffContactBody extends bodyOf(StaffContactSet, {
  telephone: oneLine,
  email: oneLine,
  setOn: todayUnlessTold,
}) {}
