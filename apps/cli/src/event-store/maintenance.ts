import { Command } from 'commander';
import { settingsIn } from '#apps/settings';
import { checkEventStore, scavengeEventStore, type Damage } from '#embedded-eventstore';
import { checkOwnRights } from './rights.js';

const print = (line: string): boolean => process.stdout.write(`${line}\n`);

/** Ends with code 1 when anything is damaged. */
export function checkCommand(): Command {
  return new Command('check')
    .description(
      'read every byte of a stopped node and say what is damaged; or try the rights of the login in EVENTSTORE_URL',
    )
    .option('--data <folder>', 'where the events of the node lie')
    .action(async ({ data }: { data?: string }) => {
      if (data === undefined) {
        if (!(await checkOwnRights(settingsIn(process.env)))) process.exitCode = 1;
        return;
      }
      const { segments, commits, events, damages, tornTail } = await checkEventStore(data);
      for (const damage of damages) print(lineOf(damage));
      if (tornTail) {
        print(
          `${lineOf(tornTail)} It is the end of an append that nobody was promised; the next start cuts it.`,
        );
      }
      print(`${events} events in ${commits} commits and ${segments} segments: ${verdict(damages.length)}.`);
      if (damages.length > 0) process.exitCode = 1;
    });
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
