import { Command } from 'commander';
import { readConfig } from '#apps/standalone/src/config';
import { readRuntime } from '#apps/standalone/src/data-dir';
import { playDemo } from './play.js';

export function demoCommand(): Command {
  return new Command('demo')
    .description("play Aure's procedure for a dozen invented people against a running application")
    .option('--url <address>', 'where the application answers; unless told, the one that runs on DATA_DIR')
    .action(({ url = runningUrl() }: { url?: string }) =>
      playDemo(url, (line) => process.stdout.write(`${line}\n`)),
    );
}

/** What the application on the data folder announced, else where one would listen by the same settings. */
function runningUrl(): string {
  const { dataDir, port } = readConfig(process.env);
  return readRuntime(dataDir)?.url ?? `http://127.0.0.1:${port}`;
}
