import { Command } from 'commander';
import { Clock } from '#apps/clock';
import { ownStreams } from '#apps/codec';
import { adoptLog } from '#event-sourcing';
import { attached } from '../attach.js';
import { withVault } from '../with-parts.js';

interface AdoptOptions {
  readonly by: string;
  readonly reason: string;
}

export function adoptCommand(): Command {
  return new Command('adopt')
    .description(
      'take over a log from before Samspor authenticated its events, once; then: is it the same still',
    )
    .requiredOption('--by <name>', 'who answers for what the log holds')
    .requiredOption('--reason <text>', 'why it can be trusted')
    .action(({ by, reason }: AdoptOptions) =>
      attached((parts) =>
        withVault(parts, async ({ store, vault }) => {
          const { eventKeys: keys, keys: sealing } = vault;
          const at = new Clock().now();
          const adopted = await adoptLog({
            store,
            keys,
            sealing,
            streamPrefixes: ownStreams,
            by,
            reason,
            at,
          });
          const { events, digest, last } = adopted.survey;
          const upTo = `${events} events, up to ${last.id} at revision ${last.revision} of ${last.stream}`;
          if (adopted.outcome === 'taken-over') {
            process.stdout.write(`Taken over: ${upTo}.\nSHA-256 over their leaves: ${digest}\n`);
          } else if (adopted.isSame) {
            process.stdout.write(`Taken over before: ${upTo}. The log holds the same still.\n`);
          } else {
            throw new Error(
              `This log was taken over before: ${upTo}. It does not hold the same any more: compare it with a backup from then.`,
            );
          }
        }),
      ),
    );
}

export function renewKeyCommand(): Command {
  return new Command('renew-key')
    .description(
      'make a new key to authenticate events with; every process signs with it from its next start on',
    )
    .action(() =>
      attached((parts) =>
        withVault(parts, async ({ vault }) => {
          await vault.renewEventKey();
          process.stdout.write(
            'A new key is in the vault. Stop every process of Samspor, then start them.\n',
          );
        }),
      ),
    );
}
