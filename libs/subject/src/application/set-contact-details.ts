import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type CommandContext, CommandRunner, completed, type Receipt, type Usually } from '#event-sourcing';
import { subjectDecider } from '../domain/decide.js';
import { subjectEvents } from '../domain/events.js';
import type { DataOf } from '../domain/subject.js';
import { subjectStream } from '../questions.js';

/** The day from which they hold is today unless told. */
export type SetContactDetailsData = Usually<DataOf<'ContactDetailsSet'>, 'setOn'>;

export class SetContactDetailsCommand extends Command<{ readonly receipt: Receipt }> {
  constructor(
    readonly data: SetContactDetailsData,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(SetContactDetailsCommand)
export class SetContactDetailsHandler implements ICommandHandler<SetContactDetailsCommand> {
  constructor(private readonly runner: CommandRunner) {}

  async execute({ data, context }: SetContactDetailsCommand) {
    const { day: setOn } = completed(subjectEvents.declared.ContactDetailsSet, data, context);
    const receipt = await this.runner.run(
      subjectDecider,
      subjectStream(context.municipality, data.subjectId),
      { type: 'SetContactDetails', data: { ...data, setOn } },
      context,
    );
    return { receipt };
  }
}
