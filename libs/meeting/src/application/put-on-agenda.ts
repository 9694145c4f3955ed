import { Command, CommandBus, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type CommandContext, derivedId, Rejection } from '#event-sourcing';
import { type RecordedMeetingStep, RecordMeetingStepCommand } from './record-meeting-step.js';

export interface CasesOnAgenda extends RecordedMeetingStep {
  /** Every case that was named; `refused` has the code for which a further one was not taken. */
  readonly cases: readonly { readonly caseId: string; readonly refused?: string }[];
}

/** Puts cases on the agenda of a meeting (U15). */
export class PutCasesOnAgendaCommand extends Command<CasesOnAgenda> {
  constructor(
    readonly data: {
      readonly meetingId: string;
      readonly caseIds: readonly string[];
      readonly putOn?: string | undefined;
    },
    readonly context: CommandContext,
  ) {
    super();
  }
}

/** Each case by a command of its own, so that a repeat adds what an earlier one did not: what refuses the first refuses all. */
@CommandHandler(PutCasesOnAgendaCommand)
export class PutCasesOnAgendaHandler implements ICommandHandler<PutCasesOnAgendaCommand> {
  constructor(private readonly bus: CommandBus) {}

  async execute({ data, context }: PutCasesOnAgendaCommand): Promise<CasesOnAgenda> {
    const { meetingId, caseIds, putOn } = data;
    const put = (caseId: string, circumstances: CommandContext) =>
      this.bus.execute(
        new RecordMeetingStepCommand('CasePutOnAgenda', { meetingId, caseId, putOn }, circumstances),
      );
    const [first = '', ...further] = new Set(caseIds);
    let { receipt } = await put(first, context);
    const cases: { caseId: string; refused?: string }[] = [{ caseId: first }];
    // What the client has seen is the meeting as it was before.
    const { ifMatch: _, ...circumstances } = context;
    for (const caseId of further) {
      const commandId = derivedId('agenda', context.commandId, caseId);
      try {
        const one = await put(caseId, { ...circumstances, commandId });
        receipt = { ...one.receipt, events: [...receipt.events, ...one.receipt.events] };
        cases.push({ caseId });
      } catch (error) {
        if (!(error instanceof Rejection)) throw error;
        cases.push({ caseId, refused: error.code });
      }
    }
    return { meetingId, receipt, cases };
  }
}
