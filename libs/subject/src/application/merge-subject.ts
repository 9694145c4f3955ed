import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type CommandContext, CommandRunner, completed, type Receipt, type Usually } from '#event-sourcing';
import { subjectDecider } from '../domain/decide.js';
import { subjectEvents } from '../domain/events.js';
import { coordinatedAs, mergingRefusals } from '../domain/merging.js';
import type { DataOf } from '../domain/subject.js';
import { subjectStream } from '../questions.js';
import { tellSurvivor } from '../reactors/merged.js';
import { StandingForSubjects } from './standing-elsewhere.js';

/** The day is today unless told; whose coordination goes on follows from what there is. */
export type MergeSubjectData = Omit<Usually<DataOf<'SubjectMergedInto'>, 'mergedOn'>, 'goesOn'>;

export class MergeSubjectCommand extends Command<{ readonly receipt: Receipt }> {
  constructor(
    readonly data: MergeSubjectData,
    readonly context: CommandContext,
  ) {
    super();
  }
}

/**
 * Records in the stream of the registration that was one too many that it is the survivor's, which decides; then tells the survivor's stream.
 * What is cut short in between, the reactor tells.
 */
@CommandHandler(MergeSubjectCommand)
export class MergeSubjectHandler implements ICommandHandler<MergeSubjectCommand> {
  constructor(
    private readonly runner: CommandRunner,
    private readonly elsewhere: StandingForSubjects,
  ) {}

  async execute({ data, context }: MergeSubjectCommand) {
    const { subjectId, survivorId } = data;
    const { municipality: tenant, today } = context;
    const stream = subjectStream(tenant, subjectId);
    const { day: mergedOn } = completed(subjectEvents.declared.SubjectMergedInto, data, context);
    const { state: survivor, basis } = await this.runner.look(
      subjectDecider,
      subjectStream(tenant, survivorId),
    );
    const [here, there] = await Promise.all(
      [subjectId, coordinatedAs(survivorId, survivor)].map((id) =>
        this.elsewhere.coordination(tenant, id, today),
      ),
    );
    const coordinated = { here: here?.coordinated ?? 'NOT', there: there?.coordinated ?? 'NOT' };
    const receipt = await this.runner.run(
      subjectDecider,
      stream,
      { type: 'MergeSubject', data: { ...data, mergedOn, survivor, coordinated } },
      context,
      [...basis, ...(here?.basis ?? []), ...(there?.basis ?? [])],
    );
    const { effective } = await this.runner.look(subjectDecider, stream);
    for (const event of effective) await tellSurvivor(this.runner, event, context);
    const { state } = await this.runner.look(subjectDecider, stream);
    mergingRefusals.refuseIf(state.mergedInto !== survivorId, 'merged.survivor');
    return { receipt };
  }
}
