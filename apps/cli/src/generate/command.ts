import { Command, InvalidArgumentError } from 'commander';
import { attached } from '../attach.js';
import { generate } from './generate.js';
import { municipalitiesNamed } from './town.js';

interface Options {
  readonly events: number;
  readonly seed: number;
  readonly municipalities: string;
}

const tellEveryMs = 2_000;

export function generateCommand(): Command {
  return new Command('generate')
    .option('--events <number>', 'about how many events', wholeNumber, 100_000)
    .option('--seed <number>', 'the same seed tells the same history', wholeNumber, 1)
    .option('--municipalities <names>', 'such as aure,hamar; or a number of them', 'aure')
    .action(async ({ events, seed, municipalities: named }: Options) => {
      if (process.env['OIDC_ISSUER']) throw new Error('OIDC_ISSUER is set: these data are for real people.');
      const municipalities = await municipalitiesNamed(named);
      const begun = Date.now();
      let toldAt = begun;
      await attached(
        async (parts) => {
          const told = await generate(
            parts,
            { events, seed, municipalities },
            ({ events: done, lastDay }) => {
              if (Date.now() - toldAt < tellEveryMs) return;
              toldAt = Date.now();
              process.stderr.write(`${done} events, up to ${lastDay}\n`);
            },
          );
          const seconds = (Date.now() - begun) / 1000;
          process.stdout.write(
            `${told.events} events of ${told.lives} lives in ${municipalities.length} municipalities, ` +
              `${told.firstDay} to ${told.lastDay}, in ${seconds.toFixed(1)} s (${Math.round(told.events / seconds)}/s)\n`,
          );
        },
        { makesFolder: true },
      );
    });
}

function wholeNumber(text: string): number {
  const number = Number(text);
  if (!/^\d+$/.test(text) || !Number.isSafeInteger(number)) {
    throw new InvalidArgumentError('must be a whole number');
  }
  return number;
}
