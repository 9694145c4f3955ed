import type { Intent } from '#event-sourcing/decider';
import type { Recorded } from '#event-sourcing/event';
import { restingOffence } from './basis.js';
import { consentOffence } from './consents.js';
import {
  type Coordination,
  type CoordinationFact,
  type DataOf,
  effectiveEvents,
  type HappeningData,
  type Member,
} from './coordination.js';
import { type Grant, inOrder, offence, type Offence, pastDay, refuse } from './rule.js';

/** `grant`: what the case's decision granted, read from its stream. The plan's id follows from the history. */
export type StartPlan = Intent<
  'StartPlan',
  Omit<DataOf<'PlanStarted'>, 'planId'> & { readonly grant: Grant | undefined }
>;
export type ClosePlan = Intent<'ClosePlan', DataOf<'PlanClosed'>>;

export function startOffence(
  state: Coordination,
  { startedOn }: HappeningData<'PlanStarted'>,
  today: string,
): Offence | undefined {
  const overlaps = state.plans.some(({ closedOn }) => closedOn === undefined || startedOn < closedOn);
  return (
    pastDay(startedOn, today, 'The day the plan started') ??
    consentOffence(state, 'PLAN', startedOn) ??
    (overlaps
      ? offence(
          'coordination/plan-already-active',
          'The person has an individual plan on that day, and may only have one. Go on with that plan or close it first.',
        )
      : undefined)
  );
}

export function closureOffence(
  { plans, members }: Coordination,
  { planId, closedOn }: HappeningData<'PlanClosed'>,
  today: string,
): Offence | undefined {
  const plan = plans.find((one) => one.planId === planId);
  if (!plan) return offence('coordination/no-such-plan', 'This person has no such plan.');
  if (plan.closedOn !== undefined) return offence('coordination/plan-closed', 'The plan was closed already.');
  return (
    pastDay(closedOn, today, 'The day the plan was closed') ??
    inOrder(plan.startedOn, closedOn, 'A plan cannot be closed before it started.') ??
    (members.some((member) => joinedLater(member, closedOn))
      ? offence(
          laterMembers,
          'Somebody joined the group around the plan after that day. Choose a later day, or put right when they joined.',
        )
      : undefined)
  );
}

/** Gathered around a plan, after that day. */
const joinedLater = ({ caseId, joinedOn }: Pick<Member, 'caseId' | 'joinedOn'>, closedOn: string) =>
  caseId === undefined && joinedOn > closedOn;

export function startPlan(
  { data, today }: StartPlan,
  state: Coordination,
  history: readonly Recorded[],
): CoordinationFact[] {
  const { grant, ...start } = data;
  const started = { ...start, planId: nextPlanId(data.subjectId, history) };
  refuse(
    consentOffence(state, 'PLAN', today) ??
      startOffence(state, started, today) ??
      restingOffence({ type: 'PlanStarted', data: started }, grant),
  );
  return [{ type: 'PlanStarted', data: started }];
}

/** Numbered as started; a number is never used again, not even one recorded in error. */
const nextPlanId = (subjectId: string, history: readonly Recorded[]) =>
  `${subjectId}.${history.filter(({ type }) => type === 'PlanStarted').length + 1}`;

export function closePlan(
  { data, today }: ClosePlan,
  state: Coordination,
  history: readonly Recorded[],
): CoordinationFact[] {
  const found = closureOffence(state, data, today);
  refuse(found, found?.code === laterMembers ? laterJoinings(data.closedOn, history) : []);
  return [{ type: 'PlanClosed', data }];
}

const laterMembers = 'coordination/joined-later';
const laterJoinings = (closedOn: string, history: readonly Recorded[]) =>
  effectiveEvents(history).filter(
    ({ type, data }) => type === 'MemberJoinedGroup' && joinedLater(data, closedOn),
  );
