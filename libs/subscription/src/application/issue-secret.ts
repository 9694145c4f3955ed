import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type CommandContext, CommandRunner, type Receipt } from '#event-sourcing';
import { Subscribers } from '#personal-data';
import { recordStep } from './record-step.js';

export interface IssuedSecret {
  readonly receipt: Receipt;
  readonly subscriptionId: string;
  /** With what the subscriber logs in. The secret is told here alone. */
  readonly clientId: string;
  readonly clientSecret: string;
  /** The last moment of one that it had before. */
  readonly formerUntil: string;
}

/** Gives a subscriber a new secret to log in with; for so many hours the one before holds beside it. */
export class IssueSecretCommand extends Command<IssuedSecret> {
  constructor(
    readonly told: { readonly subscriptionId: string; readonly overlapHours: number },
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(IssueSecretCommand)
export class IssueSecretHandler implements ICommandHandler<IssueSecretCommand> {
  constructor(
    readonly runner: CommandRunner,
    readonly subscribers: Subscribers,
  ) {}

  execute({ told, context }: IssueSecretCommand): Promise<IssuedSecret> {
    return issueSecret(this, told, context);
  }
}

/** The trail comes first: a secret that was never told of can be used by nobody. */
export async function issueSecret(
  { runner, subscribers }: { readonly runner: CommandRunner; readonly subscribers: Subscribers },
  { subscriptionId, overlapHours }: IssueSecretCommand['told'],
  context: CommandContext,
): Promise<IssuedSecret> {
  const now = Date.parse(context.at);
  const formerUntil = new Date(now + overlapHours * 3_600_000).toISOString();
  const receipt = await recordStep(
    runner,
    'SubscriptionSecretIssued',
    { subscriptionId, formerUntil },
    context,
  );
  // A repeat is answered with what was recorded then.
  const recorded = receipt.events[0]?.data['formerUntil'];
  const until = typeof recorded === 'string' ? recorded : formerUntil;
  const clientSecret = await subscribers.issue(
    { tenant: context.municipality, subscriptionId },
    { commandId: context.commandId, now, formerUntil: Date.parse(until) },
  );
  return { receipt, subscriptionId, clientId: subscriptionId, clientSecret, formerUntil: until };
}
