import { Command, Option } from 'commander';
import { Clock } from '#apps/clock';
import { readConfig } from '#apps/standalone/src/config';
import { readRuntime } from '#apps/standalone/src/data-dir';
import { readDemoKey } from '#apps/standalone/src/demo-key';
import { type CourseName, courseNames, playCourse } from './courses/index.js';
import { howToLook } from './look.js';
import { playDemo } from './play.js';

interface Given {
  readonly url?: string;
  readonly municipality?: CourseName;
}

export function demoCommand(): Command {
  return new Command('demo')
    .option('--url <address>', 'where the application answers; unless told, the one that runs on DATA_DIR')
    .addOption(
      new Option(
        '--municipality <name>',
        "play one person's way through that municipality's own procedure, and tell its history",
      ).choices(courseNames),
    )
    .action(async (given: Given) => {
      const { dataDir, port } = readConfig(process.env);
      // What the application on the data folder announced, else where one would listen by the same settings.
      const url = given.url ?? readRuntime(dataDir)?.url ?? `http://127.0.0.1:${port}`;
      const tell = (line: string) => process.stdout.write(`${line}\n`);
      const at = { url, demoKey: () => readDemoKey(dataDir) };
      const clock = new Clock();
      const today = clock.dayOf(clock.now());
      if (given.municipality === undefined) {
        await playDemo(at, today, tell);
        tell(howToLook(url, dataDir));
        return;
      }
      const { municipality, trail } = await playCourse(at, given.municipality, today);
      trail.forEach(tell);
      tell(howToLook(url, dataDir, municipality));
    });
}
