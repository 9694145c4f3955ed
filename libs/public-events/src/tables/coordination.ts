import type { coordinationEvents } from '#coordination';
import type { Table } from '../decision.js';

const ownChoice = 'What the person chose, and what the person wishes, is the person’s own.';
const preparation = 'A step on the way to an appointment, which is told when it is made.';
const toTheUnit = 'A notice to the unit itself, which sees to what follows.';
const notConfirmed =
  'What a unit reports stands when the coordinating unit has confirmed it, and is told then.';

/** What others are told of a person's coordination. */
export const coordinationTable: Table<typeof coordinationEvents> = {
  ConsentGiven: {
    name: 'consent-given',
    says: ['A consent was given.', 'Samtykke er gitt', 'Samtykke er gitt'],
    revealsPlan: true,
    fields: ['consentId', 'scopes', 'validUntil', 'caseId'],
    details: ['givenBy', 'onBehalfReason', 'sections'],
  },
  ConsentWithdrawn: {
    name: 'consent-withdrawn',
    says: ['A consent was withdrawn: of these scopes, or whole.', 'Samtykke er trukket', 'Samtykke er trekt'],
    revealsPlan: true,
    fields: ['consentId', 'scopes'],
    details: ['withdrawnBy', 'reason'],
  },
  ConsentNarrowed: {
    name: 'consent-narrowed',
    says: [
      'A consent goes on for less: a shorter time, or fewer to share with.',
      'Samtykke er innsnevret',
      'Samtykke er snevra inn',
    ],
    revealsPlan: true,
    fields: ['consentId', 'validUntil'],
    details: ['sections', 'narrowedBy', 'reason'],
  },
  PlanDeclined: { withheld: ownChoice },
  PlanAccepted: { withheld: ownChoice },
  CoordinatorDeclined: { withheld: ownChoice },
  CoordinatorAccepted: { withheld: ownChoice },
  CoordinatorWishRecorded: { withheld: ownChoice },
  CoordinatorProposed: { withheld: preparation },
  LeaderConcurred: { withheld: preparation },
  LeaderObjected: { withheld: preparation },
  CandidateAccepted: { withheld: preparation },
  CandidateDeclined: { withheld: preparation },
  ProposalWithdrawn: { withheld: preparation },
  PlacementDisputeRaised: { withheld: preparation },
  PlacementDisputeSettled: { withheld: preparation },
  CoordinatorAppointed: {
    name: 'coordinator-appointed',
    says: ['A coordinator was appointed.', 'Koordinator er oppnevnt', 'Koordinator er oppnemnd'],
    fields: ['appointmentId', 'unit', 'temporary', 'takesOverFrom', 'caseId'],
    details: ['kind', 'wishFollowed', 'reason'],
  },
  CoordinatorReleased: {
    name: 'coordinator-released',
    says: ['A coordinator was released.', 'Koordinator er fritatt', 'Koordinator er friteken'],
    fields: ['appointmentId', 'endsByThen'],
    details: ['reasonCode', 'reason', 'personAgrees'],
  },
  HandoverWritten: { withheld: preparation },
  HandoverAcknowledged: { withheld: preparation },
  AllocationNotified: { withheld: preparation },
  CoordinationEnded: {
    name: 'ended',
    says: ['Coordination has ended.', 'Koordinering er avsluttet', 'Koordinering er avslutta'],
    fields: [],
    details: ['reasonCode'],
  },
  CoordinatorGapDetected: {
    name: 'coordinator-gap-detected',
    says: ['A person who is to have a coordinator has none.', 'Koordinator mangler', 'Koordinator manglar'],
    fields: ['appointmentId'],
  },
  ConsentRenewalDue: { withheld: toTheUnit },
  BasisLost: { withheld: toTheUnit },
  BasisRegained: { withheld: toTheUnit },
  PlanStarted: {
    name: 'plan-started',
    says: ['An individual plan was started.', 'Individuell plan er startet', 'Individuell plan er starta'],
    revealsPlan: true,
    fields: ['planId', 'caseId'],
  },
  PlanClosed: {
    name: 'plan-closed',
    says: ['An individual plan was closed.', 'Individuell plan er avsluttet', 'Individuell plan er avslutta'],
    revealsPlan: true,
    fields: ['planId', 'endsByThen'],
    details: ['reasonCode', 'reason', 'personAgrees'],
  },
  MemberJoinedGroup: {
    name: 'group-member-joined',
    says: [
      'Somebody joined the group around the person.',
      'Medlem er kommet med i gruppa',
      'Medlem er kome med i gruppa',
    ],
    revealsPlan: true,
    fields: ['memberId', 'unit'],
    details: ['memberRole'],
  },
  MemberLeftGroup: {
    name: 'group-member-left',
    says: [
      'Somebody left the group around the person.',
      'Medlem har gått ut av gruppa',
      'Medlem har gått ut av gruppa',
    ],
    revealsPlan: true,
    fields: ['memberId', 'endsByThen'],
    details: ['reasonCode', 'reason'],
  },
  PlanReportedByUnit: { withheld: notConfirmed },
  CoordinatorReportedByUnit: { withheld: notConfirmed },
  UnitReportCompleted: { withheld: notConfirmed },
  UnitReportConfirmed: { withheld: notConfirmed },
  UnitReportWithdrawn: { withheld: notConfirmed },
  PlanClosureReportedToKe: { withheld: notConfirmed },
  MemberDepartureReportedToKe: { withheld: notConfirmed },
  CoordinationReviewed: {
    name: 'reviewed',
    says: ['Coordination was reviewed.', 'Koordinering er evaluert', 'Koordinering er evaluert'],
    fields: ['reviewId'],
    details: ['parts', 'outcome', 'remark'],
  },
};
