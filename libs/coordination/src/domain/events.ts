import {
  code,
  codeOf,
  digest,
  events,
  flag,
  id,
  list,
  localDate,
  optional,
  personal,
  ref,
  v1,
} from '#event-sourcing/event';

const of = { of: 'subjectId', class: 'COORDINATION' } as const;
const subjectId = id();

/** What a consent may cover. Nothing is appointed, planned or shared without it (pbrl § 2-5; invariant 3). */
export const consentScopes = ['REGISTER', 'PLAN', 'COORDINATOR', 'SHARE'] as const;

/** Reasons for a release after which nobody has to follow. At 18 an ordinary coordinator follows the child coordinator (pbrl § 2-5c). */
export const releasesEndingNeed = ['NEED_CEASED', 'DECEASED', 'MOVED', 'TRANSFERRED'] as const;
/** The same for the end of a plan; here the wish is the person's own. */
export const closuresEndingNeed = [...releasesEndingNeed, 'OWN_WISH'] as const;

/** What must never be broken for one person, in one stream: consents, coordinators, plans, group. */
export const coordinationEvents = events(
  { category: 'coordination', owner: 'subjectId', class: 'COORDINATION' },
  {
    ConsentGiven: v1(
      {
        subjectId,
        consentId: id(),
        scopes: list(codeOf(...consentScopes)),
        givenBy: codeOf('SUBJECT', 'GUARDIAN', 'REPRESENTATIVE'),
        givenOn: localDate(),
        /** Last day on which it holds; until withdrawn where there is none. */
        validUntil: optional(localDate()),
        documentDigest: optional(digest()),
      },
      { occurs: 'givenOn' },
    ),
    ConsentWithdrawn: v1(
      { subjectId, consentId: id(), withdrawnOn: localDate(), reason: optional(personal.text(of)) },
      { occurs: 'withdrawnOn' },
    ),
    CoordinatorAppointed: v1(
      {
        subjectId,
        appointmentId: id(),
        coordinatorId: ref('party'),
        unit: optional(code()),
        kind: codeOf('ORDINARY', 'CHILD'),
        temporary: flag(),
        /** The case whose decision it rests on (invariant 5). */
        caseId: ref('case'),
        validFrom: localDate(),
        wishFollowed: codeOf('YES', 'NO', 'NO_WISH'),
        reason: optional(personal.text(of)),
      },
      { occurs: 'validFrom' },
    ),
    CoordinatorReleased: v1(
      {
        subjectId,
        appointmentId: id(),
        releasedOn: localDate(),
        reasonCode: codeOf(
          'OWN_WISH',
          'SUBJECT_WISH',
          'LEFT_POSITION',
          'HANDOVER',
          'NEED_CEASED',
          'MOVED',
          'DECEASED',
          'TRANSFERRED',
          'TURNED_18',
          'OTHER',
        ),
        reason: optional(personal.text(of)),
      },
      { occurs: 'releasedOn' },
    ),
    /** Nobody coordinates since this one left, though someone should (U7, invariant 4): an alarm of that day. */
    CoordinatorGapDetected: v1(
      { subjectId, appointmentId: id(), kind: codeOf('ORDINARY', 'CHILD'), since: localDate() },
      { occurs: 'since' },
    ),
    /** What rests on a case's decision has none any more: an open point until it ends or is granted anew. */
    BasisLost: v1(
      {
        subjectId,
        caseId: id(),
        /** Appointments, plans and members. */
        restsOn: list(id()),
        detectedOn: localDate(),
      },
      { occurs: 'detectedOn' },
    ),
    BasisRegained: v1({ subjectId, caseId: id(), detectedOn: localDate() }, { occurs: 'detectedOn' }),
    PlanStarted: v1(
      { subjectId, planId: id(), caseId: ref('case'), startedOn: localDate(), withSubject: flag() },
      { occurs: 'startedOn' },
    ),
    PlanClosed: v1(
      {
        subjectId,
        planId: id(),
        closedOn: localDate(),
        reasonCode: codeOf(
          'OWN_WISH',
          'NEED_CEASED',
          'MOVED',
          'DECEASED',
          'TRANSFERRED',
          'TURNED_18',
          'OTHER',
        ),
        reason: optional(personal.text(of)),
      },
      { occurs: 'closedOn' },
    ),
    MemberJoinedGroup: v1(
      {
        subjectId,
        memberId: id(),
        partyId: ref('party'),
        memberRole: code(),
        unit: optional(code()),
        /** The case whose decision granted a group by itself; absent where the group gathers around the plan. */
        caseId: optional(ref('case')),
        joinedOn: localDate(),
      },
      { occurs: 'joinedOn' },
    ),
    MemberLeftGroup: v1(
      {
        subjectId,
        memberId: id(),
        leftOn: localDate(),
        reasonCode: codeOf(
          'OWN_WISH',
          'SUBJECT_WISH',
          'LEFT_POSITION',
          'NEED_CEASED',
          'PLAN_CLOSED',
          'OTHER',
        ),
        reason: optional(personal.text(of)),
      },
      { occurs: 'leftOn' },
    ),
  },
);
