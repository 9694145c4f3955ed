import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type CommandContext, CommandRunner, type Receipt } from '#event-sourcing';
import { caseDecider } from '../domain/decide.js';
import type { Assessment, Said } from '../domain/intents.js';
import { caseStream } from '../questions.js';
import { askProfile } from './circumstances.js';

export interface MadeDecision {
  readonly caseId: string;
  readonly receipt: Receipt;
}

/** An answer to every requested item, with the criteria assessed; recorded in one go (U15). */
export class MakeDecisionCommand extends Command<MadeDecision> {
  constructor(
    readonly data: Said<'DecisionMade'> & {
      readonly caseId: string;
      readonly criteria: readonly Assessment[];
    },
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(MakeDecisionCommand)
export class MakeDecisionHandler implements ICommandHandler<MakeDecisionCommand> {
  constructor(private readonly runner: CommandRunner) {}

  async execute({ data, context }: MakeDecisionCommand): Promise<MadeDecision> {
    const tenant = context.municipality;
    const profile = await askProfile(this.runner, tenant);
    const receipt = await this.runner.run(
      caseDecider,
      caseStream(tenant, data.caseId),
      { type: 'MakeDecision', data: { ...data, profile: profile.told } },
      context,
      profile.basis,
    );
    return { caseId: data.caseId, receipt };
  }
}
