import type { Pool } from '#postgres';
import { ClaimConflict } from './errors.js';
import type { Exclusive } from './exclusive.js';
import type { Lookups } from './lookups.js';

export interface IdentityQuestion {
  readonly tenant: string;
  /** 11 digits. */
  readonly identityNumber: string;
}

export interface ClaimRequest extends IdentityQuestion {
  /** The id that the person gets if the number is new here. */
  readonly subjectId: string;
  readonly commandId: string;
  /** From `Keys.bodyMac`, so that the same command with another body is told apart also before anything is recorded. */
  readonly bodyMac?: string;
}

export interface Claim {
  /** Whose the number is. */
  readonly subjectId: string;
  /** The command that claimed it; when its event is missing, the next request completes it under this id. */
  readonly commandId: string;
  readonly bodyMac?: string;
  readonly isNew: boolean;
}

/** As contention names it: never which number. */
const aNumber = 'an identity number';

interface ClaimRow {
  subject_id: string;
  command_id: string;
  body_mac: string | null;
  is_number: boolean;
}

/** Which identity number is whose: one person a number in each tenant. The vault holds a keyed hash, never the number. */
export class IdentityClaims {
  readonly #pool: Pool;
  readonly #lookups: Lookups;
  readonly #exclusive: Exclusive;

  constructor(pool: Pool, lookups: Lookups, exclusive: Exclusive) {
    this.#pool = pool;
    this.#lookups = lookups;
    this.#exclusive = exclusive;
  }

  /**
   * Runs `work` while nobody else, in any process, has this number in hand: what it finds claimed and recorded stays so until it is done.
   * One number at a time.
   */
  exclusively<T>(question: IdentityQuestion, work: () => Promise<T>): Promise<T> {
    return this.#exclusive.take(this.#hash(question), aNumber, work);
  }

  /**
   * Claims the number for `subjectId`, or tells whose it is already; however many ask at once, all get the same answer.
   * Rejects with `ClaimConflict` when this command has claimed another number, or this one with another body.
   */
  async claim(request: ClaimRequest): Promise<Claim> {
    const { tenant, subjectId, commandId, bodyMac } = request;
    const hash = this.#hash(request);
    for (;;) {
      const { rowCount } = await this.#pool.query(
        `insert into vault.identity_claims (tenant, number_hash, subject_id, command_id, body_mac)
         values ($1, $2, $3, $4, $5) on conflict do nothing`,
        [tenant, hash, subjectId, commandId, bodyMac ?? null],
      );
      if (rowCount === 1) {
        return { subjectId, commandId, ...(bodyMac !== undefined && { bodyMac }), isNew: true };
      }
      const { rows } = await this.#pool.query<ClaimRow>(
        `select subject_id, command_id, body_mac, tenant = $1 and number_hash = $2 as is_number
         from vault.identity_claims where (tenant = $1 and number_hash = $2) or command_id = $3`,
        [tenant, hash, commandId],
      );
      if (rows.some((row) => row.command_id === commandId && !fits(row, bodyMac))) {
        throw new ClaimConflict(commandId);
      }
      const standing = rows.find((row) => row.is_number);
      if (standing) return { ...claimOf(standing), isNew: false };
      // What stood in the way was released between the two statements.
    }
  }

  /** Claims many numbers that nobody else asks for; those that are claimed already stay whose they are. */
  async claimAll(requests: readonly ClaimRequest[]): Promise<void> {
    await this.#pool.query(
      `insert into vault.identity_claims (tenant, number_hash, subject_id, command_id)
       select * from unnest($1::text[], $2::bytea[], $3::text[], $4::text[]) on conflict do nothing`,
      [
        requests.map(({ tenant }) => tenant),
        requests.map((request) => this.#hash(request)),
        requests.map(({ subjectId }) => subjectId),
        requests.map(({ commandId }) => commandId),
      ],
    );
  }

  /** Whose number this is. */
  async find(question: IdentityQuestion): Promise<Omit<Claim, 'isNew'> | undefined> {
    const { rows } = await this.#pool.query<ClaimRow>(
      `select subject_id, command_id, body_mac, true as is_number
       from vault.identity_claims where tenant = $1 and number_hash = $2`,
      [question.tenant, this.#hash(question)],
    );
    return rows[0] && claimOf(rows[0]);
  }

  /** Gives a number up again, if it is this person's, and only while it is this command's where one is named: it was wrong, and belongs to someone else. */
  async release(
    claim: IdentityQuestion & { readonly subjectId: string; readonly commandId?: string },
  ): Promise<void> {
    await this.#pool.query(
      `delete from vault.identity_claims
       where tenant = $1 and number_hash = $2 and subject_id = $3 and command_id = coalesce($4, command_id)`,
      [claim.tenant, this.#hash(claim), claim.subjectId, claim.commandId ?? null],
    );
  }

  #hash({ tenant, identityNumber }: IdentityQuestion): Buffer {
    if (!/^\d{11}$/.test(identityNumber)) throw new RangeError('An identity number has 11 digits');
    return this.#lookups.hash('identity-number', tenant, identityNumber);
  }
}

/** The command's own earlier claim is of the same number and the same body, as far as both are known. */
const fits = (row: ClaimRow, bodyMac: string | undefined) =>
  row.is_number && (row.body_mac === null || bodyMac === undefined || row.body_mac === bodyMac);

const claimOf = ({ subject_id: subjectId, command_id: commandId, body_mac: bodyMac }: ClaimRow) => ({
  subjectId,
  commandId,
  ...(bodyMac !== null && { bodyMac }),
});
