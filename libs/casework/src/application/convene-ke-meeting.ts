import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type CommandContext, CommandRunner, madeId, type Receipt } from '#event-sourcing';
import type { Said } from '../domain/intents.js';
import { decideOnCase } from './deciding.js';

export interface ConvenedKeMeeting {
  readonly caseId: string;
  readonly meetingId: string;
  readonly receipt: Receipt;
}

/** Calls the professionals to a KE meeting on one case; other cases join by the same `meetingId`, a command each (U15). */
export class ConveneKeMeetingCommand extends Command<ConvenedKeMeeting> {
  constructor(
    readonly data: Omit<Said<'KeMeetingConvenedForCase'>, 'meetingId'> & {
      readonly caseId: string;
      readonly meetingId?: string | undefined;
    },
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(ConveneKeMeetingCommand)
export class ConveneKeMeetingHandler implements ICommandHandler<ConveneKeMeetingCommand> {
  constructor(private readonly runner: CommandRunner) {}

  async execute({ data, context }: ConveneKeMeetingCommand): Promise<ConvenedKeMeeting> {
    const meetingId = data.meetingId ?? madeId(context.commandId, 'meeting');
    const receipt = await decideOnCase(this.runner, data.caseId, context, (subject) => ({
      intent: { type: 'ConveneKeMeeting', data: { ...data, meetingId, subject } },
    }));
    return { caseId: data.caseId, meetingId, receipt };
  }
}
