import { caseCodes } from './case-codes.js';
import {
  Code,
  CodeOf,
  Digest,
  Flag,
  ListOf,
  ListOfCodes,
  ListOfFreeCodes,
  ListOfIds,
  LocalDate,
  Nested,
  OpaqueId,
  OptionalField,
  PersonalText,
  Uuid,
} from '../validation/decorators.js';

const {
  channels,
  items,
  applicationParts,
  applicantRoles,
  notifierRoles,
  wishes,
  competenceBases,
  outcomes,
  criteria,
  bodies,
  recipients,
  withdrawers,
} = caseCodes;
type Of<C extends readonly string[]> = C[number];

/** An application as it came in. Missing signature, consent or identity number does not keep it from being received. */
export class ApplicationBody {
  @ListOfCodes(items, { min: 1, description: 'What is applied for' })
  items!: Of<typeof items>[];

  @LocalDate('The day it reached the municipality; only a correction changes it')
  receivedOn!: string;

  @CodeOf(channels)
  channel!: Of<typeof channels>;

  @OptionalField()
  @Flag('Whether it is in writing; unless told, it follows from the channel')
  written?: boolean;

  @OptionalField()
  @Flag('Whether it is signed; false unless told, and then open on the case')
  signed?: boolean;

  @OptionalField()
  @CodeOf(applicantRoles, 'Who applies; the person themself unless told')
  applicantRole?: Of<typeof applicantRoles>;

  @OptionalField()
  @Digest()
  documentDigest?: string;

  @OptionalField()
  @PersonalText(4000, { lines: true, description: 'What the person wishes, in their own words' })
  wish?: string;
}

export class OpenCaseWithApplicationBody extends ApplicationBody {
  @CodeOf(['APPLICATION'])
  opening!: 'APPLICATION';

  @OpaqueId()
  subjectId!: string;
}

/** What the application lacked when it arrived. */
export class CompleteApplicationBody {
  @ListOfCodes(applicationParts, { min: 1, description: 'What came' })
  what!: Of<typeof applicationParts>[];

  @OptionalField()
  @LocalDate('The day it came; today unless told')
  completedOn?: string;

  @OptionalField()
  @Digest()
  documentDigest?: string;
}

/** A need that somebody told the unit of, before any application. */
export class OpenCaseWithNeedBody {
  @CodeOf(['NEED'])
  opening!: 'NEED';

  @OpaqueId()
  subjectId!: string;

  @LocalDate('The day the unit was told')
  receivedOn!: string;

  @CodeOf(channels)
  channel!: Of<typeof channels>;

  @OptionalField()
  @CodeOf(notifierRoles, 'Who told the unit; an employee unless told')
  notifierRole?: Of<typeof notifierRoles>;

  @OptionalField()
  @Code('The unit that the notifier works in')
  notifierUnit?: string;

  @OptionalField()
  @LocalDate('When the person was told of the right')
  informedOn?: string;

  @OptionalField()
  @CodeOf(wishes, 'Whether the person wants it; NOT_ASKED unless told')
  subjectWishes?: Of<typeof wishes>;

  @OptionalField()
  @PersonalText(4000, { lines: true, description: 'The need' })
  need?: string;
}

export class AssignMappingBody {
  @OpaqueId('The party who is to map the need')
  assigneeId!: string;

  @OptionalField()
  @Code()
  unit?: string;

  @OptionalField()
  @LocalDate('Today unless told')
  assignedOn?: string;

  @OptionalField()
  @LocalDate()
  dueOn?: string;
}

export class CompleteMappingBody {
  @OptionalField()
  @OpaqueId('Left out when competent staff mapped the need as it arrived')
  assignmentId?: string;

  @OptionalField()
  @OpaqueId('Who mapped it; you unless told')
  performerId?: string;

  @CodeOf(competenceBases)
  competenceBasis!: Of<typeof competenceBases>;

  @OptionalField()
  @LocalDate('Today unless told')
  completedOn?: string;

  @OptionalField()
  @PersonalText(4000, { lines: true })
  summary?: string;

  @OptionalField()
  @Digest()
  documentDigest?: string;
}

export class ConveneMeetingBody {
  @OptionalField()
  @Uuid('The meeting, when other cases are convened to it already; made unless told')
  meetingId?: string;

  @LocalDate('The day of the meeting')
  meetsOn!: string;

  @OptionalField()
  @LocalDate('The day of the invitation; today unless told')
  convenedOn?: string;

  @OptionalField()
  @ListOfFreeCodes({ description: 'Units that are called in' })
  invitedUnits?: string[];

  @OptionalField()
  @ListOfIds({ max: 50, description: 'Further cases for the same meeting' })
  caseIds?: string[];
}

export class DecidedItemBody {
  @CodeOf(items)
  item!: Of<typeof items>;

  @CodeOf(outcomes)
  outcome!: Of<typeof outcomes>;

  @OptionalField()
  @PersonalText(4000, { lines: true })
  reason?: string;

  @OptionalField()
  @Code('The legal basis of this item, where it is another than the decision’s')
  legalBasis?: string;
}

export class AssessedCriterionBody {
  @CodeOf(criteria)
  criterion!: Of<typeof criteria>;

  @Flag()
  met!: boolean;

  @PersonalText(4000, { lines: true })
  reason!: string;
}

/** Who decided and when, apart from who types it in. */
export class DecidedByBody {
  @CodeOf(bodies)
  body!: Of<typeof bodies>;

  @OptionalField()
  @OpaqueId('The meeting that decided')
  meetingId?: string;

  @LocalDate()
  decidedOn!: string;
}

export class DecisionBody {
  @ListOf(() => DecidedItemBody, {
    min: 1,
    max: 10,
    description: 'Every requested item, each with its answer',
  })
  items!: DecidedItemBody[];

  @ListOf(() => AssessedCriterionBody, { max: 10, description: 'Both conditions, each with its reason' })
  criteria!: AssessedCriterionBody[];

  @Nested(() => DecidedByBody)
  decidedBy!: DecidedByBody;

  @OptionalField()
  @Code(
    'The legal basis, such as HOL_7_1, of the plans and coordinators that name none of their own; a group needs none',
  )
  legalBasis?: string;
}

export class NotifyDecisionBody {
  @ListOfCodes(recipients, { min: 1 })
  recipients!: Of<typeof recipients>[];

  @CodeOf(channels)
  channel!: Of<typeof channels>;

  @OptionalField()
  @LocalDate('Today unless told')
  notifiedOn?: string;

  @OptionalField()
  @Digest('SHA-256 of the letter, lower-case hex')
  documentDigest?: string;
}

export class WithdrawApplicationBody {
  @OptionalField()
  @LocalDate('Today unless told')
  withdrawnOn?: string;

  @CodeOf(withdrawers)
  withdrawnBy!: Of<typeof withdrawers>;

  @OptionalField()
  @PersonalText(4000, { lines: true })
  reason?: string;
}
