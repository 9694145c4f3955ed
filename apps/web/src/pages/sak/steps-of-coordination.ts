import { appointmentProposedIn, openProposalsIn } from '../../coordination/proposals.js';
import type { Role } from '../../session/session.js';
import { coordinatorItems } from './coordinator-items.js';
import type { Case, Coordination } from './scene.js';
import type { CaseStep, Circumstances } from './steps-of-case.js';

const ofLeadersToo: readonly Role[] = ['CASEWORKER', 'LEADER'];
const ofUnitsToo: readonly Role[] = ['CASEWORKER', 'LEADER', 'UNIT_LEADER'];
const ofCoordinatorsToo: readonly Role[] = ['CASEWORKER', 'LEADER', 'COORDINATOR', 'UNIT_LEADER'];

const section = 'coordinator';

/** What can be done about the coordinator, the consents and the plan of the person whose case it is. */
export function stepsOfCoordination(
  of: Case,
  coordination: Coordination,
  { toldTo, today }: Circumstances,
): readonly CaseStep[] {
  return [
    ...(isGranted(of) ? [...appointing(of, coordination, today), ...planning(of, coordination)] : []),
    { section, operation: 'Proposals_wish' },
    { section, operation: 'Proposals_propose' },
    { section, operation: 'Coordination_giveConsent' },
    ...openProposalsIn(coordination).flatMap(proposalSteps),
    ...coordination.appointments
      .filter((one) => isRunning(one, today))
      .flatMap((one) => appointmentSteps(one, toldTo.length > 0)),
    ...coordination.handovers
      .filter(({ acknowledgedOn }) => acknowledgedOn === null)
      .map(({ handoverId }): CaseStep => beside('Handovers_acknowledge', { handoverId }, ofCoordinatorsToo)),
    ...coordination.disputes
      .filter(({ settledOn }) => settledOn === null)
      .map(({ disputeId }): CaseStep => beside('PlacementDisputes_settle', { disputeId }, ofLeadersToo)),
    ...(coordination.appointments.length > 0 || coordination.plans.length > 0
      ? [{ section, operation: 'Reviews_review', roles: ofCoordinatorsToo } as const]
      : []),
  ];
}

const isGranted = ({ outcomes }: Case) => outcomes.some(({ outcome }) => outcome !== 'REFUSED');

/** With the proposal that was agreed to, where there is one. */
function appointing(
  { caseId, outcomes }: Case,
  coordination: Coordination,
  today: string,
): readonly CaseStep[] {
  const due = coordinatorItems(outcomes);
  if (due.length === 0) return [];
  const step: CaseStep = {
    section,
    operation: 'Coordination_appoint',
    roles: ofLeadersToo,
    preset: { caseId, ...appointmentProposedIn(coordination) },
    hide: ['caseId', 'proposalId', 'succeeds'],
  };
  const running = coordination.appointments.filter((one) => isRunning(one, today) && !one.temporary);
  const takingOver = running.map(({ appointmentId, kind }): CaseStep => ({
    ...step,
    about: appointmentId,
    name: 'takesOver',
    preset: { ...step.preset, succeeds: appointmentId, kind },
  }));
  // Of two kinds that were granted, the one runs beside the other.
  const isOneMore = running.length < due.length;
  return isOneMore ? [...takingOver, step] : takingOver;
}

const isRunning = ({ releasedOn }: Coordination['appointments'][number], today: string) =>
  releasedOn === null || releasedOn > today;

function planning({ caseId, outcomes }: Case, { activePlanId }: Coordination): readonly CaseStep[] {
  const isGrantedPlan = outcomes.some(
    ({ item, outcome }) => item === 'INDIVIDUAL_PLAN' && outcome !== 'REFUSED',
  );
  if (!isGrantedPlan || activePlanId !== null) return [];
  return [{ section, operation: 'Coordination_startPlan', preset: { caseId }, hide: ['caseId'] }];
}

function proposalSteps(proposal: Coordination['proposals'][number]): readonly CaseStep[] {
  const { proposalId, acceptedOn, concurredOn } = proposal;
  const params = { proposalId };
  return [
    ...(concurredOn === null
      ? [
          beside('LeaderAnswers_concur', params, ofUnitsToo),
          beside('LeaderAnswers_object', params, ofUnitsToo),
        ]
      : []),
    ...(acceptedOn === null ? [beside('Proposals_accept', params), beside('Proposals_decline', params)] : []),
    beside('Proposals_withdraw', params),
  ];
}

function appointmentSteps(
  { appointmentId, toldOn }: Coordination['appointments'][number],
  isTold: boolean,
): readonly CaseStep[] {
  const params = { appointmentId };
  return [
    ...(isTold && toldOn === null ? [beside('Coordination_tell', params)] : []),
    beside('Handovers_write', params, ofCoordinatorsToo),
    beside('Coordination_release', params, ofLeadersToo),
  ];
}

/** A step beside the one record that its address names. */
const beside = (
  operation: CaseStep['operation'],
  params: Readonly<Record<string, string>>,
  roles?: readonly Role[],
): CaseStep => ({
  section,
  operation,
  params,
  about: Object.values(params).join('.'),
  ...(roles && { roles }),
});
