import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type CommandContext, CommandRunner, type Receipt } from '#event-sourcing';
import { caseDecider } from '../domain/decide.js';
import type { Said } from '../domain/intents.js';
import { caseStream } from '../questions.js';

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
    const receipt = await this.runner.run(
      caseDecider,
      caseStream(context.municipality, data.caseId),
      { type: 'CompleteMapping', data: data },
      context,
    );
    return { caseId: data.caseId, receipt };
  }
}
