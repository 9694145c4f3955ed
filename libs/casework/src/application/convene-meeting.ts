import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type CommandContext, CommandRunner, derivedId, type Receipt, Rejection } from '#event-sourcing';
import { meetingRefusals } from '../domain/steps/meeting.js';
import { MeetingsOfCases } from './meetings-of-cases.js';
import { recordStep, type ToldStep } from './record-case-step.js';

const step = 'KeMeetingConvenedForCase';

export interface ConveneMeetingData extends Omit<ToldStep<typeof step>, 'caseId' | 'subjectId'> {
  readonly caseId: string;
  /** Further cases for the same meeting. */
  readonly caseIds?: readonly string[] | undefined;
}

export interface ConvenedMeeting {
  readonly caseId: string;
  readonly meetingId: string;
  /** Of the first case, at the position of whatever was recorded last. */
  readonly receipt: Receipt;
  /** Every case that was named; `refused` has the code for which a further one was not taken. */
  readonly cases: readonly { readonly caseId: string; readonly refused?: string }[];
}

/** Calls a case, and further ones, to one meeting (U15). */
export class ConveneMeetingCommand extends Command<ConvenedMeeting> {
  constructor(
    readonly data: ConveneMeetingData,
    readonly context: CommandContext,
  ) {
    super();
  }
}

/** Each case by a command of its own, since each has its own stream: what refuses the first refuses all, a further one that is refused stays out. */
@CommandHandler(ConveneMeetingCommand)
export class ConveneMeetingHandler implements ICommandHandler<ConveneMeetingCommand> {
  constructor(
    private readonly runner: CommandRunner,
    private readonly meetings: MeetingsOfCases,
  ) {}

  async execute({ data, context }: ConveneMeetingCommand): Promise<ConvenedMeeting> {
    await this.refusePlanned(data, context);
    const { caseId, caseIds = [], ...meeting } = data;
    const first = await recordStep(this.runner, { step, told: { ...meeting, caseId }, context });
    const { meetingId } = first;
    // What the client has seen is the first case.
    const { ifMatch: _, ...circumstances } = context;
    const cases: { caseId: string; refused?: string }[] = [{ caseId }];
    let { position } = first.receipt;
    for (const further of new Set(caseIds)) {
      if (further === caseId) continue;
      const told = { ...meeting, meetingId, caseId: further };
      const commandId = derivedId('meeting', context.commandId, further);
      try {
        const { receipt } = await recordStep(this.runner, {
          step,
          told,
          context: { ...circumstances, commandId },
        });
        if (receipt.position > position) ({ position } = receipt);
        cases.push({ caseId: further });
      } catch (error) {
        if (!(error instanceof Rejection)) throw error;
        cases.push({ caseId: further, refused: error.code });
      }
    }
    return { caseId, meetingId, receipt: { ...first.receipt, position }, cases };
  }

  /** A planned meeting has an agenda of its own, and a day that moves for all of its cases. */
  private async refusePlanned({ caseId, meetingId }: ConveneMeetingData, { municipality }: CommandContext) {
    if (meetingId === undefined) return;
    const { answer } = await this.meetings.at(municipality, meetingId, caseId);
    meetingRefusals.refuseIf(answer.kind !== undefined, 'meeting-is-planned');
  }
}
