import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import {
  type CommandContext,
  CommandRunner,
  type Receipt,
  type RecordedInErrorReason,
} from '#event-sourcing';
import { coordinationDecider } from '../domain/decide.js';
import { caseIdsIn, coordinationStream } from '../questions.js';
import { askCases } from './circumstances.js';
import { decideFor } from './deciding.js';

export interface AnnulCoordinationEventData {
  readonly subjectId: string;
  readonly eventId: string;
  readonly reasonCode: RecordedInErrorReason;
  readonly reason: string;
}

export class AnnulCoordinationEventCommand extends Command<{ readonly receipt: Receipt }> {
  constructor(
    readonly data: AnnulCoordinationEventData,
    readonly context: CommandContext,
  ) {
    super();
  }
}

/** Marks an event as recorded in error; refused with what rests on it. */
@CommandHandler(AnnulCoordinationEventCommand)
export class AnnulCoordinationEventHandler implements ICommandHandler<AnnulCoordinationEventCommand> {
  constructor(private readonly runner: CommandRunner) {}

  async execute({ data, context }: AnnulCoordinationEventCommand) {
    const receipt = await decideFor(this.runner, data.subjectId, context, async (birthYear) => {
      const { municipality: tenant } = context;
      const stream = coordinationStream(tenant, data.subjectId);
      const { history } = await this.runner.look(coordinationDecider, stream);
      const { told: grants, basis } = await askCases(this.runner, tenant, caseIdsIn(history));
      return { intent: { type: 'AnnulCoordinationEvent', data: { ...data, birthYear, grants } }, basis };
    });
    return { receipt };
  }
}
