import { Command, CommandBus, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type CommandContext, derivedId, type Receipt, Rejection } from '#event-sourcing';
import { RecordCompetenceStepCommand } from './record-step.js';

export interface CompletedByStaff {
  readonly trainingId: string;
  readonly receipt: Receipt;
  /** Everybody who was named; `refused` has the code for which a further one was not taken. */
  readonly staff: readonly { readonly partyId: string; readonly refused?: string }[];
}

/** Says of several of the staff that they completed a training of the unit's own. */
export class CompleteTrainingCommand extends Command<CompletedByStaff> {
  constructor(
    readonly data: {
      readonly trainingId: string;
      readonly courseCode: string;
      readonly partyIds: readonly string[];
      readonly completedOn?: string | undefined;
    },
    readonly context: CommandContext,
  ) {
    super();
  }
}

/** Each by a command of its own, in that one's stream, so that a repeat adds what an earlier one did not: what refuses the first refuses all. */
@CommandHandler(CompleteTrainingCommand)
export class CompleteTrainingHandler implements ICommandHandler<CompleteTrainingCommand> {
  constructor(private readonly bus: CommandBus) {}

  async execute({ data, context }: CompleteTrainingCommand): Promise<CompletedByStaff> {
    const { partyIds, ...completed } = data;
    const tell = (partyId: string, circumstances: CommandContext) =>
      this.bus.execute(
        new RecordCompetenceStepCommand('TrainingCompleted', { partyId, ...completed }, circumstances),
      );
    const [first = '', ...further] = new Set(partyIds);
    let { receipt } = await tell(first, context);
    const staff: { partyId: string; refused?: string }[] = [{ partyId: first }];
    for (const partyId of further) {
      const commandId = derivedId('completed', context.commandId, partyId);
      try {
        const one = await tell(partyId, { ...context, commandId });
        receipt = { ...one.receipt, events: [...receipt.events, ...one.receipt.events] };
        staff.push({ partyId });
      } catch (error) {
        if (!(error instanceof Rejection)) throw error;
        staff.push({ partyId, refused: error.code });
      }
    }
    return { trainingId: data.trainingId, receipt, staff };
  }
}
