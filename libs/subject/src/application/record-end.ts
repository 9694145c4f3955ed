import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import {
  type CommandContext,
  CommandRunner,
  completed,
  effective,
  type Receipt,
  type Usually,
} from '#event-sourcing';
import { Keys } from '#personal-data';
import { subjectDecider } from '../domain/decide.js';
import { subjectEvents } from '../domain/events.js';
import type { DataOf } from '../domain/subject.js';
import { presentSubject, subjectStream } from '../questions.js';
import { daysIn } from './days.js';

/** The day on which the unit was told is today unless told. */
export type RecordDeathData = Usually<DataOf<'SubjectDeceased'>, 'toldOn'>;
/** The day is today unless told. */
export type RecordMoveData = Usually<DataOf<'SubjectMoved'>, 'movedOn'>;

export class RecordDeathCommand extends Command<{ readonly receipt: Receipt }> {
  constructor(
    readonly data: RecordDeathData,
    readonly context: CommandContext,
  ) {
    super();
  }
}

/** The person is dead; what follows from it, reactors do. */
@CommandHandler(RecordDeathCommand)
export class RecordDeathHandler implements ICommandHandler<RecordDeathCommand> {
  constructor(
    private readonly runner: CommandRunner,
    private readonly keys: Keys,
  ) {}

  async execute({ data, context }: RecordDeathCommand) {
    const { subjectId } = data;
    const { municipality: tenant, today } = context;
    const { day: toldOn } = completed(subjectEvents.declared.SubjectDeceased, data, context);
    await presentSubject(this.runner, tenant, subjectId);
    const told = { ...data, toldOn };
    const { outOfOrder } = await daysIn(
      { runner: this.runner, keys: this.keys },
      { tenant, subjectId, today },
      (history) => [...effective(history), { type: 'SubjectDeceased', data: told }],
    );
    const receipt = await this.runner.run(
      subjectDecider,
      subjectStream(tenant, subjectId),
      { type: 'RecordDeath', data: { ...told, outOfOrder } },
      context,
    );
    return { receipt };
  }
}

export class RecordMoveCommand extends Command<{ readonly receipt: Receipt }> {
  constructor(
    readonly data: RecordMoveData,
    readonly context: CommandContext,
  ) {
    super();
  }
}

/** The person moves to another municipality; what goes on here waits for somebody to hand it over. */
@CommandHandler(RecordMoveCommand)
export class RecordMoveHandler implements ICommandHandler<RecordMoveCommand> {
  constructor(private readonly runner: CommandRunner) {}

  async execute({ data, context }: RecordMoveCommand) {
    const { day: movedOn } = completed(subjectEvents.declared.SubjectMoved, data, context);
    const receipt = await this.runner.run(
      subjectDecider,
      subjectStream(context.municipality, data.subjectId),
      { type: 'RecordMove', data: { ...data, movedOn } },
      context,
    );
    return { receipt };
  }
}
