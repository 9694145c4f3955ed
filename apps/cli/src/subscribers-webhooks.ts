import { Option } from 'commander';
import { isDisposed } from '#personal-data';
import { webhooksOf } from '#subscription';
import { recordStep, rotateWebhookSecret } from '#subscription/application/index';
import { by, hoursOf, of, type Of, onParts, openedIn, say } from './subscribers-parts.js';

interface One extends Of {
  readonly webhook: string;
}

const one = (name: string, description: string) =>
  of(name, description).requiredOption('--webhook <id>', 'which receiver, as the list has it');
const when = (ms: number | undefined) => (ms === undefined ? 'never' : new Date(ms).toISOString());

/** How each receiver stands. */
export const webhooksCommand = () =>
  of('webhooks', 'tell which receivers there are, and how they stand').action(({ municipality }: Of) =>
    onParts(async (parts) => {
      const { webhooks: places } = parts.vault;
      const all = await openedIn(parts, municipality, () => webhooksOf(parts.runner, municipality));
      const [known, counts] = await Promise.all([
        places.placesIn(municipality),
        places.countsIn(municipality),
      ]);
      for (const { endpointId, url, pausedFor, removedOn } of all) {
        const place = known.get(endpointId);
        const { waiting = 0, parked = 0, nextAt } = counts.get(endpointId) ?? {};
        const standing = removedOn === undefined ? (pausedFor ?? 'RUNNING') : `removed on ${removedOn}`;
        say(`${endpointId}  ${standing}  ${isDisposed(url) ? '(disposed of)' : url}`);
        say(
          `  taken ${place?.taken ?? 0}, last ${when(place?.takenAt)}; waiting ${waiting}, put aside ${parked}`,
        );
        if (place?.fault !== undefined) say(`  ${place.fault}; next try ${when(place.nextAt ?? nextAt)}`);
      }
      if (all.length === 0) say('Nothing is sent anywhere.');
    }),
  );

export const rotateCommand = () =>
  one('rotate', 'give a receiver a new secret to know messages by, which is told once')
    .option(
      '--overlap-hours <hours>',
      'for how long messages are signed with the one before as well',
      hoursOf,
      24,
    )
    .action(({ municipality, webhook, overlapHours }: One & { readonly overlapHours: number }) =>
      onParts(async ({ runner, vault: { subscribers } }) => {
        const told = { endpointId: webhook, overlapHours };
        const { secret, formerUntil } = await rotateWebhookSecret(
          { runner, subscribers },
          told,
          by(municipality),
        );
        say(`WEBHOOK_SECRET=${secret}`);
        say(`A secret from before holds until ${formerUntil}.`);
      }),
    );

interface Replaying extends One {
  readonly from: 'PARKED' | 'ORIGIN' | 'DATE';
  readonly on?: string;
}

export const replayCommand = () =>
  one('replay', 'send once more what was put aside, or everything')
    .addOption(
      new Option('--from <what>', 'from where on').choices(['PARKED', 'ORIGIN', 'DATE']).default('PARKED'),
    )
    .option('--on <date>', 'the day, with DATE')
    .action(({ municipality, webhook: endpointId, from, on }: Replaying) =>
      onParts(async ({ runner }) => {
        const told = { endpointId, from, ...(on !== undefined && { fromOn: on }) };
        await recordStep(runner, 'WebhookReplayed', told, by(municipality));
        say('WebhookReplayed is recorded; whoever sends heeds it within a second.');
      }),
    );

export const webhookStep = (
  name: string,
  description: string,
  type: 'WebhookTested' | 'WebhookResumed' | 'WebhookRemoved',
) =>
  one(name, description).action(({ municipality, webhook: endpointId }: One) =>
    onParts(async ({ runner }) => {
      await recordStep(runner, type, { endpointId }, by(municipality));
      say(`${type} is recorded.`);
    }),
  );

export const pauseWebhookCommand = () =>
  one('pause-webhook', 'send nothing to a receiver until it is resumed').action(
    ({ municipality, webhook: endpointId }: One) =>
      onParts(async ({ runner }) => {
        await recordStep(runner, 'WebhookPaused', { endpointId, cause: 'STAFF' }, by(municipality));
        say('WebhookPaused is recorded.');
      }),
  );
