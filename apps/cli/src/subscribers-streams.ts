import { randomBytes } from 'node:crypto';
import { settingsIn } from '#apps/settings';
import { addressIn, giveStreamReader } from '#event-sourcing/eventstoredb/index';
import { eventStreamsOf, publicStream, readerOf } from '#subscription';
import { attached } from './attach.js';
import { of, type Of, say } from './subscribers-parts.js';
import { withParts } from './with-parts.js';

interface One extends Of {
  readonly stream: string;
}

interface Account extends One {
  readonly narrow?: boolean;
}

const administrator = 'EVENTSTORE_ADMIN_URL';

const one = (name: string, description: string) =>
  of(name, description).requiredOption(
    '--stream <id>',
    'which stream of the event store, as the list has it',
  );

export const accountCommand = () =>
  one(
    'account',
    'make the login in the event store that reads one stream and nothing else, or give it a new password; it is told once',
  )
    .option('--narrow', 'set the rights of all streams first, where none are set: no other login reads any')
    .addHelpText(
      'after',
      `\nIt takes an administrator of the event store: the address in ${administrator} (or a file in ${administrator}_FILE), else Samspor's own.`,
    )
    .action(({ municipality, stream: streamId, narrow = false }: Account) =>
      attached((addresses) =>
        withParts(addresses, async ({ runner }) => {
          const all = await eventStreamsOf(runner, municipality);
          const found = all.find((stream) => stream.streamId === streamId);
          if (found === undefined) throw new Error(`There is no stream ${streamId} here.`);
          if (found.closedOn !== undefined) throw new Error(`The stream was closed on ${found.closedOn}.`);
          const owner = addressIn(addresses.eventStoreUrl).login?.username;
          if (owner === undefined) {
            throw new Error('Samspor itself has no login in this event store: everybody reads it all.');
          }
          const reader = { username: readerOf(streamId), password: randomBytes(24).toString('base64url') };
          const stream = publicStream(municipality, streamId);
          const given = await giveStreamReader(
            settingsIn(process.env)(administrator) ?? addresses.eventStoreUrl,
            { stream, reader, owner, narrow },
          );
          say(`STREAM=${stream}\nLOGIN=${reader.username}\nPASSWORD=${reader.password}`);
          if (given.login === 'standing') say('A password from before does not hold any more.');
          say('The feed lets it in within a few seconds, while the subscription is in force.');
        }),
      ),
    );
