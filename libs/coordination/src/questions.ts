import {
  annotated,
  type Answered,
  type CommandRunner,
  type Recorded,
  standingOf,
  streamName,
} from '#event-sourcing';
import { subjectOf } from '#subject';
import type { ActsOn } from '#vocabulary';
import type { ConsentScope } from './domain/codes.js';
import { isLive } from './domain/consent.js';
import { coordinates, type Coordination, isRunning } from './domain/coordination.js';
import { type CoordinationEvent, coordinationEvents, stepOf } from './domain/events.js';
import { coordinationDecider } from './domain/decide.js';
import { isStanding } from './domain/report.js';
import { relianceOf } from './domain/rules.js';

/** On whose authority, and in what, a step of this type is taken; undefined where it acts on none. */
export const authorityOfCoordinationStep = (type: string): ActsOn | undefined =>
  Object.hasOwn(coordinationEvents.declared, type) ? stepOf(type).actsOn : undefined;

/** Where a person's consents, coordinators, plans and group are kept. */
export const coordinationStream = (tenant: string, subjectId: string) =>
  streamName('coordination', tenant, subjectId);

/** The cases on whose decisions anything was ever recorded, or corrected, to rest. */
export const caseIdsIn = (history: readonly Pick<Recorded, 'data'>[]): string[] => [
  ...new Set(
    history
      .flatMap(({ data: { caseId, changed } }) => [
        caseId,
        (changed as Recorded['data'] | undefined)?.['caseId'],
      ])
      .filter((caseId) => typeof caseId === 'string'),
  ),
];

/** Whose plan it is: a plan's id is the person's with a number. Undefined for what is no plan's id. */
export const subjectIdOfPlan = (planId: string): string | undefined => /^(.+)\.[1-9]\d*$/.exec(planId)?.[1];

/** Who coordinates a person on a day, standing in or not, and to what a consent holds then; under whatever registration. */
export async function coordinationOn(
  runner: Pick<CommandRunner, 'look'>,
  tenant: string,
  subjectId: string,
  day: string,
) {
  const { registrations } = await subjectOf(runner, tenant, subjectId);
  const looks = await Promise.all(
    registrations.map((id) => runner.look(coordinationDecider, coordinationStream(tenant, id))),
  );
  const consents = looks.flatMap(({ state }) => state.consents);
  const allows = (scope: ConsentScope) => consents.some((consent) => isLive(consent, scope, day));
  const coordinatorIds = looks.flatMap(({ state, effective }) => {
    const ids = state.appointments.filter((one) => coordinates(one, day)).map((one) => one.appointmentId);
    return effective.flatMap((event) =>
      event.type === 'CoordinatorAppointed' && ids.includes(event.data.appointmentId)
        ? [event.data.coordinatorId]
        : [],
    );
  });
  return {
    answer: {
      coordinatorIds: [...new Set(coordinatorIds)],
      mayCoordinate: allows('COORDINATOR'),
      mayShare: allows('SHARE'),
      /** The consents to share that hold then. */
      shares: consents.filter((consent) => isLive(consent, 'SHARE', day)),
    },
    basis: looks.flatMap(({ basis }) => basis),
  };
}

/** A plan's days, with the consents and the group of the person, under whatever registration; undefined where there is no such plan. */
export async function planInCoordination(
  runner: Pick<CommandRunner, 'look'>,
  tenant: string,
  planId: string,
) {
  const subjectId = subjectIdOfPlan(planId);
  if (subjectId === undefined) return { answer: undefined, basis: [] };
  const { registrations, basis: asked } = await subjectOf(runner, tenant, subjectId);
  const looks = await Promise.all(
    registrations.map((id) => runner.look(coordinationDecider, coordinationStream(tenant, id))),
  );
  const basis = [...asked, ...looks.flatMap((look) => look.basis)];
  const all = <T>(of: (state: Coordination) => readonly T[]) => looks.flatMap(({ state }) => of(state));
  const plan = all(({ plans }) => plans).find((one) => one.planId === planId);
  if (plan === undefined) return { answer: undefined, basis };
  const { startedOn, closedOn } = plan;
  return {
    answer: {
      planId,
      subjectId,
      startedOn,
      closedOn,
      consents: all(({ consents }) => consents),
      members: all(({ members }) => members),
    },
    basis,
  };
}

/** The first days of the plans of a person that are not closed, under whatever registration. */
export async function plansRunning(
  runner: Pick<CommandRunner, 'look'>,
  tenant: string,
  registrations: readonly string[],
): Promise<Answered<readonly string[]>> {
  const looks = await Promise.all(
    registrations.map((id) => runner.look(coordinationDecider, coordinationStream(tenant, id))),
  );
  const plans = looks.flatMap(({ state }) => state.plans);
  return {
    answer: plans.flatMap(({ startedOn, closedOn }) => (closedOn === undefined ? [startedOn] : [])),
    basis: looks.flatMap(({ basis }) => basis),
  };
}

/** Asks what stands in a person's stream, ended or not. */
export const standingForSubjects = (runner: Pick<CommandRunner, 'look'>) => ({
  async of(tenant: string, subjectId: string) {
    const { effective, basis } = await runner.look(
      coordinationDecider,
      coordinationStream(tenant, subjectId),
    );
    return { standing: effective.map(standingOf), basis };
  },
  /** Whether a plan or a coordinator runs, or anything stands. */
  async coordination(tenant: string, subjectId: string, today: string) {
    const { state, effective, basis } = await runner.look(
      coordinationDecider,
      coordinationStream(tenant, subjectId),
    );
    const coordinated = isRunning(state, today) ? 'RUNS' : effective.length > 0 ? 'STANDS' : 'NOT';
    return { coordinated, basis } as const;
  },
});

/** What has not ended by today: coordinators, also those to come, plans, members of a group. */
const runningIn = ({ appointments, plans, members }: Coordination, today: string): string[] => [
  ...appointments
    .filter(({ validFrom, releasedOn = '9999' }) => releasedOn > today && releasedOn > validFrom)
    .map((one) => one.appointmentId),
  ...plans.filter(({ closedOn }) => closedOn === undefined).map((one) => one.planId),
  ...members.filter(({ leftOn }) => leftOn === undefined).map((one) => one.memberId),
];

/** Reports of units that nobody has confirmed, taken back or ended. */
const standingReports = ({ reports }: Coordination): string[] =>
  reports.filter(isStanding).map((one) => one.reportId);

/** The id of what an event begins that ends by another. */
function begunBy({ type, data }: CoordinationEvent): string | undefined {
  if (type === 'CoordinatorAppointed') return data.appointmentId;
  if (type === 'PlanStarted') return data.planId;
  if (type === 'PlanReportedByUnit' || type === 'CoordinatorReportedByUnit') return data.reportId;
  return type === 'MemberJoinedGroup' ? data.memberId : undefined;
}

/**
 * What was ever recorded of a person's coordination and not taken back with an import, each as it was said first and as it reads now: what a list
 * says again is not recorded again, also where somebody has put it right or marked it since.
 */
export async function everSaid(
  runner: Pick<CommandRunner, 'look'>,
  tenant: string,
  subjectId: string,
): Promise<readonly Pick<Recorded, 'type' | 'data'>[]> {
  const { coordinatedAs } = await subjectOf(runner, tenant, subjectId);
  const { history, effective } = await runner.look(
    coordinationDecider,
    coordinationStream(tenant, coordinatedAs),
  );
  const first = annotated(history)
    .filter(({ annulledBy }) => annulledBy?.data['reasonCode'] !== 'IMPORT_TAKEN_BACK')
    .map(({ event }) => event);
  return [...first, ...(effective as readonly Recorded[])];
}

/** Asks what in a person's stream has begun and not ended by today: coordinators, plans, members of a group, reports of units. */
export const openForSubjects = (runner: Pick<CommandRunner, 'look'>, today: string) => ({
  async of(tenant: string, subjectId: string) {
    const { state, effective, basis } = await runner.look(
      coordinationDecider,
      coordinationStream(tenant, subjectId),
    );
    const open = new Set([...runningIn(state, today), ...standingReports(state)]);
    const standing = effective.filter((event) => {
      const begun = begunBy(event);
      return begun !== undefined && open.has(begun);
    });
    return { standing: standing.map(standingOf), basis };
  },
});

/**
 * Asks what was recorded on the strength of a case's decision and stands, ended or not: coordinators, plans, members of a group. Each with
 * the item that the decision must grant, and the day from which it holds.
 */
export const restingOnCases = (runner: Pick<CommandRunner, 'look'>) => ({
  async of(tenant: string, subjectId: string, caseId: string) {
    const { registrations } = await subjectOf(runner, tenant, subjectId);
    const looks = await Promise.all(
      registrations.map((id) => runner.look(coordinationDecider, coordinationStream(tenant, id))),
    );
    const basis = looks.flatMap((look) => look.basis);
    const resting = looks
      .flatMap(({ effective }) => effective)
      .flatMap((event) => {
        const reliance = relianceOf(event);
        if (reliance?.caseId !== caseId) return [];
        const { begins, item: needs = 'ANYTHING' as const } = reliance;
        return [{ ...standingOf(event), begins, needs }];
      });
    return { resting, basis };
  },
  /** What of the person, under whatever registration, has not ended by today. */
  async goesOn(tenant: string, subjectId: string, today: string) {
    const { registrations } = await subjectOf(runner, tenant, subjectId);
    const looks = await Promise.all(
      registrations.map((id) => runner.look(coordinationDecider, coordinationStream(tenant, id))),
    );
    return looks.flatMap(({ state }) => runningIn(state, today));
  },
});

/** The unit whose leader a proposal asks; undefined where there is no such proposal. */
export async function proposedUnit(
  runner: Pick<CommandRunner, 'look'>,
  tenant: string,
  subjectId: string,
  proposalId: string,
): Promise<string | undefined> {
  const { coordinatedAs } = await subjectOf(runner, tenant, subjectId);
  const { effective } = await runner.look(coordinationDecider, coordinationStream(tenant, coordinatedAs));
  const units = effective.flatMap((event) =>
    event.type === 'CoordinatorProposed' && event.data.proposalId === proposalId ? [event.data.unit] : [],
  );
  return units[0];
}

/** Who coordinates by an appointment, and for which unit. */
interface Appointed {
  readonly coordinatorId: string;
  readonly unit?: string | undefined;
}

/** Which coordinators are meant: of an appointment, whoever takes over what a handover left, or whoever coordinates on a day. */
type Meant = { readonly appointmentId: string } | { readonly handoverId: string } | { readonly on: string };

/** The coordinators that are meant, each with the unit for which. */
export async function coordinatorsMeant(
  runner: Pick<CommandRunner, 'look'>,
  tenant: string,
  subjectId: string,
  meant: Meant,
): Promise<readonly Appointed[]> {
  const { coordinatedAs } = await subjectOf(runner, tenant, subjectId);
  const { state, effective } = await runner.look(
    coordinationDecider,
    coordinationStream(tenant, coordinatedAs),
  );
  const ids = state.appointments.filter(isMeant).map(({ appointmentId }) => appointmentId);
  return effective.flatMap((event) =>
    event.type === 'CoordinatorAppointed' && ids.includes(event.data.appointmentId) ? [event.data] : [],
  );

  function isMeant(one: Coordination['appointments'][number]): boolean {
    if ('on' in meant) return coordinates(one, meant.on);
    if ('appointmentId' in meant) return one.appointmentId === meant.appointmentId;
    const left = state.handovers.find(({ handoverId }) => handoverId === meant.handoverId);
    return left !== undefined && one.takesOverFrom === left.appointmentId;
  }
}

/** The units whose reports of a person stand or were confirmed; of one report, the unit that made it, whatever came of it. */
export async function reportedUnits(
  runner: Pick<CommandRunner, 'look'>,
  tenant: string,
  subjectId: string,
  reportId?: string,
): Promise<readonly string[]> {
  const { coordinatedAs } = await subjectOf(runner, tenant, subjectId);
  const { state } = await runner.look(coordinationDecider, coordinationStream(tenant, coordinatedAs));
  const meant = state.reports.filter((one) =>
    reportId === undefined
      ? one.state === 'REPORTED' || one.state === 'CONFIRMED'
      : one.reportId === reportId,
  );
  return [...new Set(meant.map(({ unit }) => unit))];
}
