import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type CommandContext, CommandRunner, completed, type Receipt, type Usually } from '#event-sourcing';
import { subjectDecider } from '../domain/decide.js';
import { subjectEvents } from '../domain/events.js';
import type { DataOf } from '../domain/subject.js';
import { subjectStream } from '../questions.js';

/** The day from which the name holds is today unless told. */
export type RenameSubjectData = Usually<DataOf<'SubjectRenamed'>, 'validFrom'>;

export class RenameSubjectCommand extends Command<{ readonly receipt: Receipt }> {
  constructor(
    readonly data: RenameSubjectData,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(RenameSubjectCommand)
export class RenameSubjectHandler implements ICommandHandler<RenameSubjectCommand> {
  constructor(private readonly runner: CommandRunner) {}

  async execute({ data, context }: RenameSubjectCommand) {
    const { day: validFrom } = completed(subjectEvents.declared.SubjectRenamed, data, context);
    const receipt = await this.runner.run(
      subjectDecider,
      subjectStream(context.municipality, data.subjectId),
      { type: 'RenameSubject', data: { ...data, validFrom } },
      context,
    );
    return { receipt };
  }
}
