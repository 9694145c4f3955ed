import { Command } from 'commander';
import { codec, declared } from '#apps/codec';
import { settingsIn } from '#apps/settings';
import {
  checkEventStore,
  scavengeEventStore,
  startEmbeddedEventStore,
  type Damage,
} from '#embedded-eventstore';
import { checkStreams, type Decoder, type EventStore, strangersAmongNotes } from '#event-sourcing';
import { connectEventStore } from '#event-sourcing/eventstoredb/index';
import { attached } from '../attach.js';
import { withParts } from '../with-parts.js';
import { importUnderWay } from './import-mark.js';
import { checkOwnRights } from './rights.js';

const print = (line: string): boolean => process.stdout.write(`${line}\n`);

/** Ends with code 1 when anything is damaged, or waits for somebody. */
export function checkCommand(): Command {
  return new Command('check')
    .description(
      'go through the log and say what Samspor cannot read or believe; of a stopped node first whether a byte is damaged, of a server the rights of its login',
    )
    .option(
      '--data <folder>',
      'a stopped node, by where its events lie; without its vault nothing tells who wrote what',
    )
    .action(async ({ data }: { data?: string }) => {
      if (data === undefined) {
        const setting = settingsIn(process.env);
        if (setting('EVENTSTORE_URL') !== undefined) {
          if (!(await checkOwnRights(setting))) process.exitCode = 1;
          if (setting('VAULT_DATABASE_URL') === undefined) {
            process.stderr.write(
              'What the log holds is looked at where VAULT_DATABASE_URL, DATABASE_URL and KEY_FILE are set too.\n',
            );
            return;
          }
        }
        await attached((parts) =>
          withParts(parts, async ({ store, codec: own, authenticity }) => {
            await checkContents(store, own);
            for (const told of await strangersAmongNotes(store, authenticity)) print(told);
          }),
        );
      } else if (await checkBytes(data)) {
        await checkFolder(data);
      }
    });
}

/** Whether they are sound. */
async function checkBytes(data: string): Promise<boolean> {
  const { segments, commits, events, damages, tornTail } = await checkEventStore(data);
  for (const damage of damages) print(lineOf(damage));
  if (tornTail) {
    print(`${lineOf(tornTail)} It is the end of an append that nobody was promised; the next start cuts it.`);
  }
  print(`${events} events in ${commits} commits and ${segments} segments: ${verdict(damages.length)}.`);
  if (damages.length > 0) process.exitCode = 1;
  return damages.length === 0;
}

async function checkFolder(dataDir: string): Promise<void> {
  const node = await startEmbeddedEventStore({
    dataDir,
    log: (line) => process.stderr.write(`${line}\n`),
  });
  const store = connectEventStore(node.connectionString);
  try {
    await checkContents(store, codec);
  } finally {
    await store.close();
    await node.close();
  }
}

async function checkContents(store: EventStore, decoder: Decoder): Promise<void> {
  const prefixes = declared.map(({ category }) => `${category}-`);
  const { events, streams, faults } = await checkStreams(store, decoder, prefixes);
  for (const { stream, message, isNoted } of faults) {
    print(`${stream}${isNoted ? ' (noted)' : ''}: ${message}`);
  }
  const waiting = faults.filter(({ isNoted }) => !isNoted).length;
  print(
    `${events} events in ${streams} streams: ${waiting === 0 ? 'nothing waits for anybody' : `${waiting} streams are set aside`}.`,
  );
  const half = await importUnderWay(store);
  if (half !== undefined) print(half);
  if (waiting > 0 || half !== undefined) process.exitCode = 1;
}

export function scavengeCommand(): Command {
  return new Command('scavenge')
    .description('take what metadata hides out of a stopped node for good')
    .requiredOption('--data <folder>', 'where its events lie')
    .action(async ({ data }: { data: string }) => {
      const { events, bytes, left } = await scavengeEventStore(data, {
        log: (line) => process.stderr.write(`${line}\n`),
      });
      print(`Removed ${events} events, ${bytes} bytes. ${left} events are left.`);
    });
}

const lineOf = ({ segment, offset, what }: Damage): string => `${segment} at offset ${offset}: ${what}`;
const verdict = (damages: number): string => (damages === 0 ? 'sound' : `${damages} places are damaged`);
