import { randomUUID } from 'node:crypto';
import { basename } from 'node:path';
import { Command, Option } from 'commander';
import { ownCommand } from '#apps/api/src/commands/own-command';
import { profileOf } from '#municipality';
import type { Importing } from '#municipality/application/index';
import { attached } from '../attach.js';
import { type Parts, withParts } from '../with-parts.js';
import {
  type Encoding,
  encodings,
  type Fault,
  type Grid,
  readFile,
  sayFault,
  UnreadableFile,
} from '#spreadsheet';
import { type Listed, staffIn, unitsIn, unitWords } from './lists.js';
import { type ListName, type Lists, type Outcome, rehearsed, takenIn } from './take-in.js';

interface Options {
  readonly municipality: string;
  readonly units?: string;
  readonly staff?: string;
  readonly issuer?: string;
  readonly encoding: Encoding;
  readonly dryRun?: boolean;
}

export function staffCommand(): Command {
  const take = new Command('import')
    .description(
      'take in units and staff from CSV or XLSX: what is new or otherwise than the register is recorded, all or nothing of a list with a fault',
    )
    .requiredOption('--municipality <tenant>', 'whose they are')
    .option(
      '--units <file>',
      'the units: kode, navn, namn, ligger under, leder (ansattnummer), opprettet, avsluttet',
    )
    .option(
      '--staff <file>',
      'the staff, a row for each place: ansattnummer or innlogging, navn, enhet, rolle, tittel, kommer fra, arbeidsgiver, fra, til og med, telefon, e-post',
    )
    .option('--issuer <url>', 'who issues the logins of the column innlogging: the issuer in their tokens')
    .addOption(new Option('--encoding <encoding>', 'of a CSV').choices(encodings).default('utf-8'))
    .option('--dry-run', 'say what would be done, and record nothing')
    .action(importLists);
  return new Command('staff').addCommand(take);
}

async function importLists(options: Options): Promise<void> {
  if (options.units === undefined && options.staff === undefined) {
    throw new Error('Name a list: --units <file>, --staff <file> or both.');
  }
  const read = await listsOf(options);
  const wrong = faultsIn(read, options);
  if (wrong.length > 0) return refused(wrong);
  await attached((addresses) => withParts(addresses, (parts) => take(parts, options, read)));
}

interface Read extends Lists {
  readonly grids: Readonly<Partial<Record<ListName, Grid>>>;
  readonly faults: readonly (Fault & { readonly list: ListName })[];
}

async function listsOf({ units, staff, issuer, encoding }: Options): Promise<Read> {
  const grids = {
    ...(units !== undefined && { units: await gridOf(units, encoding) }),
    ...(staff !== undefined && { staff: await gridOf(staff, encoding) }),
  };
  const empty: Listed<never> = { listed: [], faults: [], notes: [] };
  const listedUnits = grids.units === undefined ? empty : inFile(units, () => unitsIn(grids.units as Grid));
  const words = unitWords(listedUnits.listed);
  const listedStaff =
    grids.staff === undefined ? empty : inFile(staff, () => staffIn(grids.staff as Grid, { words, issuer }));
  for (const [file, { notes }] of [
    [units, listedUnits],
    [staff, listedStaff],
  ] as const) {
    for (const note of notes) process.stderr.write(`${basename(file ?? '')}: ${note.en}\n`);
  }
  const of = (list: ListName, faults: readonly Fault[]) => faults.map((fault) => ({ list, ...fault }));
  return {
    units: listedUnits.listed,
    staff: listedStaff.listed,
    grids,
    faults: [...of('units', listedUnits.faults), ...of('staff', listedStaff.faults)],
  };
}

const gridOf = (file: string, encoding: Encoding) =>
  readFile(file, { encoding }).catch((error: unknown) => {
    throw named(file, error);
  });

function inFile<T>(file: string | undefined, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw named(file ?? '', error);
  }
}

const named = (file: string, error: unknown) =>
  error instanceof UnreadableFile
    ? new Error(`${basename(file)}: ${error.message} Nothing was changed.`, { cause: error })
    : error;

async function take(
  { runner, vault }: Parts,
  { dryRun = false, ...options }: Options,
  lists: Read,
): Promise<void> {
  const { municipality } = options;
  const { profile } = await profileOf(runner, municipality);
  if (profile === undefined) {
    throw new Error(
      `${municipality} has adopted no profile: samspor profile adopt <file>. Nothing was changed.`,
    );
  }
  const importing: Importing = {
    runner,
    parties: vault.parties,
    keys: vault.keys,
    contextOf: () => ({ ...ownCommand('OPERATOR', municipality, randomUUID()), unrepeatable: true }),
  };
  const rehearsal = await rehearsed(importing, lists);
  const wrong = faultsIn({ ...lists, faults: rehearsal.faults }, options);
  if (wrong.length > 0) return refused(wrong);
  if (dryRun) {
    process.stdout.write('Nothing is recorded. It would be so:\n');
    return tell(rehearsal, options);
  }
  let shown = 0;
  const outcome = await takenIn(importing, lists, (done) => {
    if (done - shown < 1_000) return;
    shown = done;
    process.stderr.write(`${done} rows are done.\n`);
  });
  tell(outcome, options);
  // Somebody else has recorded something since it was rehearsed.
  const since = faultsIn({ ...lists, faults: outcome.faults }, options);
  if (since.length === 0) return;
  for (const line of since) process.stderr.write(`${line}\n`);
  process.stderr.write('These rows were refused, the others are recorded. Import again.\n');
  process.exitCode = 1;
}

/** Of faults: whoever has more mends those first. */
const mostShown = 1_000;

const words = { NEW: 'new', CHANGED: 'changed', UNCHANGED: 'unchanged' } as const;

function tell({ rows }: Outcome, options: Pick<Options, ListName>): void {
  for (const list of ['units', 'staff'] as const) {
    const file = options[list];
    if (file === undefined) continue;
    const own = rows.filter((row) => row.list === list);
    for (const { row, kind, changes } of own.filter((one) => one.kind !== 'UNCHANGED')) {
      const what = changes.length === 0 ? '' : `: ${changes.join(', ')}`;
      process.stdout.write(`${basename(file)}, row ${row}: ${words[kind]}${what}\n`);
    }
    const counts = (['NEW', 'CHANGED', 'UNCHANGED'] as const).map(
      (kind) => `${own.filter((one) => one.kind === kind).length} ${words[kind]}`,
    );
    process.stdout.write(`${list}: ${counts.join(', ')}\n`);
  }
}

function faultsIn(
  { faults, grids }: Pick<Read, 'faults' | 'grids'>,
  options: Pick<Options, ListName>,
): string[] {
  return faults.map(({ list, ...fault }) => {
    const headings = grids[list]?.rows[0] ?? [];
    return `${basename(options[list] ?? '')}, ${sayFault(fault, headings)}`;
  });
}

function refused(lines: readonly string[]): void {
  for (const line of lines.slice(0, mostShown)) process.stderr.write(`${line}\n`);
  if (lines.length > mostShown) process.stderr.write(`… and ${lines.length - mostShown} more\n`);
  process.stderr.write(`${lines.length} ${lines.length === 1 ? 'fault' : 'faults'}. Nothing was changed.\n`);
  process.exitCode = 1;
}
