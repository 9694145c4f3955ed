import { inTransaction, isUniqueViolation, type Pool } from '#postgres';
import type { RowKeys } from '../row-keys.js';
import { type Checked, checkChain, type Known } from './check.js';
import { type AccessEntry, chained, type Head, type KeptEntry, noHead } from './entry.js';
import { type AccessFilter, entriesPage } from './reading.js';
import { headsIn, insertEntries } from './rows.js';

/** It could not be written down that somebody reads: nothing is shown then. */
export class AccessLogUnavailable extends Error {
  constructor(options?: ErrorOptions) {
    super('The access log cannot be written', options);
    this.name = 'AccessLogUnavailable';
  }
}

interface Waiting {
  readonly entry: AccessEntry;
  readonly resolve: () => void;
  readonly reject: (error: Error) => void;
}

/** Most entries of one commit. */
const mostAtOnce = 500;
/** So often is a place tried for that other processes take as well. */
const mostTries = 20;

/**
 * Who has read whose data, one chain a municipality (docs/adr/0059). What is recorded while a commit is under way goes with the next one: each waits
 * for two commits at most, however many read at once.
 */
export class AccessLog {
  readonly #pool: Pool;
  readonly #keys: RowKeys;
  readonly #heads = new Map<string, Head>();
  #waiting: Waiting[] = [];
  #isWriting = false;

  constructor(pool: Pool, keys: RowKeys) {
    this.#pool = pool;
    this.#keys = keys;
  }

  /** On disk when it resolves. Rejects with `AccessLogUnavailable`; the entry may be there all the same then. */
  record(entry: AccessEntry): Promise<void> {
    const recorded = new Promise<void>((resolve, reject) => {
      this.#waiting.push({
        entry: { ...entry, subjectIds: [...new Set(entry.subjectIds)] },
        resolve,
        reject,
      });
    });
    if (!this.#isWriting) void this.#write();
    return recorded;
  }

  /** The newest first. */
  page(
    filter: AccessFilter,
    place: { readonly before: number | undefined; readonly limit: number },
  ): Promise<readonly KeptEntry[]> {
    return entriesPage(this.#pool, filter, place);
  }

  /** Goes through a municipality's chain, all of it or from an end that was looked at; `anchors` are ends that are known from elsewhere. */
  check(municipality: string, known: Known = {}): Promise<Checked> {
    return checkChain(this.#pool, this.#keyOf(municipality), municipality, known);
  }

  /** Of whom anything was ever read. */
  async municipalities(): Promise<string[]> {
    const { rows } = await this.#pool.query<{ municipality: string }>(
      `with recursive found (municipality) as (
         (select municipality from access_log.entries order by municipality limit 1)
         union all
         select (select e.municipality from access_log.entries e where e.municipality > found.municipality
                 order by e.municipality limit 1)
         from found where found.municipality is not null)
       select municipality from found where municipality is not null`,
    );
    return rows.map(({ municipality }) => municipality);
  }

  /** Where these chains end, as the database has it. */
  heads(municipalities: readonly string[]): Promise<ReadonlyMap<string, Head>> {
    return headsIn(this.#pool, municipalities);
  }

  /** Where the chains end that this process has written to, as it knows it itself. */
  get written(): ReadonlyMap<string, Head> {
    return this.#heads;
  }

  /** Never rejects: each that waits is told by itself. */
  async #write(): Promise<void> {
    this.#isWriting = true;
    while (this.#waiting.length > 0) {
      const some = this.#waiting.splice(0, mostAtOnce);
      try {
        await this.#append(some.map(({ entry }) => entry));
        for (const { resolve } of some) resolve();
      } catch (cause) {
        // Whether they were written is not known: the next ones ask where the chains end.
        this.#heads.clear();
        for (const { reject } of some) reject(new AccessLogUnavailable({ cause }));
      }
    }
    this.#isWriting = false;
  }

  async #append(entries: readonly AccessEntry[]): Promise<void> {
    const ofEach = new Map<string, AccessEntry[]>();
    for (const entry of entries) {
      ofEach.set(entry.municipality, [...(ofEach.get(entry.municipality) ?? []), entry]);
    }
    for (let tries = 0; ; tries += 1) {
      const asked = [...ofEach.keys()].filter((one) => !this.#heads.has(one));
      try {
        const kept = await (asked.length === 0
          ? this.#inserted(this.#pool, ofEach)
          : inTransaction(this.#pool, async (client) => {
              // Those who look for the end come one after the other.
              await client.query(`select pg_advisory_xact_lock(hashtext('samspor access log'))`);
              for (const [of, head] of await headsIn(client, asked)) this.#heads.set(of, head);
              return this.#inserted(client, ofEach);
            }));
        for (const entry of kept) this.#heads.set(entry.municipality, entry);
        return;
      } catch (error) {
        // Another process was there first.
        if (!isUniqueViolation(error) || tries === mostTries) throw error;
        this.#heads.clear();
      }
    }
  }

  async #inserted(
    db: Parameters<typeof insertEntries>[0],
    ofEach: ReadonlyMap<string, readonly AccessEntry[]>,
  ): Promise<readonly KeptEntry[]> {
    const kept = [...ofEach].flatMap(([of, some]) =>
      chained(this.#keyOf(of), this.#heads.get(of) ?? noHead, some),
    );
    await insertEntries(db, kept);
    return kept;
  }

  #keyOf(municipality: string): Buffer {
    return this.#keys.of(`access-log ${municipality}`);
  }
}
