import { Command } from 'commander';
import { readConfig } from '#apps/standalone/src/config';
import { readRuntime } from '#apps/standalone/src/data-dir';
import { readDemoKey } from '#apps/standalone/src/demo-key';
import { howToLook } from './look.js';
import { playDemo } from './play.js';

export function demoCommand(): Command {
  return new Command('demo')
    .option('--url <address>', 'where the application answers; unless told, the one that runs on DATA_DIR')
    .action(async (given: { readonly url?: string }) => {
      const { dataDir, port } = readConfig(process.env);
      // What the application on the data folder announced, else where one would listen by the same settings.
      const url = given.url ?? readRuntime(dataDir)?.url ?? `http://127.0.0.1:${port}`;
      const tell = (line: string) => process.stdout.write(`${line}\n`);
      await playDemo({ url, demoKey: () => readDemoKey(dataDir) }, tell);
      tell(howToLook(url, dataDir));
    });
}
