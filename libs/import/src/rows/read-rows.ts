import { identityNumber as read } from '#personal-data';
import { closureReasons, coordinatorKinds } from '#coordination';
import { columnsIn, type Fault, type Grid, Line, UnreadableFile } from '#spreadsheet';
import type { Phrase } from '#event-sourcing';
import { representatives } from '#vocabulary';
import { columns, type ColumnName } from './columns.js';
import type { EarlierCoordinator, EarlierPerson, EarlierPlan, EarlierRow } from './row.js';
import { say } from './sentences.js';

/** More than any unit keeps in a spreadsheet. */
export const mostRows = 5_000;

/** What a file says: its rows, and every fault by its place; which of its columns are not read. */
export interface EarlierList {
  readonly rows: readonly EarlierRow[];
  readonly faults: readonly Fault[];
  readonly notes: readonly Phrase[];
  /** Where each column stands, from 0 on. */
  readonly at: Readonly<Partial<Record<ColumnName, number>>>;
}

interface Around {
  /** Codes of units by their words, in small letters. */
  readonly units: ReadonlyMap<string, string>;
  readonly today: string;
}
type OfRow = Line<ColumnName>;

/** Reads the rows of a list. Rejects with `UnreadableFile` where its headings say nothing, so that no row means anything. */
export function earlierRowsIn(grid: Grid, around: Around): EarlierList {
  const { at, others, faults: headings } = columnsIn(grid, columns);
  const [first] = headings;
  if (first) throw new UnreadableFile(first.what);
  const has = (name: ColumnName) => at[name] !== undefined;
  if (!has('identityNumber') && !(has('birthDate') && has('name'))) {
    throw new UnreadableFile(say('no-column.person'));
  }
  if (!has('planStartedOn') && !has('coordinatorName') && !has('coordinatorNumber')) {
    throw new UnreadableFile(say('no-column.what'));
  }
  const faults: Fault[] = [...grid.faults];
  const lines = grid.rows
    .slice(1)
    .map((cells, index) => new Line<ColumnName>(index + 2, cells, at, faults))
    .filter((line) => !line.isEmpty);
  if (lines.length === 0 && faults.length === 0) throw new UnreadableFile(say('no-rows'));
  if (lines.length > mostRows) throw new UnreadableFile(say('too-many-rows', { most: String(mostRows) }));
  const unread = new Set(grid.faults.map(({ row }) => row));
  const rows = lines.map((line) => rowOf(line, around, { faults, isUnread: unread.has(line.row) }));
  return { rows, faults, notes: others, at };
}

/** Where faults are noted, and whether some cell of the row could not even be read. */
interface Noting {
  readonly faults: Fault[];
  readonly isUnread: boolean;
}

function rowOf(line: OfRow, around: Around, { faults, isUnread }: Noting): EarlierRow {
  const before = faults.length;
  const person = personIn(line, around);
  const isKnown = person.identityNumber !== undefined || person.birthDate !== undefined;
  const isNamed = person.familyName !== undefined || person.givenName !== undefined;
  const isFaulty = () => isUnread || faults.length > before;
  if (!isFaulty() && (!isKnown || (person.identityNumber === undefined && !isNamed))) {
    faults.push({ row: line.row, what: say('no-person') });
  }
  const plan = planIn(line);
  const coordinator = coordinatorIn(line, around);
  const consent = consentIn(line);
  const remark = remarkIn(line);
  if (!isFaulty() && !plan && !coordinator && !consent) {
    faults.push({ row: line.row, what: say('nothing-said') });
  }
  return {
    row: line.row,
    person,
    ...(plan && { plan }),
    ...(coordinator && { coordinator }),
    ...(consent && { consent }),
    ...(remark !== undefined && { remark }),
  };
}

function personIn(line: OfRow, { today }: Around): EarlierPerson {
  const identityNumber = numberIn(line, today);
  const told = line.day('birthDate');
  const number = identityNumber === undefined ? undefined : read(identityNumber, today);
  const dates = number?.status === 'valid' ? number.birthDates : undefined;
  if (told !== undefined && dates?.includes(told) === false) line.fault('birthDate', say('number-and-date'));
  const birthDate = told ?? (dates?.length === 1 ? dates[0] : undefined);
  return {
    ...(identityNumber !== undefined && { identityNumber }),
    ...(birthDate !== undefined && { birthDate }),
    ...nameIn(line),
  };
}

/** A spreadsheet takes a number's first zero away where the column is no text. */
function numberIn(line: OfRow, today: string): string | undefined {
  const cell = line.raw('identityNumber');
  const text = typeof cell === 'number' ? String(cell) : line.text('identityNumber', 40);
  if (text === undefined) return undefined;
  const bare = text.replaceAll(/[\s.-]/g, '');
  if (!/^\d+$/.test(bare)) return line.fault('identityNumber', say('not-digits'));
  const digits = typeof cell === 'number' ? bare.padStart(11, '0') : bare;
  if (read(digits, today).status === 'valid') return digits;
  return line.fault('identityNumber', say('bad-number'));
}

/** `Etternavn, Fornavn`, or the last word is the family name. */
function nameIn(line: OfRow): Pick<EarlierPerson, 'givenName' | 'familyName'> {
  const name = line.text('name', 200)?.replaceAll(/\s+/g, ' ');
  if (name === undefined) return {};
  const [family = '', given] = name.split(/\s*,\s*/, 2);
  if (given !== undefined && given !== '' && family !== '') return { givenName: given, familyName: family };
  const words = name.replaceAll(',', '').split(' ');
  const last = words.pop() ?? '';
  return words.length === 0 ? { givenName: last } : { givenName: words.join(' '), familyName: last };
}

function planIn(line: OfRow): EarlierPlan | undefined {
  const startedOn = line.day('planStartedOn');
  const closedOn = line.day('planClosedOn');
  const told = line.text('closureReason', 1000, { lines: true });
  const isStartTold = !isBlank(line.raw('planStartedOn'));
  if (closedOn !== undefined && !isStartTold) line.fault('planStartedOn', say('no-plan-start'));
  if (startedOn === undefined) return undefined;
  if (closedOn === undefined) return { startedOn };
  return { startedOn, closedOn, ...reasonIn(told) };
}

/** One of the unit's own reasons; what is none is told in its own words. */
function reasonIn(told: string | undefined): Pick<EarlierPlan, 'reasonCode' | 'reason'> {
  if (told === undefined) return { reasonCode: 'OTHER' };
  const { codes, words } = closureReasons;
  const found = codes.find(
    (code) => code === told || words[code].some((word) => word.toLowerCase() === told.toLowerCase()),
  );
  return found === undefined ? { reasonCode: 'OTHER', reason: told } : { reasonCode: found };
}

function coordinatorIn(line: OfRow, { units }: Around): EarlierCoordinator | undefined {
  const [name, number] = [line.text('coordinatorName', 200), line.text('coordinatorNumber', 255)];
  const [from, until] = [line.day('coordinatorFrom'), line.day('coordinatorUntil')];
  const unit = line.unit('unit', units);
  const kind = line.codeOf('kind', coordinatorWords);
  if (name === undefined && number === undefined) {
    if (from !== undefined || until !== undefined) line.fault('coordinatorName', say('no-coordinator'));
    return undefined;
  }
  if (from === undefined) {
    if (isBlank(line.raw('coordinatorFrom'))) line.fault('coordinatorFrom', say('no-coordinator-from'));
    return undefined;
  }
  return {
    ...(name !== undefined && { name }),
    ...(number !== undefined && { number }),
    ...(unit !== undefined && { unit }),
    kind: kind ?? 'ORDINARY',
    from,
    ...(until !== undefined && { until }),
  };
}

/** What an ordinary one is called differs; here it is just that. */
const coordinatorWords = {
  ...coordinatorKinds,
  words: { ...coordinatorKinds.words, ORDINARY: ['koordinator', 'koordinator'] as const },
};

function consentIn(line: OfRow): EarlierRow['consent'] | undefined {
  const cell = line.raw('consent');
  const said = typeof cell === 'string' ? cell.trim().toLowerCase() : undefined;
  if (isBlank(cell) || said === '-' || said === 'nei' || cell === false) return undefined;
  if (said === 'ja' || said === 'x' || cell === true) return line.fault('consent', say('consent-day'));
  const givenOn = line.day('consent');
  const givenBy = line.codeOf('consentBy', representatives) ?? 'SUBJECT';
  return givenOn === undefined ? undefined : { givenOn, givenBy };
}

/** What is no fact here, each under its heading. */
function remarkIn(line: OfRow): string | undefined {
  const parts = (['period', 'group', 'comment'] as const).flatMap((name) => {
    const cell = line.raw(name);
    const told =
      cell instanceof Date ? cell.toISOString().slice(0, 10) : line.text(name, 1200, { lines: true });
    return told === undefined ? [] : [`${said[name]}: ${told}`];
  });
  return parts.length === 0 ? undefined : parts.join('\n');
}
const said = { period: 'Planperiode', group: 'Ansvarsgruppe', comment: 'Merknad' } as const;

const isBlank = (cell: unknown) => cell === null || (typeof cell === 'string' && cell.trim() === '');
