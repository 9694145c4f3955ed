import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type CommandContext, CommandRunner, type Receipt } from '#event-sourcing';
import { partyOf } from '#municipality';
import type { Said } from '../domain/intents.js';
import { decideOnCase } from './deciding.js';

export interface CompletedMapping {
  readonly caseId: string;
  readonly receipt: Receipt;
}

/** The need is mapped, by the one who was asked or by competent staff unasked (U13). */
export class CompleteMappingCommand extends Command<CompletedMapping> {
  constructor(
    readonly data: Said<'MappingCompleted'> & { readonly caseId: string },
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(CompleteMappingCommand)
export class CompleteMappingHandler implements ICommandHandler<CompleteMappingCommand> {
  constructor(private readonly runner: CommandRunner) {}

  async execute({ data, context }: CompleteMappingCommand): Promise<CompletedMapping> {
    const { exists, basis } = await partyOf(this.runner, context.municipality, data.performerId);
    const receipt = await decideOnCase(this.runner, data.caseId, context, (subject) => ({
      intent: { type: 'CompleteMapping', data: { ...data, subject, partyIsKnown: exists } },
      basis,
    }));
    return { caseId: data.caseId, receipt };
  }
}
