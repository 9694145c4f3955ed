import { type End, hiddenInEnds, isToldOf } from '../../coordination/ends.js';
import { appointmentProposedIn, openProposalsIn } from '../../coordination/proposals.js';
import { today } from '../../dates/dates.js';
import { textOf } from '../../ui/opened.js';
import type { Step } from './step.js';
import type { Coordination, Person } from './use-person.js';

type Appointment = Coordination['appointments'][number];
type Proposal = Coordination['proposals'][number];

export const currentIn = (coordination: Coordination | undefined, now = today()): readonly Appointment[] =>
  (coordination?.appointments ?? []).filter(({ releasedOn }) => releasedOn === null || releasedOn > now);

/** Those that still may lead to an appointment. */
export const proposalsIn = (coordination: Coordination | undefined): readonly Proposal[] =>
  coordination === undefined ? [] : openProposalsIn(coordination);

/** What the steps around coordinator, plan and group take from what stands on the page. */
export interface Around {
  readonly subjectId: string;
  readonly coordination: Coordination | undefined;
  readonly cases: Person['cases'] | undefined;
}

const casesOf = (cases: Around['cases']) =>
  (cases ?? []).map(({ caseId, caseNumber }) => ({ value: caseId, label: caseNumber ?? caseId }));

/** Preset, where there is one case to choose from; else chosen among those of the person. */
function caseFields(cases: Around['cases']) {
  const choices = casesOf(cases);
  const [only, second] = choices;
  return {
    ...(choices.length > 0 && { choices: { caseId: choices } }),
    preset: only !== undefined && second === undefined ? { caseId: only.value } : {},
  };
}

const proposalChoices = (coordination: Coordination | undefined) =>
  proposalsIn(coordination).map((one) => ({
    value: one.proposalId,
    label: textOf(one.candidate.name),
  }));

export function coordinatorSteps({ subjectId, coordination, cases }: Around): readonly Step[] {
  const params = { subjectId };
  const { choices, preset } = caseFields(cases);
  const former = (coordination?.appointments ?? []).map((one) => ({
    value: one.appointmentId,
    label: textOf(one.coordinator.name),
  }));
  return [
    { operation: 'Proposals_wish', params },
    { operation: 'Proposals_propose', params },
    {
      operation: 'Coordination_appoint',
      params,
      by: ['CASEWORKER', 'LEADER'],
      preset: {
        ...preset,
        ...(coordination && appointmentProposedIn(coordination)),
      },
      choices: { ...choices, proposalId: proposalChoices(coordination), succeeds: former },
    },
  ];
}

export function seldomCoordinatorSteps({ subjectId, coordination }: Around): readonly Step[] {
  const params = { subjectId };
  const proposals = proposalChoices(coordination);
  return [
    { operation: 'Choices_declineCoordinator', params },
    ...(coordination?.coordinatorDeclinedOn
      ? [{ operation: 'Choices_acceptCoordinator', params } as const]
      : []),
    {
      operation: 'PlacementDisputes_raise',
      params,
      choices: { proposalId: proposals },
      by: ['CASEWORKER', 'LEADER'],
    },
    {
      operation: 'Reviews_review',
      params,
      by: ['CASEWORKER', 'LEADER', 'COORDINATOR', 'UNIT_LEADER'],
    },
  ];
}

/** What whoever does not record ends themselves tells of one (S10), until it is told. */
function tellEnd(
  { subjectId, coordination }: Around,
  operation: End['operation'],
  named: End['named'],
  more: Pick<Step, 'label' | 'lead'> = {},
): readonly Step[] {
  const [of] = Object.values(named);
  if (of === undefined || isToldOf(coordination, of)) return [];
  const by = ['COORDINATOR', 'UNIT_LEADER'] as const;
  return [{ operation, of, params: { subjectId }, preset: named, hide: hiddenInEnds, by, ...more }];
}

export function appointmentSteps(around: Around, one: Appointment): readonly Step[] {
  const { subjectId } = around;
  const { appointmentId, coordinator } = one;
  const params = { subjectId, appointmentId };
  const title = textOf(coordinator.name);
  return [
    { operation: 'Coordination_tell', of: appointmentId, params, lead: title },
    {
      operation: 'Handovers_write',
      of: appointmentId,
      params,
      lead: title,
      by: ['CASEWORKER', 'LEADER', 'COORDINATOR', 'UNIT_LEADER'],
    },
    {
      operation: 'Coordination_release',
      of: appointmentId,
      params,
      lead: title,
      by: ['CASEWORKER', 'LEADER'],
    },
    ...tellEnd(around, 'EndReports_departure', { appointmentId }, { lead: title }),
  ];
}

export function proposalSteps(subjectId: string, one: Proposal): readonly Step[] {
  const { proposalId, candidate } = one;
  const shared = { of: proposalId, params: { subjectId, proposalId }, lead: textOf(candidate.name) };
  const byLeaders = { ...shared, by: ['CASEWORKER', 'LEADER', 'UNIT_LEADER'] as const };
  return [
    ...(one.acceptedOn === null
      ? [
          { operation: 'Proposals_accept', ...shared } as const,
          { operation: 'Proposals_decline', ...shared } as const,
        ]
      : []),
    ...(one.concurredOn === null
      ? [
          { operation: 'LeaderAnswers_concur', ...byLeaders } as const,
          { operation: 'LeaderAnswers_object', ...byLeaders } as const,
        ]
      : []),
    { operation: 'Proposals_withdraw', ...shared },
  ];
}

export function planSteps(around: Around): readonly Step[] {
  const { subjectId, coordination, cases } = around;
  const params = { subjectId };
  const planId = coordination?.activePlanId ?? null;
  return [
    planId === null
      ? { operation: 'Coordination_startPlan', params, ...caseFields(cases) }
      : { operation: 'Plans_close', params: { ...params, planId } },
    coordination?.planDeclinedOn
      ? { operation: 'Choices_acceptPlan', params }
      : { operation: 'Choices_declinePlan', params },
    ...(planId === null ? [] : tellEnd(around, 'EndReports_closure', { planId })),
  ];
}

export function groupSteps(
  around: Around,
  say: (key: 'leaves' | 'tellLeft', values: { readonly name: string }) => string,
): readonly Step[] {
  const { subjectId, coordination, cases } = around;
  const members = (coordination?.members ?? []).filter(({ leftOn }) => leftOn === null);
  return [
    { operation: 'Coordination_join', params: { subjectId }, ...caseFields(cases) },
    ...members.flatMap(({ memberId, party }): readonly Step[] => {
      const name = textOf(party.name);
      const leave = {
        operation: 'Coordination_leave',
        of: memberId,
        params: { subjectId, memberId },
      } as const;
      const told = { label: say('tellLeft', { name }), lead: name };
      return [
        { ...leave, label: say('leaves', { name }), lead: name },
        ...tellEnd(around, 'EndReports_departure', { memberId }, told),
      ];
    }),
  ];
}

/** What can be done about reports of units that nobody has confirmed. */
export function reportSteps({ subjectId, coordination }: Around): readonly Step[] {
  return reportedIn(coordination).flatMap(({ reportId, coordinator, hasPlan }): readonly Step[] => {
    const shared = { of: reportId, params: { subjectId, reportId }, lead: textOf(coordinator?.name) };
    return [
      {
        operation: 'UnitReports_confirm',
        ...shared,
        by: ['CASEWORKER', 'LEADER'],
        choices: {
          planId: plansIn(coordination),
          appointmentId: currentIn(coordination).map((one) => ({
            value: one.appointmentId,
            label: textOf(one.coordinator.name),
          })),
        },
      },
      { operation: 'UnitReports_complete', ...shared, by: ['CASEWORKER', 'LEADER'] },
      ...(hasPlan
        ? [
            {
              operation: 'EndReports_closure',
              of: reportId,
              params: { subjectId },
              preset: { reportId },
              hide: hiddenInEnds.filter((field) => field !== 'reportedById' && field !== 'unit'),
              by: ['CASEWORKER', 'LEADER'],
            } as const,
          ]
        : []),
      { operation: 'UnitReports_withdraw', ...shared, by: ['CASEWORKER', 'LEADER'] },
    ];
  });
}

export const reportedIn = (coordination: Coordination | undefined) =>
  (coordination?.reports ?? []).filter(({ state }) => state === 'REPORTED');

const plansIn = (coordination: Coordination | undefined) =>
  (coordination?.plans ?? [])
    .filter(({ closedOn }) => closedOn === null)
    .map(({ planId, startedOn }) => ({ value: planId, label: startedOn }));
