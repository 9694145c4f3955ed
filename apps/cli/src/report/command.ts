import { readFile } from 'node:fs/promises';
import { Command, InvalidArgumentError, Option } from 'commander';
import {
  changesIn,
  type Choice,
  type Day,
  type Edition,
  editionIn,
  figuresIn,
  fingerprinted,
  type Period,
  periodIn,
  readHistory,
} from '#reporting';
import { isRealDate } from '#vocabulary';

/** Prints canonical texts, to the byte: no line feed follows, so that a digest of what was printed is the text's. */
export function reportCommand(): Command {
  return new Command('report').addCommand(figures()).addCommand(edition()).addCommand(changes());
}

const asked = (command: Command) =>
  command
    .requiredOption('--from <folder>', 'a history in lines (docs/statistics.md)')
    .addOption(
      new Option(
        '--period <period>',
        '2025, 2025-H1, 2025-02, or first day..day after the last; the last whole year unless told',
      ).argParser(periodOf),
    )
    .addOption(new Option('--known-on <day>', 'what was recorded by then; all unless told').argParser(dayOf));

const figures = () =>
  asked(new Command('figures').description('the canonical figures of a period'))
    .addOption(
      new Option('--true-on <day>', 'the day of stocks; the last of the period unless told').argParser(dayOf),
    )
    .option('--contributors', 'what counts behind each cell, by opaque ids')
    .action(async ({ from, contributors, ...choice }: Asked & { readonly contributors?: true }) => {
      const counted = figuresIn(await readHistory(from), choice);
      print(contributors ? counted.contributors : counted.figures);
    });

const edition = () =>
  asked(new Command('edition').description('what may leave the unit of a period'))
    .option('--after <files...>', 'the editions that were published before, oldest first')
    .action(async ({ from, after = [], ...choice }: Asked & { readonly after?: readonly string[] }) => {
      const earlier = await Promise.all(
        after.map(async (file) => JSON.parse(await readFile(file, 'utf8')) as Edition),
      );
      print(editionIn(await readHistory(from), choice, earlier));
    });

const changes = () =>
  asked(
    new Command('changes').description('what later registrations moved in the figures of a period, and why'),
  )
    .addOption(new Option('--was-known-on <day>').argParser(dayOf).makeOptionMandatory())
    .action(async ({ from, wasKnownOn, ...choice }: Asked & { readonly wasKnownOn: Day }) =>
      print(changesIn(await readHistory(from), choice, wasKnownOn)),
    );

type Asked = Choice & { readonly from: string };

const print = (json: unknown) => void process.stdout.write(fingerprinted(json).text);

function periodOf(text: string): Period {
  const period = periodIn(text);
  if (!period) {
    throw new InvalidArgumentError('must be a year, a half-year (2025-H1), a month, or two days in order');
  }
  return period;
}

function dayOf(text: string): Day {
  if (!isRealDate(text)) throw new InvalidArgumentError('must be a day, as 2025-12-31');
  return text;
}
