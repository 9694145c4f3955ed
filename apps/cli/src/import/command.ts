import { randomUUID } from 'node:crypto';
import { basename } from 'node:path';
import { Command, Option } from 'commander';
import { ownCommand } from '#apps/api/src/commands/own-command';
import { composeApi, type ComposedApi } from '#apps/api/src/compose';
import {
  circumstancesOf,
  importPartsOf,
  mostUnpacked,
  unitWordsFor,
} from '#apps/api/src/imports/import-parts';
import { connectEventStore } from '#event-sourcing/eventstoredb/index';
import {
  countsOf,
  readList,
  type ReadList,
  rehearseList,
  takeBack,
  takeInList,
  type Verdict,
} from '#import/application/index';
import { profileOf } from '#municipality';
import { type Encoding, encodings, type Grid, readFile, sayFault, UnreadableFile } from '#spreadsheet';
import { attached, type Attached } from '../attach.js';

interface Options {
  readonly municipality: string;
  readonly encoding: Encoding;
  readonly dryRun?: boolean;
  readonly takeBack?: string;
  readonly reason?: string;
}

export function importCommand(): Command {
  return new Command('import')
    .description(
      'take in the list of plans and coordinators that a unit kept before, as CSV or XLSX: each row once, rows with a fault left out; or take an import back as a whole',
    )
    .argument('[file]', 'the list; its columns are told by GET /v1/import-template')
    .requiredOption('--municipality <tenant>', 'whose it is')
    .addOption(
      new Option('--encoding <encoding>', 'of a CSV; UTF-8, or else Windows-1252, unless told')
        .choices(encodings)
        .default('either', 'either'),
    )
    .option('--dry-run', 'say what would come of each row, and record nothing')
    .option('--take-back <id>', 'mark all that this import recorded as recorded in error')
    .option('--reason <text>', 'why it is taken back')
    .action((file: string | undefined, options: Options) => run(file, options));
}

async function run(file: string | undefined, options: Options): Promise<void> {
  const { takeBack: importId, reason } = options;
  if (importId !== undefined) {
    if (file !== undefined) throw new Error('Name a file to take in, or an import to take back, not both.');
    if (reason === undefined) throw new Error('Say with --reason why the import is taken back.');
    return attached((addresses) => withApi(addresses, (api) => back(api, options, { importId, reason })));
  }
  if (file === undefined) throw new Error('Name a file, or with --take-back an import.');
  const grid = await named(file, readFile(file, { ...options, takesValues: true, most: mostUnpacked }));
  await attached((addresses) => withApi(addresses, (api) => take(api, options, file, grid)));
}

async function withApi<T>(
  { eventStoreUrl, ...addresses }: Attached,
  work: (api: ComposedApi) => Promise<T>,
): Promise<T> {
  const store = connectEventStore(eventStoreUrl);
  try {
    const api = await composeApi({ store, ...addresses });
    try {
      return await work(api);
    } finally {
      await api.close();
    }
  } finally {
    await store.close();
  }
}

async function take(api: ComposedApi, options: Options, file: string, grid: Grid): Promise<void> {
  const { municipality: tenant, dryRun = false } = options;
  const { profile } = await profileOf(api.runner, tenant);
  if (profile === undefined) {
    throw new Error(`${tenant} has adopted no profile: samspor profile adopt <file>. Nothing was changed.`);
  }
  const circumstances = circumstancesOf(ownCommand('OPERATOR', tenant, randomUUID()));
  const parts = importPartsOf(api);
  const asked = { tenant, today: circumstances.today, units: await unitWordsFor(api, tenant) };
  const read = await named(file, readList(parts, grid, asked));
  for (const note of read.list.notes) process.stderr.write(`${basename(file)}: ${note.en}\n`);
  if (dryRun) {
    process.stdout.write('Nothing is recorded. It would be so:\n');
    return tell(grid, read, await rehearseList(parts, read, circumstances));
  }
  let shown = 0;
  const told = (done: number) => {
    if (done - shown < 500) return;
    shown = done;
    process.stderr.write(`${done} rows are done.\n`);
  };
  const whole = { ...read, fileName: basename(file).slice(0, 255) };
  const { verdicts } = await takeInList(parts, whole, circumstances, { told });
  tell(grid, read, verdicts);
}

async function back(
  api: ComposedApi,
  { municipality }: Options,
  what: { readonly importId: string; readonly reason: string },
): Promise<void> {
  const circumstances = circumstancesOf(ownCommand('OPERATOR', municipality, randomUUID()));
  const { entries } = await takeBack(importPartsOf(api), what, circumstances);
  process.stdout.write(`The import is taken back: ${entries} entries are marked as recorded in error.\n`);
}

const kinds = { RECORDED: 'recorded', ALREADY: 'already there', FAULTY: 'faulty' } as const;
const facts = {
  PERSON: 'a new person',
  CONSENT: 'consent given',
  PLAN: 'plan started',
  PLAN_END: 'plan closed',
  COORDINATOR: 'coordinator from',
  RELEASE: 'coordinator released',
} as const;

function tell({ rows: [headings = []] }: Grid, { importId }: ReadList, verdicts: readonly Verdict[]): void {
  for (const { row, kind, facts: own, faults } of verdicts) {
    const what = own.map(({ kind: fact, on = '' }) => `${facts[fact]} ${on}`.trim()).join(', ');
    if (kind === 'RECORDED') process.stdout.write(`row ${row}: ${what}\n`);
    for (const fault of faults) process.stderr.write(`${sayFault({ row, ...fault }, headings)}\n`);
  }
  const { recorded, already, faulty } = countsOf(verdicts);
  process.stdout.write(
    `${recorded} rows ${kinds.RECORDED}, ${already} ${kinds.ALREADY}, ${faulty} ${kinds.FAULTY}. The import is ${importId}.\n`,
  );
  if (faulty > 0) process.exitCode = 1;
}

const named = <T>(file: string, reading: Promise<T>): Promise<T> =>
  reading.catch((error: unknown) => {
    if (!(error instanceof UnreadableFile)) throw error;
    throw new Error(`${basename(file)}: ${error.message} Nothing was changed.`, { cause: error });
  });
