import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type CommandContext, CommandRunner, completed, type Receipt, type Usually } from '#event-sourcing';
import { partiesAreKnown } from '#municipality';
import { subjectDecider } from '../domain/decide.js';
import { subjectEvents } from '../domain/events.js';
import type { DataOf } from '../domain/subject.js';
import { subjectOf, subjectStream } from '../questions.js';

/** The first day is today unless told, and the id is made of the command's. */
export type RecordRelationData = Usually<DataOf<'RelationRecorded'>, 'relationId' | 'validFrom'>;
/** The day is today unless told. */
export type EndRelationData = Usually<DataOf<'RelationEnded'>, 'endedOn'>;
interface Related {
  readonly relationId: string;
  readonly receipt: Receipt;
}

/** A parent, a guardian or one of the next of kin of a person. */
export class RecordRelationCommand extends Command<Related> {
  constructor(
    readonly data: RecordRelationData,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(RecordRelationCommand)
export class RecordRelationHandler implements ICommandHandler<RecordRelationCommand> {
  constructor(private readonly runner: CommandRunner) {}

  async execute({ data, context }: RecordRelationCommand): Promise<Related> {
    const { municipality: tenant } = context;
    const { ids, day: validFrom } = completed(subjectEvents.declared.RelationRecorded, data, context);
    const relationId = ids['relationId'] ?? '';
    const { answer: partyIsKnown, basis } = await partiesAreKnown(this.runner, tenant, [data.partyId]);
    const receipt = await this.runner.run(
      subjectDecider,
      subjectStream(tenant, data.subjectId),
      { type: 'RecordRelation', data: { ...data, relationId, validFrom, partyIsKnown } },
      context,
      basis,
    );
    return { relationId, receipt };
  }
}

/** Ends a relation, under whichever registration of the person it was recorded. */
export class EndRelationCommand extends Command<Related> {
  constructor(
    readonly data: EndRelationData,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(EndRelationCommand)
export class EndRelationHandler implements ICommandHandler<EndRelationCommand> {
  constructor(private readonly runner: CommandRunner) {}

  async execute({ data, context }: EndRelationCommand): Promise<Related> {
    const { municipality: tenant } = context;
    const { relationId } = data;
    const { day: endedOn } = completed(subjectEvents.declared.RelationEnded, data, context);
    const subjectId = await this.whereRecorded(tenant, data);
    const receipt = await this.runner.run(
      subjectDecider,
      subjectStream(tenant, subjectId),
      { type: 'EndRelation', data: { ...data, subjectId, endedOn } },
      context,
    );
    return { relationId, receipt };
  }

  private async whereRecorded(tenant: string, { subjectId, relationId }: EndRelationData): Promise<string> {
    const { registrations } = await subjectOf(this.runner, tenant, subjectId);
    for (const one of registrations) {
      const { state } = await this.runner.look(subjectDecider, subjectStream(tenant, one));
      if (state.relations.some((relation) => relation.relationId === relationId)) return one;
    }
    return subjectId;
  }
}
