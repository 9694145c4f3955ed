import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type CommandContext, CommandRunner } from '#event-sourcing';
import type { BoardOutcome } from '../domain/case.js';
import { atMeetingRefusals } from '../domain/steps/at-meeting.js';
import { MeetingsOfCases } from './meetings-of-cases.js';
import { type RecordedCaseStep, recordStep } from './record-case-step.js';

const steps = {
  APPROVED: 'BoardApproved',
  RETURNED: 'BoardReturned',
  REJECTED: 'BoardRejected',
} as const satisfies Readonly<Record<BoardOutcome, string>>;

/** Records in the case what the board came to at that meeting, once its protocol is approved (S6). */
export class RecordBoardOutcomeCommand extends Command<RecordedCaseStep<(typeof steps)[BoardOutcome]>> {
  constructor(
    readonly data: { readonly caseId: string; readonly meetingId: string },
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(RecordBoardOutcomeCommand)
export class RecordBoardOutcomeHandler implements ICommandHandler<RecordBoardOutcomeCommand> {
  constructor(
    private readonly runner: CommandRunner,
    private readonly meetings: MeetingsOfCases,
  ) {}

  async execute({ data: { caseId, meetingId }, context }: RecordBoardOutcomeCommand) {
    const { answer } = await this.meetings.at(context.municipality, meetingId, caseId);
    const { treatment, heldOn } = answer;
    if (treatment === undefined || !(treatment in steps)) {
      throw atMeetingRefusals.refusal('not-treated-there');
    }
    const told = { caseId, meetingId, ...(heldOn !== undefined && { concludedOn: heldOn }) };
    const step = steps[treatment as BoardOutcome];
    return recordStep(this.runner, { step, told, context }, { meetings: this.meetings });
  }
}
