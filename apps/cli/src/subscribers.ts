import { Command } from 'commander';
import { isDisposed } from '#personal-data';
import { type Subscription, subscriptionsOf } from '#subscription';
import { issueSecret, recordStep } from '#subscription/application/index';
import { by, hoursOf, of, type Of, onParts, openedIn, say } from './subscribers-parts.js';
import { accountCommand } from './subscribers-streams.js';
import {
  pauseWebhookCommand,
  replayCommand,
  rotateCommand,
  webhooksCommand,
  webhookStep,
} from './subscribers-webhooks.js';
import type { Parts } from './with-parts.js';

interface One extends Of {
  readonly subscription: string;
}

/** What an administrator does over HTTP, for an operator at the machine. A grant is an administrator's alone: its ground is no operator's to assess. */
export function subscribersCommand(): Command {
  return new Command('subscribers')
    .addCommand(
      of('list', 'tell which there are, and how they stand').action(({ municipality }: Of) =>
        onParts(async (parts) => {
          const all = await opened(parts, municipality);
          for (const one of all) {
            const name = isDisposed(one.name) ? '(disposed of)' : String(one.name);
            say(`${one.subscriptionId}  ${standingOf(one)}  ${name}`);
          }
          if (all.length === 0) say('Nobody follows cases here.');
        }),
      ),
    )
    .addCommand(
      one('secret', 'give one a new secret to log in with, which is told once')
        .option('--overlap-hours <hours>', 'for how long the secret before holds beside it', hoursOf, 24)
        .action(({ municipality, subscription, overlapHours }: One & { readonly overlapHours: number }) =>
          onParts(async ({ runner, vault: { subscribers } }) => {
            const told = { subscriptionId: subscription, overlapHours };
            const issued = await issueSecret({ runner, subscribers }, told, by(municipality));
            say(`CLIENT_ID=${issued.clientId}\nCLIENT_SECRET=${issued.clientSecret}`);
            say(`A secret from before holds until ${issued.formerUntil}.`);
          }),
        ),
    )
    .addCommand(step('pause', 'send nothing until it is resumed', 'SubscriptionPaused'))
    .addCommand(step('resume', 'go on where it stood', 'SubscriptionResumed'))
    .addCommand(step('revoke', 'end it, and what runs with it', 'SubscriptionRevoked'))
    .addCommand(webhooksCommand())
    .addCommand(rotateCommand())
    .addCommand(replayCommand())
    .addCommand(webhookStep('test', 'send a message of no meaning to a receiver', 'WebhookTested'))
    .addCommand(webhookStep('resume-webhook', 'a receiver goes on where it stood', 'WebhookResumed'))
    .addCommand(webhookStep('remove-webhook', 'send nothing there any more', 'WebhookRemoved'))
    .addCommand(pauseWebhookCommand())
    .addCommand(accountCommand());
}

type Ending = 'SubscriptionPaused' | 'SubscriptionResumed' | 'SubscriptionRevoked';

const step = (name: string, description: string, type: Ending) =>
  one(name, description).action(({ municipality, subscription: subscriptionId }: One) =>
    onParts(async ({ runner }) => {
      await recordStep(runner, type, { subscriptionId }, by(municipality));
      say(`${type} is recorded.`);
    }),
  );

const one = (name: string, description: string) =>
  of(name, description).requiredOption('--subscription <id>', 'which, as the list has it');

type Standing = Pick<Subscription, 'revokedOn' | 'isPaused' | 'validFrom' | 'validUntil'>;
const standingOf = ({ revokedOn, isPaused, validFrom, validUntil }: Standing) =>
  revokedOn !== undefined
    ? `revoked on ${revokedOn}`
    : `${isPaused ? 'paused' : 'granted'} from ${validFrom}${validUntil === undefined ? '' : ` until ${validUntil}`}`;

const opened = (parts: Parts, municipality: string) =>
  openedIn(parts, municipality, () => subscriptionsOf(parts.runner, municipality));
