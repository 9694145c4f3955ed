import { endsIn } from '../../coordination/ends.js';
import { type Around, currentIn, proposalsIn, reportedIn } from './coordination-steps.js';
import { keyOf, type Step } from './step.js';

type Coordination = NonNullable<Around['coordination']>;

/** Where what was told to have ended is recorded. */
function endStepIn(coordination: Coordination | undefined): string | undefined {
  const end = coordination?.endReports.find(({ isRecorded }) => !isRecorded);
  return end && recordsEnd(end.what, end.of);
}

/** Where an end is recorded that was to come by the last answer, and of which nobody told. */
function missingEndStepIn(coordination: Coordination | undefined): string | undefined {
  const [end] = coordination === undefined ? [] : endsIn(coordination);
  if (end === undefined) return undefined;
  const { reportId, ...named } = end.named;
  if (reportId !== undefined) return keyOf({ operation: end.operation, of: reportId });
  return recordsEnd(end.part, Object.values(named)[0] ?? '');
}

function recordsEnd(what: string, of: string): string {
  if (what === 'MEMBER' || what === 'GROUP') return keyOf({ operation: 'Coordination_leave', of });
  if (what === 'COORDINATOR') return keyOf({ operation: 'Coordination_release', of });
  return 'Plans_close';
}

/** The step that each kind of task in the inbox asks for here. */
export function stepsByTask({ coordination }: Around): Readonly<Record<string, string | undefined>> {
  const current = currentIn(coordination);
  const [proposal] = proposalsIn(coordination);
  const untold = current.find(({ toldOn }) => toldOn === null) ?? current[0];
  const leaving = (coordination?.appointments ?? []).findLast(({ releasedOn }) => releasedOn !== null);
  const unread = coordination?.handovers.find(({ acknowledgedOn }) => acknowledgedOn === null);
  const dispute = coordination?.disputes.find(({ settledOn }) => settledOn === null);
  const [report] = reportedIn(coordination);
  const at = (operation: Step['operation'], of: string | undefined) =>
    of === undefined ? undefined : keyOf({ operation, of });
  return {
    COORDINATOR_TO_APPOINT: 'Coordination_appoint',
    COORDINATOR_GAP: 'Coordination_appoint',
    COORDINATOR_LEFT: 'Coordination_appoint',
    CANDIDATE_TO_ANSWER: at('Proposals_accept', proposal?.proposalId),
    PROPOSAL_TO_CONCUR: at('LeaderAnswers_concur', proposal?.proposalId),
    PLACEMENT_DISPUTE_TO_SETTLE: at('PlacementDisputes_settle', dispute?.disputeId),
    ALLOCATION_TO_TELL: at('Coordination_tell', untold?.appointmentId),
    HANDOVER_TO_WRITE: at('Handovers_write', leaving?.appointmentId ?? current[0]?.appointmentId),
    HANDOVER_TO_ACKNOWLEDGE: at('Handovers_acknowledge', unread?.handoverId),
    STANDING_TO_REVIEW: 'Reviews_review',
    CONSENT_TO_RENEW: 'Coordination_giveConsent',
    CONSENT_ENDED: 'Coordination_giveConsent',
    PLAN_TO_START: 'Coordination_startPlan',
    PLAN_ENDED: 'Reviews_review',
    REPORT_TO_COMPLETE: at('UnitReports_complete', report?.reportId),
    REPORT_TO_CONFIRM: at('UnitReports_confirm', report?.reportId),
    END_TO_CONFIRM: endStepIn(coordination),
    FEEDBACK_MISSING: missingEndStepIn(coordination),
  };
}
