import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import {
  type CommandContext,
  CommandRunner,
  type Receipt,
  type RecordedInErrorReason,
} from '#event-sourcing';
import { decideOnCase } from './deciding.js';
import { RestingOnCases } from './resting-elsewhere.js';

export interface AnnulledCaseEvent {
  readonly caseId: string;
  readonly receipt: Receipt;
}

/** Says that an event, a correction or an annulment of a case was recorded in error; refused while later steps rest on it. */
export class AnnulCaseEventCommand extends Command<AnnulledCaseEvent> {
  constructor(
    readonly data: {
      readonly caseId: string;
      readonly eventId: string;
      readonly reasonCode: RecordedInErrorReason;
      readonly reason: string;
    },
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(AnnulCaseEventCommand)
export class AnnulCaseEventHandler implements ICommandHandler<AnnulCaseEventCommand> {
  constructor(
    private readonly runner: CommandRunner,
    private readonly elsewhere: RestingOnCases,
  ) {}

  async execute({ data, context }: AnnulCaseEventCommand): Promise<AnnulledCaseEvent> {
    const { caseId } = data;
    const receipt = await decideOnCase(this.runner, caseId, context, async (subject, subjectId) => {
      const elsewhere = await this.elsewhere.of(context.municipality, subjectId, caseId);
      const told = { ...data, subject, restingElsewhere: elsewhere.resting };
      return { intent: { type: 'AnnulCaseEvent', data: told }, basis: elsewhere.basis };
    });
    return { caseId, receipt };
  }
}
