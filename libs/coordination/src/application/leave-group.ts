import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type CommandContext, CommandRunner, type Receipt } from '#event-sourcing';
import { decideFor, type Said } from './deciding.js';

/** `leftOn` is today unless told. */
export type LeaveGroupData = Said<'MemberLeftGroup', never, 'leftOn'>;

export class LeaveGroupCommand extends Command<{ readonly receipt: Receipt }> {
  constructor(
    readonly data: LeaveGroupData,
    readonly context: CommandContext,
  ) {
    super();
  }
}

/** Records that a member left; also after the plan was closed. */
@CommandHandler(LeaveGroupCommand)
export class LeaveGroupHandler implements ICommandHandler<LeaveGroupCommand> {
  constructor(private readonly runner: CommandRunner) {}

  async execute({ data, context }: LeaveGroupCommand) {
    const { leftOn = context.today, ...departure } = data;
    const receipt = await decideFor(this.runner, data.subjectId, context, () => ({
      intent: { type: 'LeaveGroup', data: { ...departure, leftOn } },
    }));
    return { receipt };
  }
}
