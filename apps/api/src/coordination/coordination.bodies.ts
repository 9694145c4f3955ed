import { coordinationEvents } from '#coordination';
import { bodyOf, plain, says, todayUnlessTold, usual } from '../validation/body-of.js';
import { OpaqueId, OptionalField } from '../validation/decorators.js';

const {
  ConsentGiven,
  ConsentWithdrawn,
  CoordinatorAppointed,
  CoordinatorReleased,
  PlanStarted,
  PlanClosed,
  MemberJoinedGroup,
  MemberLeftGroup,
} = coordinationEvents.declared;

export class GiveConsentBody extends bodyOf(ConsentGiven, {
  scopes: { says: 'What the consent covers', min: 1 },
  givenBy: plain,
  givenOn: todayUnlessTold,
  validUntil: says('The last day on which it holds; until withdrawn unless told'),
  documentDigest: plain,
}) {}

export class WithdrawConsentBody extends bodyOf(ConsentWithdrawn, {
  withdrawnOn: todayUnlessTold,
  reason: plain,
}) {}

export class AppointCoordinatorBody extends bodyOf(CoordinatorAppointed, {
  coordinatorId: says('The party who is to coordinate'),
  caseId: says('The case whose decision it rests on'),
  unit: plain,
  kind: usual('ORDINARY unless told'),
  temporary: usual('A stand-in; false unless told'),
  validFrom: todayUnlessTold,
  wishFollowed: says('Whether the person’s wish was followed'),
  reason: says('Why, where the wish was not followed'),
}) {
  @OptionalField()
  @OpaqueId('The appointment that this one takes over from: it ends on the same day, as a handover')
  succeeds?: string;
}

export class ReleaseCoordinatorBody extends bodyOf(CoordinatorReleased, {
  releasedOn: usual('Today unless told; who is not to begin is released on the first day'),
  reasonCode: plain,
  reason: plain,
}) {}

export class StartPlanBody extends bodyOf(PlanStarted, {
  caseId: says('The case whose decision it rests on'),
  startedOn: todayUnlessTold,
  withSubject: says('Whether the person took part'),
}) {}

export class ClosePlanBody extends bodyOf(PlanClosed, {
  closedOn: todayUnlessTold,
  reasonCode: plain,
  reason: plain,
}) {}

export class JoinGroupBody extends bodyOf(MemberJoinedGroup, {
  partyId: says('The party who joins'),
  caseId: says('The case whose decision the group rests on, where there is no plan'),
  memberRole: says('The member’s part in the group, such as TEACHER'),
  unit: plain,
  joinedOn: todayUnlessTold,
}) {}

export class LeaveGroupBody extends bodyOf(MemberLeftGroup, {
  leftOn: todayUnlessTold,
  reasonCode: plain,
  reason: plain,
}) {}
