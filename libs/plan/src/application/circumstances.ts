import { isLive, planInCoordination, subjectIdOfPlan } from '#coordination';
import { type Basis, type CommandRunner, dayIn, type NamedElsewhere, type Recorded } from '#event-sourcing';
import { aroundMeetingOf } from '#follow-up';
import { askNamed } from '#municipality';
import { planEvents, stepOf, type StepType } from '../domain/events.js';
import type { Asked } from '../domain/step.js';

interface Naming {
  readonly planId: string;
  readonly type: string;
  readonly named: Recorded['data'];
  readonly today: string;
}
export interface Circumstances {
  readonly named: NamedElsewhere;
  readonly asked: Asked;
  readonly basis: readonly Basis[];
}

/** What holds of everything that a step names, and what the person's coordination says of the plan. */
export async function askAround(
  log: Pick<CommandRunner, 'look'>,
  tenant: string,
  { planId, type, named, today }: Naming,
): Promise<Circumstances> {
  const { meetingId } = named;
  const subjectId = subjectIdOfPlan(planId);
  const [elsewhere, plan, meeting] = await Promise.all([
    askNamed(log, tenant, { events: planEvents, type, named }),
    planInCoordination(log, tenant, planId),
    subjectId === undefined || typeof meetingId !== 'string'
      ? undefined
      : aroundMeetingOf(log, tenant, subjectId, meetingId),
  ]);
  const basis = [...elsewhere.basis, ...plan.basis, ...(meeting?.basis ?? [])];
  if (plan.answer === undefined) return { named: elsewhere.named, asked: {}, basis };
  const { startedOn, closedOn, consents, members } = plan.answer;
  const day = isStep(type) ? (dayIn(stepOf(type).event, named) ?? today) : today;
  const holds = (scope: 'PLAN' | 'SHARE', on: string) => consents.filter((one) => isLive(one, scope, on));
  return {
    named: elsewhere.named,
    asked: {
      startedOn,
      closedOn,
      isConsented: holds('PLAN', day).length > 0 && holds('PLAN', today).length > 0,
      shares: holds('SHARE', today),
      meetsOn: meeting?.answer?.meetsOn,
      members: members.filter(({ joinedOn, leftOn = '9999' }) => joinedOn <= today && today < leftOn),
    },
    basis,
  };
}

const isStep = (type: string): type is StepType => Object.hasOwn(planEvents.declared, type);
