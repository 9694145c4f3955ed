import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type CommandContext, CommandRunner, type Receipt } from '#event-sourcing';
import { decideFor, grantsIn } from './deciding.js';

export interface CorrectCoordinationEventData {
  readonly subjectId: string;
  readonly eventId: string;
  readonly changed: Readonly<Record<string, unknown>>;
  readonly reason: string;
}

export class CorrectCoordinationEventCommand extends Command<{ readonly receipt: Receipt }> {
  constructor(
    readonly data: CorrectCoordinationEventData,
    readonly context: CommandContext,
  ) {
    super();
  }
}

/** Puts right values beside wrong ones; refused where later entries would not have been possible. */
@CommandHandler(CorrectCoordinationEventCommand)
export class CorrectCoordinationEventHandler implements ICommandHandler<CorrectCoordinationEventCommand> {
  constructor(private readonly runner: CommandRunner) {}

  async execute({ data, context }: CorrectCoordinationEventCommand) {
    const receipt = await decideFor(this.runner, data.subjectId, context, async ({ birthYear }) => {
      const { grants, basis } = await grantsIn(this.runner, context.municipality, data.subjectId);
      return { intent: { type: 'CorrectCoordinationEvent', data: { ...data, birthYear, grants } }, basis };
    });
    return { receipt };
  }
}
