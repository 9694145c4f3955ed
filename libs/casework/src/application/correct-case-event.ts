import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type CommandContext, CommandRunner, type Receipt } from '#event-sourcing';
import { askParties, askProfile, eventOf } from './circumstances.js';
import { decideOnCase } from './deciding.js';
import { RestingOnCases } from './resting-elsewhere.js';

export interface CorrectedCaseEvent {
  readonly caseId: string;
  readonly receipt: Receipt;
}

/** Puts right values in place of wrong ones in one event of a case; refused where later steps would not hold any more. */
export class CorrectCaseEventCommand extends Command<CorrectedCaseEvent> {
  constructor(
    readonly data: {
      readonly caseId: string;
      readonly eventId: string;
      readonly changed: Readonly<Record<string, unknown>>;
      readonly reason: string;
    },
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(CorrectCaseEventCommand)
export class CorrectCaseEventHandler implements ICommandHandler<CorrectCaseEventCommand> {
  constructor(
    private readonly runner: CommandRunner,
    private readonly elsewhere: RestingOnCases,
  ) {}

  async execute({ data, context }: CorrectCaseEventCommand): Promise<CorrectedCaseEvent> {
    const { caseId } = data;
    const tenant = context.municipality;
    const receipt = await decideOnCase(this.runner, caseId, context, async (subject, subjectId) => {
      const { type, day = context.today } = await eventOf(this.runner, tenant, data);
      const [profile, parties, elsewhere] = await Promise.all([
        askProfile(this.runner, tenant, day),
        askParties(this.runner, tenant, type, data.changed),
        this.elsewhere.of(tenant, subjectId, caseId),
      ]);
      const asked = { subject, profile: profile.answer, partyIsKnown: parties.answer };
      return {
        intent: {
          type: 'CorrectCaseEvent',
          data: { ...data, ...asked, restingElsewhere: elsewhere.resting },
        },
        basis: [...profile.basis, ...parties.basis, ...elsewhere.basis],
      };
    });
    return { caseId, receipt };
  }
}
