import { readFile } from 'node:fs/promises';
import { Command, InvalidArgumentError, Option } from 'commander';
import {
  changesIn,
  type Choice,
  type Counted,
  countedAt,
  type Day,
  type Edition,
  editionIn,
  FactsOfLog,
  figuresIn,
  fingerprinted,
  type Period,
  periodIn,
  readHistory,
  rebuilt,
  reportsOf,
} from '#reporting';
import { isRealDate } from '#vocabulary';
import { attached } from '../attach.js';
import { withParts } from '../with-parts.js';
import { statusCommand } from './status.js';

/** Prints canonical texts, to the byte: no line feed follows, so that a digest of what was printed is the text's. */
export function reportCommand(): Command {
  return new Command('report')
    .addCommand(figures())
    .addCommand(edition())
    .addCommand(changes())
    .addCommand(rebuild())
    .addCommand(statusCommand());
}

const asked = (command: Command) =>
  command
    .option('--from <folder>', 'a history in lines (docs/statistics.md)')
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
    .option('--municipality <tenant>', 'count from the log instead of a history')
    .action(async ({ contributors, ...asked }: Asked & Whose & { readonly contributors?: true }) => {
      const counted = await countedFrom(asked);
      print(contributors ? counted.contributors : counted.figures);
    });

const edition = () =>
  asked(new Command('edition').description('what may leave the unit of a period'))
    .option('--after <files...>', 'the editions that were published before, oldest first')
    .action(async ({ from, after = [], ...choice }: Asked & { readonly after?: readonly string[] }) => {
      const earlier = await Promise.all(
        after.map(async (file) => JSON.parse(await readFile(file, 'utf8')) as Edition),
      );
      print(editionIn(await history(from), choice, earlier));
    });

const changes = () =>
  asked(
    new Command('changes').description('what later registrations moved in the figures of a period, and why'),
  )
    .addOption(new Option('--was-known-on <day>').argParser(dayOf).makeOptionMandatory())
    .action(async ({ from, wasKnownOn, ...choice }: Asked & { readonly wasKnownOn: Day }) =>
      print(changesIn(await history(from), choice, wasKnownOn)),
    );

/** Holds a frozen report against its figures, counted anew from the log. */
const rebuild = () =>
  new Command('rebuild')
    .description('the figures of a frozen report anew from the log: the same bytes, or a fault')
    .requiredOption('--report <id>')
    .requiredOption('--municipality <tenant>')
    .action(({ report, municipality }: { readonly report: string; readonly municipality: string }) =>
      attached((addresses) =>
        withParts(addresses, async ({ store, codec, runner }) => {
          const reports = await reportsOf(runner, municipality);
          const { frozen } = reports.find(({ reportId }) => reportId === report) ?? {};
          if (!frozen) throw new Error(`${municipality} has no frozen report ${report}.`);
          const built = await rebuilt(new FactsOfLog(store, codec), municipality, reports, report);
          if (!built) throw new Error('The last event of the report is not in this log.');
          const held = [
            ['figures', frozen.figuresSha256, built.counted.figures],
            ['edition', frozen.forumSha256, built.edition],
            ['contributors', frozen.contributorsSha256, built.counted.contributors],
          ] as const;
          for (const [what, sha256, json] of held) {
            const isSame = fingerprinted(json).sha256 === sha256;
            if (!isSame) process.exitCode = 1;
            process.stdout.write(
              `${what}: ${isSame ? 'the same bytes' : 'OTHER BYTES'}, frozen as ${sha256}\n`,
            );
          }
        }),
      ),
    );

type Asked = Choice & { readonly from?: string };
interface Whose {
  readonly municipality?: string;
}

const history = (from: string | undefined) => {
  if (from === undefined) throw new Error('Name the folder of the history with --from.');
  return readHistory(from);
};

/** From a history, or from the log with which the program runs. */
async function countedFrom({ from, municipality, ...choice }: Asked & Whose): Promise<Counted> {
  if (municipality === undefined) return figuresIn(await history(from), choice);
  const { period, trueOn, knownOn } = choice;
  if (period === undefined) throw new Error('Name the period with --period.');
  return attached((addresses) =>
    withParts(addresses, async ({ store, codec }) => {
      const asking = { period, trueOn, until: { knownOn } };
      const counted = await countedAt(new FactsOfLog(store, codec), municipality, asking);
      if (!counted) throw new Error(`Nothing of ${municipality} was recorded by then.`);
      return counted;
    }),
  );
}

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
