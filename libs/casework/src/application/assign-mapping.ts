import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type CommandContext, CommandRunner, madeId, type Receipt } from '#event-sourcing';
import { caseDecider } from '../domain/decide.js';
import type { Said } from '../domain/intents.js';
import { caseStream } from '../questions.js';

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
    const receipt = await this.runner.run(
      caseDecider,
      caseStream(context.municipality, data.caseId),
      { type: 'AssignMapping', data: { ...data, assignmentId } },
      context,
    );
    return { caseId: data.caseId, assignmentId, receipt };
  }
}
