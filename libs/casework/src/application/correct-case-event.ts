import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type CommandContext, CommandRunner, type Receipt } from '#event-sourcing';
import { caseDecider } from '../domain/decide.js';
import { caseStream } from '../questions.js';
import { askProfile } from './circumstances.js';
import { restingElsewhere } from './resting-elsewhere.js';

export interface CorrectedCaseEvent {
  readonly caseId: string;
  readonly receipt: Receipt;
}

/** Puts right values in place of wrong ones in one event of a case; refused where later steps would not hold any more. */
export class CorrectCaseEventCommand extends Command<CorrectedCaseEvent> {
  constructor(
    readonly data: {
      readonly caseId: string;
      readonly eventId: string;
      readonly changed: Readonly<Record<string, unknown>>;
      readonly reason: string;
    },
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(CorrectCaseEventCommand)
export class CorrectCaseEventHandler implements ICommandHandler<CorrectCaseEventCommand> {
  constructor(private readonly runner: CommandRunner) {}

  async execute({ data, context }: CorrectCaseEventCommand): Promise<CorrectedCaseEvent> {
    const tenant = context.municipality;
    const [profile, elsewhere] = await Promise.all([
      askProfile(this.runner, tenant),
      restingElsewhere(this.runner, tenant, data.caseId),
    ]);
    const receipt = await this.runner.run(
      caseDecider,
      caseStream(tenant, data.caseId),
      {
        type: 'CorrectCaseEvent',
        data: { ...data, profile: profile.told, restingElsewhere: elsewhere.resting },
      },
      context,
      [...profile.basis, ...elsewhere.basis],
    );
    return { caseId: data.caseId, receipt };
  }
}
