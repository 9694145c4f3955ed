import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type CommandContext, CommandRunner, type Receipt } from '#event-sourcing';
import { Subscribers } from '#personal-data';
import { recordStep, type ToldSubscriptionStep } from './record-step.js';

export interface WebhookWithSecret {
  readonly receipt: Receipt;
  readonly endpointId: string;
  /** With what its messages are signed, as receivers of Standard Webhooks take it. Told here alone. */
  readonly secret: string;
  /** The last moment of one that it had before. */
  readonly formerUntil?: string;
}

interface Parts {
  readonly runner: CommandRunner;
  readonly subscribers: Subscribers;
}

/** Events of a subscription are sent to an address from now on. */
export class RegisterWebhookCommand extends Command<WebhookWithSecret> {
  constructor(
    readonly told: ToldSubscriptionStep<'WebhookRegistered'>,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(RegisterWebhookCommand)
export class RegisterWebhookHandler implements ICommandHandler<RegisterWebhookCommand> {
  constructor(
    readonly runner: CommandRunner,
    readonly subscribers: Subscribers,
  ) {}

  async execute({ told, context }: RegisterWebhookCommand): Promise<WebhookWithSecret> {
    return withSecret(this, await recordStep(this.runner, 'WebhookRegistered', told, context), context);
  }
}

/** Messages are signed with a new secret; for so many hours with the one before as well. */
export class RotateWebhookSecretCommand extends Command<WebhookWithSecret> {
  constructor(
    readonly told: { readonly endpointId: string; readonly overlapHours: number },
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(RotateWebhookSecretCommand)
export class RotateWebhookSecretHandler implements ICommandHandler<RotateWebhookSecretCommand> {
  constructor(
    readonly runner: CommandRunner,
    readonly subscribers: Subscribers,
  ) {}

  execute({ told, context }: RotateWebhookSecretCommand): Promise<WebhookWithSecret> {
    return rotateWebhookSecret(this, told, context);
  }
}

export async function rotateWebhookSecret(
  parts: Parts,
  { endpointId, overlapHours }: RotateWebhookSecretCommand['told'],
  context: CommandContext,
): Promise<WebhookWithSecret> {
  const formerUntil = new Date(Date.parse(context.at) + overlapHours * 3_600_000).toISOString();
  const receipt = await recordStep(
    parts.runner,
    'WebhookSecretRotated',
    { endpointId, formerUntil },
    context,
  );
  return withSecret(parts, receipt, context);
}

/** Of what was recorded: a repeat is answered with the same. */
function withSecret(
  { subscribers }: Parts,
  receipt: Receipt,
  { municipality }: CommandContext,
): WebhookWithSecret {
  const { endpointId, secretId, formerUntil } = receipt.events[0]?.data ?? {};
  const bytes = subscribers.webhookSecret(municipality, String(endpointId), String(secretId));
  return {
    receipt,
    endpointId: String(endpointId),
    secret: `whsec_${bytes.toString('base64')}`,
    ...(typeof formerUntil === 'string' && { formerUntil }),
  };
}
