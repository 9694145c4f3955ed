import {
  code,
  codeOf,
  digest,
  events,
  flag,
  id,
  idOf,
  list,
  localDate,
  newId,
  optional,
  personal,
  ref,
  v1,
} from '#event-sourcing/event';
import { representatives, units } from '#vocabulary';
import {
  closureReasons,
  consentScopes,
  coordinatorKinds,
  departureReasons,
  memberRoles,
  releaseReasons,
  wishesFollowed,
} from './codes.js';

const of = { of: 'subjectId', class: 'COORDINATION' } as const;
const subjectId = id();

/** What must never be broken for one person, in one stream: consents, coordinators, plans, group. */
export const coordinationEvents = events(
  { category: 'coordination', owner: 'subjectId', class: 'COORDINATION' },
  {
    ConsentGiven: v1(
      {
        subjectId,
        consentId: newId('consent'),
        scopes: list(codeOf(consentScopes)),
        givenBy: codeOf(representatives),
        givenOn: localDate(),
        /** Last day on which it holds; until withdrawn where there is none. */
        validUntil: optional(localDate()),
        documentDigest: optional(digest()),
      },
      { occurs: 'givenOn' },
    ),
    ConsentWithdrawn: v1(
      {
        subjectId,
        consentId: idOf('consent'),
        withdrawnOn: localDate(),
        reason: optional(personal.text(of)),
      },
      { occurs: 'withdrawnOn' },
    ),
    CoordinatorAppointed: v1(
      {
        subjectId,
        appointmentId: newId('appointment'),
        coordinatorId: ref('party'),
        unit: optional(code(units)),
        kind: codeOf(coordinatorKinds),
        temporary: flag(),
        /** The case whose decision it rests on (invariant 5). */
        caseId: ref('case'),
        validFrom: localDate(),
        wishFollowed: codeOf(wishesFollowed),
        reason: optional(personal.text(of)),
      },
      { occurs: 'validFrom' },
    ),
    CoordinatorReleased: v1(
      {
        subjectId,
        appointmentId: idOf('appointment'),
        releasedOn: localDate(),
        reasonCode: codeOf(releaseReasons),
        reason: optional(personal.text(of)),
      },
      { occurs: 'releasedOn' },
    ),
    /** Nobody coordinates since this one left, though someone should (U7, invariant 4): an alarm of that day. */
    CoordinatorGapDetected: v1(
      { subjectId, appointmentId: idOf('appointment'), kind: codeOf(coordinatorKinds), since: localDate() },
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
        reasonCode: codeOf(closureReasons),
        reason: optional(personal.text(of)),
      },
      { occurs: 'closedOn' },
    ),
    MemberJoinedGroup: v1(
      {
        subjectId,
        memberId: newId('member'),
        partyId: ref('party'),
        memberRole: code(memberRoles),
        unit: optional(code(units)),
        /** The case whose decision granted a group by itself; absent where the group gathers around the plan. */
        caseId: optional(ref('case')),
        joinedOn: localDate(),
      },
      { occurs: 'joinedOn' },
    ),
    MemberLeftGroup: v1(
      {
        subjectId,
        memberId: idOf('member'),
        leftOn: localDate(),
        reasonCode: codeOf(departureReasons),
        reason: optional(personal.text(of)),
      },
      { occurs: 'leftOn' },
    ),
  },
);
