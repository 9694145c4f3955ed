import { readFile } from 'node:fs/promises';
import { Command, InvalidArgumentError } from 'commander';
import {
  codedStatus,
  completenessOf,
  type Counted,
  countedOf,
  FactsOfLog,
  figuresIn,
  type Period,
  readCodeTable,
  readHistory,
  type Register,
  registerOf,
  statusFileOf,
} from '#reporting';
import { attached } from '../attach.js';
import { withParts } from '../with-parts.js';

interface Asked {
  readonly year: Period;
  readonly codes: string;
  readonly register: string;
  readonly from?: string;
  readonly municipality?: string;
}

/** What KOSTRA and KPR ask of each person per 31 December, by the municipality's own table of codes; nothing while a code is missing. */
export const statusCommand = () =>
  new Command('status')
    .description('the status of each person per 31 December in the codes of a national register, as CSV')
    .requiredOption('--year <year>', 'the year that ends with the day of status', yearOf)
    .requiredOption('--codes <file>', 'the table of codes (docs/statistics.md)')
    .requiredOption('--register <name>', 'whose codes, as the table names it')
    .option('--from <folder>', 'a history in lines (docs/statistics.md)')
    .option('--municipality <tenant>', 'count from the log instead of a history')
    .action(async (asked: Asked) => {
      const table = readCodeTable(await readFile(asked.codes, 'utf8'));
      if (table.faults.length > 0) {
        throw new Error(`${asked.codes} cannot be taken.\n${table.faults.map(([en]) => en).join('\n')}`);
      }
      const { counted, register } = await knownOf(asked);
      for (const [check, persons] of Object.entries(completenessOf(counted, register))) {
        if (persons.length > 0) process.stderr.write(`${check}: ${persons.join(', ')}\n`);
      }
      const coded = codedStatus(counted, table, asked.register);
      if ('missing' in coded) {
        const missing = coded.missing.map(({ asked: what, value }) => `${what} ${value}`).join(', ');
        throw new Error(`Nothing is told while ${asked.register} has no code for: ${missing}.`);
      }
      process.stdout.write(statusFileOf(coded.lines));
    });

async function knownOf({
  from,
  municipality,
  year: period,
}: Asked): Promise<{ counted: Counted; register: Register }> {
  if (municipality === undefined) {
    if (from === undefined) throw new Error('Name the folder of the history with --from, or --municipality.');
    const history = await readHistory(from);
    return { counted: figuresIn(history, { period }), register: registerOf(history.lines) };
  }
  return attached((addresses) =>
    withParts(addresses, async ({ store, codec }) => {
      const known = await new FactsOfLog(store, codec).known(municipality, {});
      if (!known) throw new Error(`Nothing of ${municipality} is recorded.`);
      return { counted: countedOf(known, municipality, { period }), register: known.register };
    }),
  );
}

function yearOf(text: string): Period {
  if (!/^(19|20|21)\d\d$/.test(text)) throw new InvalidArgumentError('must be a year, as 2025');
  return { from: `${text}-01-01`, to: `${Number(text) + 1}-01-01` };
}
