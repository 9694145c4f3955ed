import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type CommandContext, CommandRunner, madeId, type Receipt } from '#event-sourcing';
import { partyOf } from '#municipality';
import type { Said } from '../domain/intents.js';
import { decideOnCase } from './deciding.js';

export interface AssignedMapping {
  readonly caseId: string;
  readonly assignmentId: string;
  readonly receipt: Receipt;
}

/** Asks somebody to map the need; a mapping that is still open is replaced (U14). */
export class AssignMappingCommand extends Command<AssignedMapping> {
  constructor(
    readonly data: Omit<Said<'MappingAssigned'>, 'assignmentId'> & { readonly caseId: string },
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(AssignMappingCommand)
export class AssignMappingHandler implements ICommandHandler<AssignMappingCommand> {
  constructor(private readonly runner: CommandRunner) {}

  async execute({ data, context }: AssignMappingCommand): Promise<AssignedMapping> {
    const assignmentId = madeId(context.commandId, 'assignment');
    const { exists, basis } = await partyOf(this.runner, context.municipality, data.assigneeId);
    const receipt = await decideOnCase(this.runner, data.caseId, context, (subject) => ({
      intent: { type: 'AssignMapping', data: { ...data, assignmentId, subject, partyIsKnown: exists } },
      basis,
    }));
    return { caseId: data.caseId, assignmentId, receipt };
  }
}
