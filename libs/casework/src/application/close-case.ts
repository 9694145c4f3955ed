import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type CommandContext, CommandRunner } from '#event-sourcing';
import { ownerOfCase } from './circumstances.js';
import { type RecordedCaseStep, recordStep, type ToldStep } from './record-case-step.js';
import { RestingOnCases } from './resting-elsewhere.js';

const step = 'CaseClosed';

export interface ClosedCase extends RecordedCaseStep<typeof step> {
  /** Coordinators, plans and members of the person that the case's end leaves as they are: somebody may have to end them. */
  readonly goesOn: readonly string[];
}

/** Closes a case. */
export class CloseCaseCommand extends Command<ClosedCase> {
  constructor(
    readonly data: ToldStep<typeof step> & { readonly caseId: string },
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(CloseCaseCommand)
export class CloseCaseHandler implements ICommandHandler<CloseCaseCommand> {
  constructor(
    private readonly runner: CommandRunner,
    private readonly elsewhere: RestingOnCases,
  ) {}

  async execute({ data, context }: CloseCaseCommand): Promise<ClosedCase> {
    const { municipality, today } = context;
    const closed = await recordStep(this.runner, { step, told: data, context });
    const subjectId = await ownerOfCase(this.runner, municipality, data.caseId);
    const goesOn = subjectId === undefined ? [] : await this.elsewhere.goesOn(municipality, subjectId, today);
    return { ...closed, goesOn };
  }
}
