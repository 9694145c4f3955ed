import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type CommandContext, CommandRunner, madeId, type Receipt } from '#event-sourcing';
import { decideFor, recordedId, type Said } from './deciding.js';

/** `givenOn` is today unless told. */
export type GiveConsentData = Said<'ConsentGiven', 'consentId', 'givenOn'>;

export class GiveConsentCommand extends Command<{ readonly receipt: Receipt; readonly consentId: string }> {
  constructor(
    readonly data: GiveConsentData,
    readonly context: CommandContext,
  ) {
    super();
  }
}

/** Records what the person, or who speaks for them, agreed to. */
@CommandHandler(GiveConsentCommand)
export class GiveConsentHandler implements ICommandHandler<GiveConsentCommand> {
  constructor(private readonly runner: CommandRunner) {}

  async execute({ data, context }: GiveConsentCommand) {
    const { givenOn = context.today, ...consent } = data;
    const consentId = madeId(context.commandId, 'consent');
    const receipt = await decideFor(this.runner, data.subjectId, context, ({ birthYear }) => ({
      intent: { type: 'GiveConsent', data: { ...consent, consentId, givenOn, birthYear } },
    }));
    return { receipt, consentId: recordedId(receipt, 'consentId') };
  }
}
