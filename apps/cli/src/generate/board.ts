import { RecordBoardOutcomeCommand, type ToldStep } from '#casework/application/index';
import {
  type MeetingStepType,
  RecordBoardStepCommand,
  RecordMeetingStepCommand,
  type ToldMeetingStep,
} from '#meeting/application/index';
import type { Command } from '@nestjs/cqrs';
import type { CommandContext } from '#event-sourcing';
import { dayAfter } from './calendar.js';
import type { Life } from './life.js';
import { remark } from './texts.js';
import type { Member } from './town.js';

type Tell = (
  what: string,
  data: object,
  command: (context: CommandContext) => Command<unknown>,
) => Promise<unknown>;
type Recommended = Pick<ToldStep<'RecommendationMade'>, 'items' | 'criteria'>;

/** Those of the staff who sit on the board. */
const boardOf = (staff: readonly Member[]) => staff.slice(0, 3);

/** The board of a municipality where one decides: a few of the staff, two of whom are enough. */
export async function seated(staff: readonly Member[], validFrom: string, tell: Tell): Promise<void> {
  for (const [index, { partyId }] of boardOf(staff).entries()) {
    const role = index === 0 ? 'CHAIR' : 'MEMBER';
    const told = { partyId, role, validFrom } as const;
    await tell(
      `board ${index}`,
      told,
      (context) => new RecordBoardStepCommand('BoardMemberAppointed', told, context),
    );
  }
  const told = { quorum: 2, validFrom };
  await tell('quorum', told, (context) => new RecordBoardStepCommand('BoardQuorumSet', told, context));
}

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
