import type { Intent } from '#event-sourcing/decider';
import { restingOffence } from './basis.js';
import { consentOffence } from './consents.js';
import {
  activePlan,
  type Coordination,
  type CoordinationFact,
  type DataOf,
  type HappeningData,
} from './coordination.js';
import { type Grant, inOrder, offence, type Offence, partyOffence, pastDay, refuse } from './rule.js';

/** `caseId` names the decision that granted a group, where there is no plan to gather around; `grant` is what it says. */
export type JoinGroup = Intent<
  'JoinGroup',
  DataOf<'MemberJoinedGroup'> & {
    readonly grant: Grant | undefined;
    readonly partyIsKnown: boolean;
    readonly groupPresupposesPlan: boolean;
  }
>;
export type LeaveGroup = Intent<'LeaveGroup', DataOf<'MemberLeftGroup'>>;

/** A group gathers around a plan (H4), or was granted by itself (U1). */
export function joiningOffence(
  state: Coordination,
  { partyId, joinedOn, caseId }: HappeningData<'MemberJoinedGroup'>,
  today: string,
): Offence | undefined {
  const dated = pastDay(joinedOn, today, 'The day of joining') ?? consentOffence(state, 'SHARE', joinedOn);
  if (dated) return dated;
  const plan = activePlan(state);
  if (caseId === undefined && (!plan || joinedOn < plan.startedOn)) {
    return offence(
      'coordination/no-group-basis',
      'The person has no active plan on that day, and no case with a decision that grants a group was named. Start a plan first, or name the case.',
    );
  }
  const isMember = state.members.some(
    (one) => one.partyId === partyId && (one.leftOn === undefined || joinedOn < one.leftOn),
  );
  return isMember
    ? offence('coordination/already-member', 'This party is a member of the group on that day already.')
    : undefined;
}

export function leavingOffence(
  { members }: Coordination,
  { memberId, leftOn }: HappeningData<'MemberLeftGroup'>,
  today: string,
): Offence | undefined {
  const member = members.find((one) => one.memberId === memberId);
  if (!member) return offence('coordination/no-such-member', 'The group has no such member.');
  if (member.leftOn !== undefined) return offence('coordination/already-left', 'This member left already.');
  return (
    pastDay(leftOn, today, 'The day of leaving') ??
    inOrder(member.joinedOn, leftOn, 'A member cannot leave before joining.')
  );
}

/** Of a group that a case is to carry by itself, where the profile does not let it. */
export const planPresupposed = offence(
  'coordination/no-group-basis',
  'In this municipality a group presupposes an active plan. Start the plan first.',
);

export function joinGroup({ data, today }: JoinGroup, state: Coordination): CoordinationFact[] {
  const { grant, partyIsKnown, groupPresupposesPlan, caseId, ...member } = data;
  refuse(consentOffence(state, 'SHARE', today) ?? partyOffence(partyIsKnown));
  const alone = { type: 'MemberJoinedGroup' as const, data: { ...member, caseId } };
  const ungranted = restingOffence(alone, grant);
  const grantedAlone = caseId !== undefined && !groupPresupposesPlan && !ungranted;
  if (caseId !== undefined && !grantedAlone && !activePlan(state)) {
    refuse(groupPresupposesPlan ? planPresupposed : ungranted);
  }
  const joined = { ...member, ...(grantedAlone && { caseId }) };
  refuse(joiningOffence(state, joined, today));
  return [{ type: 'MemberJoinedGroup', data: joined }];
}

export function leaveGroup({ data, today }: LeaveGroup, state: Coordination): CoordinationFact[] {
  refuse(leavingOffence(state, data, today));
  return [{ type: 'MemberLeftGroup', data }];
}
