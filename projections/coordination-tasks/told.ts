import {
  type Choice,
  coordinationEvents,
  withConsent,
  withNarrowing,
  withoutConsents,
  withWithdrawal,
  endReportsAfter,
  reportsAfter,
} from '#coordination';
import type { EventOf } from '#event-sourcing/event';
import { latest } from './days.js';
import type { LostBasis, ToEnd, Told } from './row.js';

export const nothingTold = {
  consents: [],
  withdrawals: [],
  taken: [],
  renewals: [],
  choices: [],
  proposals: [],
  disputes: [],
  appointments: [],
  handovers: [],
  plans: [],
  members: [],
  reviewed: {},
  to_end: {},
  reports: [],
  end_reports: [],
  bases: [],
  ended_on: null,
} as const satisfies Omit<Told, 'subject_id'>;

export function toldBy(row: Told, event: EventOf<typeof coordinationEvents>): Told {
  const told = toldOf(row, event);
  const { ended_on: endedOn, ...beside } = told;
  return {
    ...told,
    reports: reportsAfter(row.reports, { ...beside, endedOn }, event),
    end_reports: endReportsAfter(row.end_reports, beside, event),
  };
}

function toldOf(row: Told, event: EventOf<typeof coordinationEvents>): Told {
  switch (event.type) {
    case 'ConsentGiven': {
      const { consentId, scopes, givenBy, givenById = null, givenOn, validUntil = null } = event.data;
      const by = { givenBy, givenById, onBehalf: event.data.onBehalfReason !== undefined };
      const given = { consentId, scopes, ...by, givenOn, validUntil, withdrawn: [], eventId: event.id };
      return { ...row, ...withConsent(row, given, row.ended_on) };
    }
    case 'ConsentWithdrawn': {
      const taken = { withdrawnOn: event.data.withdrawnOn, eventId: event.id };
      return { ...row, ...withWithdrawal(row, event.data), taken: [...row.taken, taken] };
    }
    case 'ConsentNarrowed': {
      const { consents } = withNarrowing(row, event.data);
      const isShorter = (consentId: string) =>
        consentId === event.data.consentId && event.data.validUntil !== undefined;
      // What its end leaves uncovered is told of by what set that end.
      return {
        ...row,
        consents: consents.map((one) => (isShorter(one.consentId) ? { ...one, eventId: event.id } : one)),
      };
    }
    case 'PlanDeclined':
      return chosen(row, { of: 'PLAN', isYes: false, on: event.data.declinedOn });
    case 'PlanAccepted':
      return chosen(row, { of: 'PLAN', isYes: true, on: event.data.acceptedOn });
    case 'CoordinatorDeclined':
      // What was proposed is over.
      return {
        ...chosen(row, { of: 'COORDINATOR', isYes: false, on: event.data.declinedOn }),
        proposals: [],
      };
    case 'CoordinatorAccepted':
      return chosen(row, { of: 'COORDINATOR', isYes: true, on: event.data.acceptedOn });
    case 'CoordinatorProposed': {
      const { proposalId, candidateId, unit, kind, awaits, proposedOn: since } = event.data;
      const proposed = { proposalId, candidateId, unit, kind, awaits, since, eventId: event.id };
      return { ...row, proposals: [...row.proposals, proposed] };
    }
    case 'LeaderConcurred':
      return answered(row, event.data.proposalId, 'LEADER');
    case 'CandidateAccepted':
      return answered(row, event.data.proposalId, 'CANDIDATE');
    case 'LeaderObjected':
    case 'CandidateDeclined':
    case 'ProposalWithdrawn':
      return { ...row, proposals: row.proposals.filter((one) => one.proposalId !== event.data.proposalId) };
    case 'PlacementDisputeRaised': {
      const { disputeId, proposalId = null, settledBy, raisedOn: since } = event.data;
      const raised = { disputeId, proposalId, settledBy, since, eventId: event.id };
      return { ...row, disputes: [...row.disputes, raised] };
    }
    case 'PlacementDisputeSettled':
      return { ...row, disputes: row.disputes.filter((one) => one.disputeId !== event.data.disputeId) };
    case 'CoordinatorAppointed': {
      const { appointmentId, coordinatorId, unit = null, kind, temporary } = event.data;
      const { caseId = null, proposalId, takesOverFrom = null, validFrom, toTell = [] } = event.data;
      const proposals = row.proposals.filter(
        (one) => one.proposalId !== proposalId && (one.kind !== kind || temporary),
      );
      const who = { appointmentId, coordinatorId, unit, kind, temporary, caseId, takesOverFrom, validFrom };
      const stands = { releasedOn: null, reasonCode: null, eventId: null, toTell };
      const appointed = { ...who, ...stands, appointedBy: event.id };
      return { ...row, proposals, appointments: [...row.appointments, appointed] };
    }
    case 'CoordinatorReleased': {
      const { appointmentId, releasedOn, reasonCode } = event.data;
      const left = { releasedOn, reasonCode, eventId: event.id };
      return {
        ...row,
        appointments: row.appointments.map((one) =>
          one.appointmentId === appointmentId ? { ...one, ...left } : one,
        ),
      };
    }
    case 'HandoverWritten': {
      const { handoverId, appointmentId, writtenOn } = event.data;
      const written = { handoverId, appointmentId, writtenOn, readBy: null, eventId: event.id };
      return { ...row, handovers: [...row.handovers, written] };
    }
    case 'HandoverAcknowledged': {
      const { handoverId, appointmentId: readBy } = event.data;
      const handovers = row.handovers.map((one) =>
        one.handoverId === handoverId ? { ...one, readBy } : one,
      );
      return { ...row, handovers };
    }
    case 'AllocationNotified': {
      const { appointmentId, recipients, leftOut = [] } = event.data;
      const heard: readonly string[] = [...recipients, ...leftOut];
      return {
        ...row,
        appointments: row.appointments.map((one) =>
          one.appointmentId === appointmentId
            ? { ...one, toTell: one.toTell.filter((who) => !heard.includes(who)) }
            : one,
        ),
      };
    }
    case 'PlanStarted': {
      const { planId, startedOn, reportId = null } = event.data;
      return { ...row, plans: [...row.plans, { planId, reportId, startedOn, ...notClosed }] };
    }
    case 'PlanClosed': {
      const { planId, closedOn, reasonCode, coordinatorGoesOn = null, groupGoesOn = null } = event.data;
      const closed = { closedOn, reasonCode, coordinatorGoesOn, groupGoesOn, closedBy: event.id };
      return { ...row, plans: row.plans.map((one) => (one.planId === planId ? { ...one, ...closed } : one)) };
    }
    case 'MemberJoinedGroup': {
      const { memberId, joinedOn } = event.data;
      return { ...row, members: [...row.members, { memberId, joinedOn }] };
    }
    case 'MemberLeftGroup':
      return { ...row, members: row.members.filter(({ memberId }) => memberId !== event.data.memberId) };
    case 'CoordinationReviewed': {
      const { parts, outcome, reviewedOn } = event.data;
      const last = parts.map((part) => [part, latest([reviewedOn, row.reviewed[part] ?? ''])]);
      const newest = parts.filter((part) => reviewedOn >= (row.reviewed[part] ?? ''));
      const ends = newest.map((part) => [
        part,
        outcome === 'TO_END' ? { on: reviewedOn, eventId: event.id } : undefined,
      ]);
      return {
        ...row,
        reviewed: { ...row.reviewed, ...Object.fromEntries(last) },
        to_end: { ...row.to_end, ...(Object.fromEntries(ends) as ToEnd) },
      };
    }
    case 'ConsentRenewalDue': {
      const { consentIds, dueOn } = event.data;
      return { ...row, renewals: [...row.renewals, { consentIds, dueOn, eventId: event.id }] };
    }
    case 'BasisLost': {
      const { caseId, restsOn, detectedOn: since } = event.data;
      const lost = { caseId, restsOn, since, eventId: event.id };
      return { ...row, bases: [...otherThan(caseId, row.bases), lost] };
    }
    case 'BasisRegained':
      return { ...row, bases: otherThan(event.data.caseId, row.bases) };
    case 'CoordinatorWishRecorded':
      return row;
    case 'CoordinationEnded': {
      const { endedOn } = event.data;
      return { ...row, ended_on: endedOn, consents: withoutConsents(row.consents, endedOn) };
    }
    case 'PlanReportedByUnit':
    case 'CoordinatorReportedByUnit':
    case 'UnitReportCompleted':
    case 'UnitReportConfirmed':
    case 'UnitReportWithdrawn':
    case 'PlanClosureReportedToKe':
    case 'MemberDepartureReportedToKe':
      return row;
    case 'CoordinatorGapDetected':
      // An alarm of its day: whether somebody is missing still is asked of a day.
      return row;
  }
}

const notClosed = {
  closedOn: null,
  reasonCode: null,
  coordinatorGoesOn: null,
  groupGoesOn: null,
  closedBy: null,
};

const chosen = (row: Told, choice: Choice): Told => ({ ...row, choices: [...row.choices, choice] });

/** One answer less to wait for. */
const answered = (row: Told, proposalId: string, who: string): Told => ({
  ...row,
  proposals: row.proposals.map((one) =>
    one.proposalId === proposalId ? { ...one, awaits: one.awaits.filter((other) => other !== who) } : one,
  ),
});

const otherThan = (caseId: string, bases: readonly LostBasis[]) =>
  bases.filter((lost) => lost.caseId !== caseId);
