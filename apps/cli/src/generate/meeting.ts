import { RecordBoardOutcomeCommand, type ToldStep } from '#casework/application/index';
import {
  type MeetingStepType,
  RecordMeetingStepCommand,
  type ToldMeetingStep,
} from '#meeting/application/index';
import { boardOf } from './board-seats.js';
import { dayAfter } from './calendar.js';
import type { Life } from './life.js';
import { remark } from './texts.js';

type Recommended = Pick<ToldStep<'RecommendationMade'>, 'items' | 'criteria'>;

/** The unit recommends, the board meets some days later and approves it; the meeting and its day. */
export async function approvedByBoard(
  life: Life,
  caseId: string,
  recommended: Recommended,
): Promise<{ readonly meetingId: string; readonly decidedOn: string }> {
  const { chance, town } = life;
  await life.step('RecommendationMade', { caseId, ...recommended });
  const step = <Type extends MeetingStepType>(type: Type, told: ToldMeetingStep<Type>) =>
    life.tell(told, (context) => new RecordMeetingStepCommand(type, told, context));
  const meetsOn = dayAfter(life.today, chance.between(5, 20));
  const { meetingId } = await step('MeetingPlanned', { kind: 'BOARD', meetsOn, invitedUnits: [] });
  await step('CasePutOnAgenda', { meetingId, caseId });
  await step('AgendaFixed', { meetingId });
  while (life.today < meetsOn) life.pass(1, 3);
  const attendance = boardOf(town.staff).map(({ partyId, unit }) => ({ partyId, unit }));
  await step('MeetingHeld', { meetingId, heldOn: meetsOn, attendance });
  await step('CaseTreated', { meetingId, caseId, treatment: 'APPROVED', disqualified: [] });
  await step('MinutesRecorded', { meetingId, text: remark(chance, 3) });
  await step('ProtocolApproved', { meetingId });
  const told = { caseId, meetingId };
  await life.tell(told, (context) => new RecordBoardOutcomeCommand(told, context));
  return { meetingId, decidedOn: meetsOn };
}

/** A planned meeting of the unit takes the case up some days later; the meeting and its day. */
export async function takenUp(
  life: Life,
  caseId: string,
  invitedUnits: readonly string[],
): Promise<{ readonly meetingId: string; readonly decidedOn: string }> {
  const { chance, town } = life;
  const step = <Type extends MeetingStepType>(type: Type, told: ToldMeetingStep<Type>) =>
    life.tell(told, (context) => new RecordMeetingStepCommand(type, told, context));
  const meetsOn = dayAfter(life.today, chance.between(5, 20));
  const { meetingId } = await step('MeetingPlanned', { kind: 'UNIT', meetsOn, invitedUnits });
  await step('CasePutOnAgenda', { meetingId, caseId });
  while (life.today < meetsOn) life.pass(1, 3);
  const attendance = town.staff.slice(0, 4).map(({ partyId, unit }) => ({ partyId, unit }));
  const ledBy = attendance[0]?.partyId;
  await step('MeetingHeld', { meetingId, heldOn: meetsOn, attendance, ledBy });
  await step('CaseTreated', { meetingId, caseId, treatment: 'TREATED', disqualified: [] });
  await step('MinutesRecorded', { meetingId, text: remark(chance, 3) });
  await step('ProtocolApproved', { meetingId, approvedBy: ledBy === undefined ? [] : [ledBy] });
  return { meetingId, decidedOn: meetsOn };
}
