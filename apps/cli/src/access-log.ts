import { Command } from 'commander';
import { faultOf, notedEnds } from '#apps/access-log-watch';
import { attached } from './attach.js';
import { withParts } from './with-parts.js';

/** Whether the access log is as it was written, from its first entry to its end. */
export function accessLogCommand(): Command {
  return new Command('access-log').addCommand(
    new Command('check')
      .description(
        'go through every entry: none changed, moved, put in, taken out, and the end where it was noted',
      )
      .action(() =>
        attached((addresses) =>
          withParts(addresses, async ({ runner, vault: { accessLog } }) => {
            const municipalities = await accessLog.municipalities();
            for (const municipality of municipalities) {
              const anchors = await notedEnds(runner, municipality);
              const checked = await accessLog.check(municipality, { anchors });
              const fault = faultOf(checked);
              say(fault ?? `${municipality}: ${checked.entries} entries, all as they were written.`);
              if (fault !== undefined) process.exitCode = 1;
            }
            if (municipalities.length === 0) say('Nobody has read anything yet.');
          }),
        ),
      ),
  );
}

const say = (line: string) => void process.stdout.write(`${line}\n`);
