import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type CommandContext, CommandRunner, type Receipt } from '#event-sourcing';
import { decideFor, type Said } from './deciding.js';

/** `releasedOn` is today unless told. */
export type ReleaseCoordinatorData = Said<'CoordinatorReleased', never, 'releasedOn'>;

export class ReleaseCoordinatorCommand extends Command<{ readonly receipt: Receipt }> {
  constructor(
    readonly data: ReleaseCoordinatorData,
    readonly context: CommandContext,
  ) {
    super();
  }
}

/** Ends an appointment. Plan and group go on (U7). */
@CommandHandler(ReleaseCoordinatorCommand)
export class ReleaseCoordinatorHandler implements ICommandHandler<ReleaseCoordinatorCommand> {
  constructor(private readonly runner: CommandRunner) {}

  async execute({ data, context }: ReleaseCoordinatorCommand) {
    const { releasedOn = context.today, ...release } = data;
    const receipt = await decideFor(this.runner, data.subjectId, context, () => ({
      intent: { type: 'ReleaseCoordinator', data: { ...release, releasedOn } },
    }));
    return { receipt };
  }
}
