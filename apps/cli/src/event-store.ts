import { Command, InvalidArgumentError } from 'commander';
import { startEmbeddedEventStore } from '#embedded-eventstore';
import { adoptCommand, renewKeyCommand } from './event-store/adopt.js';
import { checkCommand, scavengeCommand } from './event-store/maintenance.js';
import { rightsCommand } from './event-store/rights.js';
import { takeNoteCommand } from './event-store/take-note.js';
import { exportCommand, importCommand } from './event-store/transfer-commands.js';

export function eventStoreCommand(): Command {
  return new Command('eventstore')
    .addCommand(runCommand(), { isDefault: true })
    .addCommand(checkCommand())
    .addCommand(rightsCommand())
    .addCommand(scavengeCommand())
    .addCommand(exportCommand())
    .addCommand(importCommand())
    .addCommand(adoptCommand())
    .addCommand(takeNoteCommand())
    .addCommand(renewKeyCommand());
}

interface RunOptions {
  readonly data: string;
  readonly port: number;
  readonly insecure?: true;
}

function runCommand(): Command {
  return new Command('run')
    .description('run it alone, on loopback (the default)')
    .requiredOption('--data <folder>', 'where its events lie')
    .option('--port <number>', 'the port to listen on; any free one for 0', portOf, 2113)
    .option('--insecure', 'ask nobody for a password: every account on this machine may read and write')
    .action(async ({ data, port, insecure }: RunOptions) => {
      const node = await startEmbeddedEventStore({
        dataDir: data,
        port,
        insecure: insecure ?? false,
        log: (line) => process.stderr.write(`${line}\n`),
      });
      process.stdout.write(`${node.connectionString}\n`);
      await new Promise<void>((stopped) => {
        for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => stopped());
      });
      await node.close();
    });
}

function portOf(text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new InvalidArgumentError('must be a number from 0 to 65535');
  }
  return port;
}
