import { Command } from 'commander';
import { startEmbeddedEventStoreWorker } from '#embedded-eventstore';
import { inWords } from './tally.js';
import { exportLog, importLog, type Moving } from './transfer.js';

interface Where {
  readonly data?: string;
  readonly url?: string;
}

export function exportCommand(): Command {
  return located('export', "write Samspor's events to a file, in the order of $all")
    .argument('<file>', 'a new file; it holds all that the log holds')
    .option('--all', 'also what other applications keep in the same event store')
    .action(async (file: string, { all = false, ...where }: Where & Moving) => {
      const events = await withLog(where, (connectionString) => exportLog(connectionString, file, { all }));
      process.stdout.write(`Exported ${events} events to ${file}.\n`);
    });
}

export function importCommand(): Command {
  return located(
    'import',
    'append all events of an export to an empty event store; the same again goes on where it was broken off',
  )
    .argument('<file>', 'what export wrote')
    .action(async (file: string, where: Where) => {
      const { events, placeholders, before } = await withLog(where, (connectionString) =>
        importLog(connectionString, file, (told) => process.stderr.write(`${inWords(told)}\n`)),
      );
      if (before > 0) process.stdout.write(`${before} events were there from an earlier attempt.\n`);
      process.stdout.write(
        `Imported ${events} events from ${file}. Read back, they are the same in the same order.\n`,
      );
      if (placeholders > 0) {
        process.stdout.write(
          `${placeholders} events of type Scavenged, without content, stand where a scavenge had taken events away.\n`,
        );
      }
    });
}

const located = (name: string, description: string): Command =>
  new Command(name)
    .description(description)
    .option('--data <folder>', 'the folder of an embedded node that is stopped')
    .option('--url <esdb>', 'the connection string of a server that runs');

/** Works on the server that is named, or on a node that is started on the folder for as long as it takes. */
async function withLog<T>({ data, url }: Where, work: (connectionString: string) => Promise<T>): Promise<T> {
  if (url !== undefined && data === undefined) return work(url);
  if (data === undefined || url !== undefined) throw new Error('Give either --data or --url.');
  const node = await startEmbeddedEventStoreWorker({
    dataDir: data,
    log: (line) => process.stderr.write(`${line}\n`),
  });
  try {
    return await work(node.plainConnectionString);
  } finally {
    await node.close();
  }
}
