import { hash } from 'node:crypto';
import { derivedId, type Receipt, type Recording } from '#event-sourcing';
import type { Grid } from '#spreadsheet';
import { importDecider } from '../domain/decide.js';
import { importRefusals } from '../domain/step.js';
import { importStream } from '../questions.js';
import type { ColumnName } from '../rows/columns.js';
import { type ListedPerson, personsIn } from '../rows/persons.js';
import { type EarlierList, earlierRowsIn } from '../rows/read-rows.js';
import { say } from '../rows/sentences.js';
import { type Circumstances, commandOf, type ImportParts, keyedId } from './parts.js';
import { recordImportStep } from './record-step.js';
import { rehearsePerson, takePerson, type UnderWay } from './take-person.js';
import { type Counts, countsOf, faulty, faultySo, type Verdict } from './verdict.js';

/** So many people at a time: each has streams of their own. */
const atOnce = 8;

/** A list that was read, and the import that it is. */
export interface ReadList {
  readonly importId: string;
  readonly list: EarlierList;
  /** People whose rows have no fault of their own. */
  readonly persons: readonly ListedPerson[];
  /** Of the rows that have, and of those of the same people. */
  readonly refused: readonly Verdict[];
  readonly placeOf: UnderWay['placeOf'];
}

/** Reads a list. Equal lists are one import, whatever the file is called, until it is taken back. Rejects with `UnreadableFile`. */
export async function readList(
  parts: ImportParts,
  grid: Grid,
  {
    tenant,
    today,
    units,
  }: { readonly tenant: string; readonly today: string; readonly units: ReadonlyMap<string, string> },
): Promise<ReadList> {
  const list = earlierRowsIn(grid, { units, today });
  const placeOf = (column: ColumnName) => {
    const place = list.at[column];
    return place === undefined ? undefined : place + 1;
  };
  const all = personsIn(list.rows);
  const wrong = new Set(list.faults.map(({ row }) => row));
  const persons = all.filter(({ rows }) => !rows.some(({ row }) => wrong.has(row)));
  return {
    importId: await importIdOf(parts, tenant, grid),
    list,
    persons,
    refused: refusedIn(all, list),
    placeOf,
  };
}

function refusedIn(persons: readonly ListedPerson[], { faults }: EarlierList): Verdict[] {
  const byRow = new Map<number, Verdict['faults'][number][]>();
  for (const { row = 1, ...fault } of faults) byRow.set(row, [...(byRow.get(row) ?? []), fault]);
  const besides = persons.flatMap(({ rows }) => {
    const wrong = rows.find(({ row }) => byRow.has(row));
    if (wrong === undefined) return [];
    const others = rows.filter(({ row }) => !byRow.has(row));
    return others.map(({ row }) => faultySo(row, say('other-row', { row: String(wrong.row) })));
  });
  return [...[...byRow].map(([row, own]) => faulty(row, own)), ...besides];
}

/** The same content is the same import; what was taken back is followed by another. */
async function importIdOf(parts: ImportParts, tenant: string, { rows }: Grid): Promise<string> {
  const digest = hash('sha256', JSON.stringify(rows));
  for (let turn = 0; ; turn += 1) {
    const importId = keyedId(parts, tenant, 'list', `${digest} ${turn}`);
    const { state } = await importOf(parts.runner, tenant, importId);
    if (state.status !== 'TAKEN_BACK') return importId;
  }
}

/** How far an import has come, as the log has it now. */
export const importOf = (runner: Pick<Recording, 'look'>, tenant: string, importId: string) =>
  runner.look(importDecider, importStream(tenant, importId));

/** Who hears how far it is, of rows that have their verdict, and when it is to stop. */
export interface Watching {
  readonly told?: (done: number) => void;
  readonly signal?: AbortSignal;
}

/** A verdict for every row, and nothing recorded. */
export function rehearseList(
  parts: ImportParts,
  read: ReadList,
  circumstances: Circumstances,
  watching?: Watching,
): Promise<readonly Verdict[]> {
  return each({ parts, circumstances, ...read }, read, rehearsePerson, watching);
}

/**
 * Records what the rows say, person by person, and counts what came of them. What has a fault stays out. Cut short at whatever moment it is gone on
 * with by taking in the same list again.
 */
export async function takeInList(
  parts: ImportParts,
  { fileName, ...read }: ReadList & { readonly fileName?: string | undefined },
  circumstances: Circumstances,
  watching?: Watching,
): Promise<{ readonly verdicts: readonly Verdict[]; readonly counts: Counts }> {
  const { importId } = read;
  await beginImport(parts, { ...read, fileName }, circumstances);
  const verdicts = await each({ parts, circumstances, ...read }, read, takePerson, watching);
  const counts = countsOf(verdicts);
  const { history } = await importOf(parts.runner, circumstances.municipality, importId);
  await recordImportStep(
    parts.runner,
    { step: 'ImportCompleted', importId, told: counts },
    commandOf(circumstances, importId, derivedId('import completed', importId, history.length)),
  );
  return { verdicts, counts };
}

/** Records that it begins, once; refused while it is being taken back. */
export async function beginImport(
  { runner }: Pick<ImportParts, 'runner'>,
  { importId, fileName, list }: ReadList & { readonly fileName?: string | undefined },
  circumstances: Circumstances,
): Promise<Receipt> {
  const { state } = await importOf(runner, circumstances.municipality, importId);
  importRefusals.refuseIf(state.status === 'BEING_TAKEN_BACK', 'taken-back');
  return recordImportStep(
    runner,
    {
      step: 'ImportBegun',
      importId,
      told: { rowCount: list.rows.length, ...(fileName !== undefined && { fileName }) },
    },
    commandOf(circumstances, importId, derivedId('import begun', importId)),
  );
}

async function each(
  under: UnderWay,
  { persons, refused }: Pick<ReadList, 'persons' | 'refused'>,
  judge: typeof takePerson,
  { told = () => {}, signal }: Watching = {},
): Promise<readonly Verdict[]> {
  const verdicts = [...refused];
  const waiting = persons.values();
  const worker = async () => {
    for (const person of waiting) {
      signal?.throwIfAborted();
      verdicts.push(...(await judge(under, person)));
      told(verdicts.length);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return verdicts.toSorted((one, other) => one.row - other.row);
}
