import type { CoordinationEvent } from '#coordination';
import type { Recorded } from '#event-sourcing';
import { present, type Telling } from './mapping.js';

/** What the whole stream tells that single events do not. */
interface Whole {
  /** The plan that a report became, or was of: they are one (S9). */
  readonly planOf: (reportId: string) => string;
  /** The plans that ran on a day, reported ones among them. */
  readonly runningOn: (day: string) => readonly string[];
  readonly validFrom: (appointmentId: string) => string | undefined;
}

type Of<T extends CoordinationEvent['type']> = Extract<CoordinationEvent, { readonly type: T }>;

export function wholeOf(events: readonly Recorded[]): Whole {
  const all = <T extends CoordinationEvent['type']>(type: T) =>
    events.filter((event) => event.type === type) as unknown as readonly Of<T>[];
  const plans = new Map(
    all('UnitReportConfirmed').flatMap(({ data: { reportId, planId } }) =>
      planId === undefined ? [] : [[reportId, planId] as const],
    ),
  );
  const planOf = (reportId: string) => plans.get(reportId) ?? reportId;
  const begun = [
    ...all('PlanStarted').map(({ data }) => ({ plan: data.planId, on: data.startedOn })),
    ...all('PlanReportedByUnit').map(({ data }) => ({
      plan: planOf(data.reportId),
      on: data.begunOn ?? data.reportedOn,
    })),
  ];
  const ended = [
    ...all('PlanClosed').map(({ data }) => ({ plan: data.planId, on: data.closedOn })),
    ...all('PlanClosureReportedToKe').map(({ data }) => ({
      plan: data.planId ?? planOf(data.reportId ?? ''),
      on: data.closedOn,
    })),
  ];
  const firstDays = new Map(
    all('CoordinatorAppointed').map(({ data }) => [data.appointmentId, data.validFrom] as const),
  );
  return {
    planOf,
    runningOn: (day) => [
      ...new Set(
        begun
          .filter(({ plan, on }) => on <= day && !ended.some((end) => end.plan === plan && end.on <= day))
          .map(({ plan }) => plan),
      ),
    ],
    validFrom: (appointmentId) => firstDays.get(appointmentId),
  };
}

/** What an appointment or a plan rests on, where that is nothing that the unit itself decided. */
const sourceOf = (restsOn: string | undefined) =>
  restsOn === undefined || restsOn === 'CASE' ? {} : { source: restsOn };

/** Facts of what is coordinated for a person. What a unit reported and the coordinating unit confirmed is one plan, begun as the report says. */
export const ofCoordination: Telling<CoordinationEvent, Whole> = {
  PlanStarted: ({ subjectId: person, planId: plan, startedOn: on, restsOn, withSubject }) => [
    { kind: 'PlanStarted', on, person, plan, withSubject, ...sourceOf(restsOn) },
  ],
  PlanClosed: ({ subjectId: person, planId: plan, closedOn: on, reasonCode: reason }) => [
    { kind: 'PlanClosed', on, person, plan, reason },
  ],
  PlanReportedByUnit: (
    { subjectId: person, reportId, unit, coordinatorId, leaderId, begunOn, reportedOn: on },
    { planOf },
  ) => [
    {
      kind: 'PlanReportedByUnit',
      on,
      plan: planOf(reportId),
      ...present({ person, unit, coordinator: coordinatorId, leaderRole: leaderId, planSince: begunOn }),
    },
  ],
  UnitReportCompleted: (
    { subjectId: person, reportId, coordinatorId, leaderId, completedOn: on },
    { planOf },
  ) => [
    {
      kind: 'PlanReportedByUnit',
      on,
      plan: planOf(reportId),
      ...present({ person, coordinator: coordinatorId, leaderRole: leaderId }),
    },
  ],
  UnitReportConfirmed: ({ subjectId: person, reportId, appointmentId, confirmedOn: on }, whole) => {
    const plan = whole.planOf(reportId);
    const from = whole.validFrom(appointmentId);
    return [
      { kind: 'ReportedPlanConfirmed', on, person, plan },
      // From then on it is the register's appointment.
      ...(from === undefined
        ? []
        : [
            {
              kind: 'CoordinatorReleased' as const,
              on: from,
              person,
              appointment: `R:${plan}`,
              reason: 'HANDOVER',
            },
          ]),
    ];
  },
  UnitReportWithdrawn: ({ subjectId: person, reportId, withdrawnOn: on }, { planOf }) => [
    { kind: 'PlanClosureReportedToKe', on, person, plan: planOf(reportId), reason: 'OTHER' },
  ],
  PlanClosureReportedToKe: (
    { subjectId: person, planId, reportId = '', closedOn: on, reasonCode: reason },
    whole,
  ) => [{ kind: 'PlanClosureReportedToKe', on, person, plan: planId ?? whole.planOf(reportId), reason }],
  CoordinationReviewed: ({ subjectId: person, parts, reviewedOn: on }, { runningOn }) =>
    parts.includes('PLAN')
      ? runningOn(on).map((plan) => ({
          kind: 'PlanReviewed' as const,
          on,
          person,
          plan,
          isOfCoordination: true as const,
        }))
      : [],
  PlanDeclined: ({ subjectId: person, declinedOn: on }) => [{ kind: 'PlanDeclined', on, person }],
  CoordinatorDeclined: ({ subjectId: person, declinedOn: on }) => [
    { kind: 'CoordinatorDeclined', on, person },
  ],
  CoordinatorAppointed: ({
    subjectId: person,
    appointmentId: appointment,
    caseId,
    validFrom: on,
    ...said
  }) => [
    {
      kind: 'CoordinatorAppointed',
      on,
      appointment,
      coordKind: said.kind,
      coordinator: said.coordinatorId,
      temporary: said.temporary,
      wishFollowed: said.wishFollowed,
      ...present({ person, case: caseId, unit: said.unit }),
      ...sourceOf(said.restsOn),
    },
  ],
  CoordinatorReleased: ({
    subjectId: person,
    appointmentId: appointment,
    releasedOn: on,
    reasonCode: reason,
  }) => [{ kind: 'CoordinatorReleased', on, person, appointment, reason }],
  PlacementDisputeRaised: ({ disputeId: dispute, raisedOn: on }) => [
    { kind: 'DisputeRaised', on, dispute, topic: 'UNIT_PLACEMENT' },
  ],
  PlacementDisputeSettled: ({ disputeId: dispute, settledOn: on }) => [
    { kind: 'DisputeDecided', on, dispute },
  ],
};
