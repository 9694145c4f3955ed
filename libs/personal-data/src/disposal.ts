import type { KeyOwner, RecordClass } from '#event-sourcing';
import { inTransaction, type Pool } from '#postgres';
import { destroyDocumentsOf } from './document-keys.js';
import { LogMark, type Place } from './log-mark.js';
import { seatOf } from './seat.js';

/** Whose keys a `PersonalDataDisposed` event destroys. */
export interface Disposal {
  readonly tenant: string;
  readonly owner: string;
  readonly classes: readonly RecordClass[];
  readonly disposalEventId: string;
}

/** Whose keys are gone, as the other processes are told. */
export type Destroyed = Omit<Disposal, 'disposalEventId'>;

/** Whose keys are others than before, while what they sealed can still be opened, entries disposed of left out. */
export interface KeysChanged {
  readonly owners: readonly KeyOwner[];
}

/** The vault database's channel; the payload is a `Destroyed` or a `KeysChanged` in JSON. */
export const destroyedChannel = 'samspor_keys_destroyed';

/** Most disposals compared with the vault at once after a restore. */
const batch = 1_000;

/** The owners of the keys that are gone. */
export const ownersIn = ({ tenant, owner, classes }: Destroyed): KeyOwner[] =>
  classes.map((recordClass) => ({ tenant, owner, class: recordClass }));

/** Destroys keys, and what in the vault leads back to the person. The event that says so is appended first. */
export class Disposals {
  readonly #pool: Pool;
  readonly #mark: LogMark;
  readonly #tell: (destroyed: Destroyed) => void;

  /** `tell` is called for what this process destroys, before `destroy` resolves; other processes hear it on the channel. */
  constructor(pool: Pool, tell: (destroyed: Destroyed) => void) {
    this.#pool = pool;
    this.#mark = new LogMark(pool, 'applied_disposals');
    this.#tell = tell;
  }

  /**
   * Destroys the keys of these classes, those of documents under them and what is half written about the owner, in one transaction; a second time changes nothing. With
   * PERSON the identity claims go too, with PARTY the logins and what the party is called as a reader. From then on the fields read as disposed everywhere, and nothing can be sealed under these keys.
   */
  async destroy(disposal: Disposal): Promise<void> {
    const { tenant, owner, classes, disposalEventId } = disposal;
    if (classes.length === 0) return;
    const destroyed: Destroyed = { tenant, owner, classes };
    const seats = ownersIn(destroyed).map(seatOf);
    await inTransaction(this.#pool, async (client) => {
      // Whoever makes a key at this moment commits before us or sees our row: no key outlives its disposal.
      await client.query('lock table vault.keys in share row exclusive mode');
      await client.query(
        `insert into vault.disposals (seat, tenant, owner, class, disposal_event_id)
         select d.seat, $1, $2, d.class, $3 from unnest($4::text[], $5::text[]) as d (seat, class)
         on conflict (seat) do nothing`,
        [tenant, owner, disposalEventId, seats, classes],
      );
      await client.query('delete from vault.keys where seat = any ($1)', [seats]);
      await client.query('delete from vault.kept_fields where seat = any ($1)', [seats]);
      await destroyDocumentsOf(client, seats);
      await client.query('delete from vault.drafts where tenant = $1 and about = $2', [tenant, owner]);
      await client.query('insert into vault.unerased (disposal_event_id) values ($1)', [disposalEventId]);
      if (classes.includes('PERSON')) {
        await client.query('delete from vault.identity_claims where tenant = $1 and subject_id = $2', [
          tenant,
          owner,
        ]);
      }
      if (classes.includes('PARTY')) {
        await client.query('delete from vault.logins where tenant = $1 and party_id = $2', [tenant, owner]);
        await client.query('delete from vault.readers where tenant = $1 and party_id = $2', [tenant, owner]);
      }
      await client.query('select pg_notify($1, $2)', [destroyedChannel, JSON.stringify(destroyed)]);
    });
    this.#tell(destroyed);
  }

  /**
   * Applies every disposal of the log again, as is due after the vault was restored: a backup may hold keys that were destroyed since.
   * Answers how many the vault had not had.
   */
  async reapply(disposals: AsyncIterable<Disposal> | Iterable<Disposal>): Promise<number> {
    let applied = 0;
    let some: Disposal[] = [];
    const applySome = async () => {
      const standing = await this.#standing(some.flatMap(ownersIn).map(seatOf));
      for (const disposal of some) {
        if (ownersIn(disposal).every((owner) => standing.has(seatOf(owner)))) continue;
        await this.destroy(disposal);
        applied += 1;
      }
      some = [];
    };
    for await (const disposal of disposals) {
      some.push(disposal);
      if (some.length === batch) await applySome();
    }
    await applySome();
    return applied;
  }

  /** The event up to which this vault is known to have the disposals of a log; undefined for a log it has not met. */
  appliedUpTo(logId: string): Promise<Place | undefined> {
    return this.#mark.of(logId);
  }

  /** Says so. Called when every disposal at or before the event is applied. */
  markApplied(logId: string, place: Place): Promise<void> {
    return this.#mark.set(logId, place);
  }

  /** Everything that was ever destroyed. */
  async all(): Promise<Destroyed[]> {
    const { rows } = await this.#pool.query<Destroyed>(
      'select tenant, owner, array_agg(class order by class) as classes from vault.disposals group by tenant, owner',
    );
    return rows;
  }

  /** The seats whose disposal the vault has in full. */
  async #standing(seats: readonly string[]): Promise<Set<string>> {
    const { rows } = await this.#pool.query<{ seat: string }>(
      `select seat from vault.disposals d
       where seat = any ($1) and not exists (select from vault.keys k where k.seat = d.seat)`,
      [seats],
    );
    return new Set(rows.map(({ seat }) => seat));
  }
}

/** What was said on the channel; undefined when it is none of ours. */
export function saidIn(payload: string): Destroyed | KeysChanged | undefined {
  try {
    const { tenant, owner, classes, owners } = JSON.parse(payload) as Partial<Destroyed & KeysChanged>;
    if (Array.isArray(owners)) return { owners };
    if (tenant === undefined || owner === undefined || !Array.isArray(classes)) return undefined;
    return { tenant, owner, classes };
  } catch {
    return undefined;
  }
}
