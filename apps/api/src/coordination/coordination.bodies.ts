import {
  Code,
  CodeOf,
  Digest,
  Flag,
  ListOfCodes,
  LocalDate,
  OpaqueId,
  OptionalField,
  PersonalText,
} from '../validation/decorators.js';
import { coordinationCodes } from './coordination-codes.js';

const { scopes, givers, kinds, wishesFollowed, releaseReasons, closureReasons, departureReasons } =
  coordinationCodes;
type Of<C extends readonly string[]> = C[number];

export class GiveConsentBody {
  @ListOfCodes(scopes, { min: 1, description: 'What the consent covers' })
  scopes!: Of<typeof scopes>[];

  @CodeOf(givers)
  givenBy!: Of<typeof givers>;

  @OptionalField()
  @LocalDate('Today unless told')
  givenOn?: string;

  @OptionalField()
  @LocalDate('The last day on which it holds; until withdrawn unless told')
  validUntil?: string;

  @OptionalField()
  @Digest()
  documentDigest?: string;
}

export class WithdrawConsentBody {
  @OptionalField()
  @LocalDate('Today unless told')
  withdrawnOn?: string;

  @OptionalField()
  @PersonalText(4000, { lines: true })
  reason?: string;
}

export class AppointCoordinatorBody {
  @OpaqueId('The party who is to coordinate')
  coordinatorId!: string;

  @OpaqueId('The case whose decision it rests on')
  caseId!: string;

  @OptionalField()
  @Code()
  unit?: string;

  @OptionalField()
  @CodeOf(kinds, 'ORDINARY unless told')
  kind?: Of<typeof kinds>;

  @OptionalField()
  @Flag('A stand-in; false unless told')
  temporary?: boolean;

  @OptionalField()
  @LocalDate('Today unless told')
  validFrom?: string;

  @OptionalField()
  @OpaqueId('The appointment that this one takes over from: it ends on the same day, as a handover')
  succeeds?: string;

  @CodeOf(wishesFollowed, 'Whether the person’s wish was followed')
  wishFollowed!: Of<typeof wishesFollowed>;

  @OptionalField()
  @PersonalText(4000, { lines: true, description: 'Why, where the wish was not followed' })
  reason?: string;
}

export class ReleaseCoordinatorBody {
  @OptionalField()
  @LocalDate('Today unless told; who is not to begin is released on the first day')
  releasedOn?: string;

  @CodeOf(releaseReasons)
  reasonCode!: Of<typeof releaseReasons>;

  @OptionalField()
  @PersonalText(4000, { lines: true })
  reason?: string;
}

export class StartPlanBody {
  @OpaqueId('The case whose decision it rests on')
  caseId!: string;

  @OptionalField()
  @LocalDate('Today unless told')
  startedOn?: string;

  @Flag('Whether the person took part')
  withSubject!: boolean;
}

export class ClosePlanBody {
  @OptionalField()
  @LocalDate('Today unless told')
  closedOn?: string;

  @CodeOf(closureReasons)
  reasonCode!: Of<typeof closureReasons>;

  @OptionalField()
  @PersonalText(4000, { lines: true })
  reason?: string;
}

export class JoinGroupBody {
  @OpaqueId('The party who joins')
  partyId!: string;

  @OptionalField()
  @OpaqueId('The case whose decision the group rests on, where there is no plan')
  caseId?: string;

  @Code('The member’s part in the group, such as TEACHER')
  memberRole!: string;

  @OptionalField()
  @Code()
  unit?: string;

  @OptionalField()
  @LocalDate('Today unless told')
  joinedOn?: string;
}

export class LeaveGroupBody {
  @OptionalField()
  @LocalDate('Today unless told')
  leftOn?: string;

  @CodeOf(departureReasons)
  reasonCode!: Of<typeof departureReasons>;

  @OptionalField()
  @PersonalText(4000, { lines: true })
  reason?: string;
}
