import { InvalidFact, Rehearsal, Rejection } from '#event-sourcing';
import {
  concludeUnit,
  importPerson,
  importUnit,
  type Imported,
  type Importing,
  type ListedPerson,
  type ListedUnit,
  RehearsedIds,
  StoppedAt,
} from '#municipality/application/index';
import type { Fault } from '#spreadsheet';
import { inEnglish } from './in-english.js';

export interface Lists {
  readonly units: readonly ListedUnit[];
  readonly staff: readonly ListedPerson[];
}
export type ListName = keyof Lists;

/** What came of a row, or would. */
export interface RowOutcome extends Imported {
  readonly list: ListName;
  readonly row: number;
}

export interface Outcome {
  readonly rows: readonly RowOutcome[];
  readonly faults: readonly (Fault & { readonly list: ListName })[];
}

/** So many people are taken in at a time: each is a stream of its own. */
const atOnce = 16;

/** Says what taking in these lists would do and what stands against it; records nothing. */
export const rehearsed = (importing: Importing, lists: Lists): Promise<Outcome> =>
  takenIn(
    {
      ...importing,
      runner: new Rehearsal(importing.runner),
      parties: new RehearsedIds(importing.parties),
    },
    lists,
  );

/**
 * Takes lists in: units, each after the one that it stands under, then people, then who leads which unit and which have ended. Goes on past a
 * row that is refused. `told` hears of how many are done.
 */
export async function takenIn(
  importing: Importing,
  { units, staff }: Lists,
  told: (done: number) => void = () => {},
): Promise<Outcome> {
  const rows: RowOutcome[] = [];
  const faults: Outcome['faults'][number][] = [];
  const take = async (list: ListName, row: number, work: () => Promise<Imported>) => {
    try {
      rows.push({ list, row, ...(await work()) });
    } catch (error) {
      faults.push({ list, ...faultOf(row, error) });
    }
    told(rows.length);
  };
  for (const unit of units) await take('units', unit.row, () => importUnit(importing, unit));
  const waiting = staff.values();
  const worker = async () => {
    for (const person of waiting) await take('staff', person.row, () => importPerson(importing, person));
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  for (const unit of units) await take('units', unit.row, () => concludeUnit(importing, unit));
  return { rows: joined(rows), faults };
}

/** A unit's two turns are one row. */
function joined(outcomes: readonly RowOutcome[]): RowOutcome[] {
  const byRow = new Map<string, RowOutcome>();
  for (const outcome of outcomes) {
    const key = `${outcome.list} ${outcome.row}`;
    const before = byRow.get(key);
    byRow.set(key, before === undefined ? outcome : both(before, outcome));
  }
  return [...byRow.values()].toSorted((one, other) => one.row - other.row);
}

const both = (before: RowOutcome, after: RowOutcome): RowOutcome => ({
  ...before,
  kind: before.kind === 'UNCHANGED' ? after.kind : before.kind,
  changes: before.kind === 'NEW' ? [] : [...before.changes, ...after.changes],
});

/** What a rule says against a row. Anything else stops the whole: the log may be away. */
function faultOf(row: number, error: unknown): Fault {
  const cause = error instanceof StoppedAt ? error.cause : error;
  if (!(cause instanceof Rejection || cause instanceof InvalidFact)) throw cause;
  return {
    row: error instanceof StoppedAt ? error.row : row,
    what: cause instanceof Rejection ? cause.phrase : inEnglish(cause.message),
  };
}
