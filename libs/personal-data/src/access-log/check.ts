import type { Pool } from '#postgres';
import { type Head, type KeptEntry, macOf, noHead } from './entry.js';
import { columnsOf, entriesOf } from './rows.js';

/** What is wrong with a chain, and at which entry it shows first. */
export interface ChainFault {
  /** `CHANGED`: an entry is not what was written in its place. `MISSING`: there is none in its place. `CUT`: the end is gone. */
  readonly kind: 'CHANGED' | 'MISSING' | 'CUT';
  readonly seq: number;
}

export interface Checked {
  readonly municipality: string;
  readonly entries: number;
  /** The last entry up to which all is as it was written. */
  readonly head: KnownEnd;
  readonly fault: ChainFault | undefined;
}

/** An end of the chain, as it is known from elsewhere. */
export type KnownEnd = Pick<Head, 'seq' | 'mac'>;

export interface Known {
  /** Gone on from: what lies before it was looked at. */
  readonly from?: KnownEnd;
  readonly anchors?: readonly KnownEnd[];
}

const atOnce = 2_000;

/** Reads the chain from one end to the other: each entry in its place, with its MAC, named for each person whom it is about; and every known end in it. */
export async function checkChain(
  pool: Pool,
  key: Buffer,
  municipality: string,
  { from = noHead, anchors = [] }: Known,
): Promise<Checked> {
  let head: KnownEnd = from;
  let entries = 0;
  const told = (fault?: ChainFault): Checked => ({ municipality, entries, head, fault });
  const lost = await lostEnd(pool, municipality, from);
  if (lost !== undefined) return told(lost);
  const anchored = new Map(anchors.map(({ seq, mac }) => [seq, mac]));
  for (;;) {
    const some = await after(pool, municipality, head.seq);
    const named = await namedIn(pool, municipality, some);
    for (const entry of some) {
      const seq = head.seq + 1;
      if (entry.seq !== seq) return told({ kind: 'MISSING', seq });
      const isRight =
        macOf(key, entry, head.mac).equals(entry.mac) &&
        (anchored.get(seq)?.equals(entry.mac) ?? true) &&
        isSame(named.get(seq) ?? [], entry.subjectIds);
      if (!isRight) return told({ kind: 'CHANGED', seq });
      head = entry;
      entries += 1;
    }
    if (some.length < atOnce) break;
  }
  const isCut = anchors.some(({ seq }) => seq > head.seq);
  return told(isCut ? { kind: 'CUT', seq: head.seq + 1 } : undefined);
}

/** What is wrong with the end that is gone on from: it was an entry, and must be that entry still. */
async function lostEnd(
  pool: Pool,
  municipality: string,
  { seq, mac }: Pick<Head, 'seq' | 'mac'>,
): Promise<ChainFault | undefined> {
  if (seq === 0) return undefined;
  const { rows } = await pool.query<{ seq: string; mac: Buffer }>(
    'select seq, mac from access_log.entries where municipality = $1 and seq <= $2 order by seq desc limit 1',
    [municipality, seq],
  );
  const found = rows[0];
  if (found === undefined || Number(found.seq) < seq) {
    const { rows: beyond } = await pool.query(
      'select from access_log.entries where municipality = $1 and seq > $2 limit 1',
      [municipality, seq],
    );
    return { kind: beyond.length > 0 ? 'MISSING' : 'CUT', seq: Number(found?.seq ?? 0) + 1 };
  }
  return found.mac.equals(mac) ? undefined : { kind: 'CHANGED', seq };
}

const after = (pool: Pool, municipality: string, seq: number) =>
  entriesOf(
    pool,
    `select ${columnsOf('entry')} from access_log.entries entry
     where entry.municipality = $1 and entry.seq > $2 order by entry.seq limit ${atOnce}`,
    [municipality, seq],
  );

/** Whom the rows by person name for each of these entries. */
async function namedIn(pool: Pool, municipality: string, entries: readonly KeptEntry[]) {
  const [first, last] = [entries.at(0), entries.at(-1)];
  if (first === undefined || last === undefined) return new Map<number, readonly string[]>();
  const ids = [...new Set(entries.flatMap(({ subjectIds }) => subjectIds))];
  const { rows } = await pool.query<{ seq: string; subject_ids: string[] }>(
    `select seq, array_agg(subject_id) as subject_ids from access_log.persons
     where municipality = $1 and subject_id = any ($2) and seq between $3 and $4 group by seq`,
    [municipality, ids, first.seq, last.seq],
  );
  return new Map(rows.map(({ seq, subject_ids }) => [Number(seq), subject_ids]));
}

const isSame = (some: readonly string[], others: readonly string[]) =>
  some.length === others.length && new Set([...some, ...others]).size === some.length;
