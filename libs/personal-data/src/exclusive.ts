import { TooMuchContention } from '#event-sourcing';
import { codeOf, inTransaction, type Pool } from '#postgres';
import { Turns } from './turns.js';

const lockTimeout = '55P03';
/** What the driver says, without a code, when every connection stayed taken; a server that does not answer is told in other words. */
const poolTimeout = 'timeout exceeded when trying to connect';

/** Work that is done by one at a time in all processes: what it finds recorded stays so until it is done. */
export class Exclusive {
  readonly #pool: Pool;
  readonly #turns = new Turns(10_000);

  /** `pool` is apart, so that whoever waits for a lock never takes a connection that its holder needs. */
  constructor(pool: Pool) {
    this.#pool = pool;
  }

  /**
   * Runs `work` while nobody else has this lock; `hash` is of what it is about, and `what` names the kind of it alone. Rejects with
   * `TooMuchContention` after 10 s of waiting for others of this process, for a connection, or for another process. Only one of this process
   * takes a connection for a lock, so that many who wait for one hold up nobody of another.
   */
  async take<T>(hash: Buffer, what: string, work: () => Promise<T>): Promise<T> {
    const lock = hash.readBigInt64BE(0).toString();
    return this.#turns.take(lock, what, () => this.#locked(lock, what, work));
  }

  async #locked<T>(lock: string, what: string, work: () => Promise<T>): Promise<T> {
    let isConnected = false;
    return inTransaction(this.#pool, async (client) => {
      isConnected = true;
      await client.query(`set local lock_timeout = '10s'`);
      await client.query('select pg_advisory_xact_lock($1)', [lock]).catch((error: unknown) => {
        throw codeOf(error) === lockTimeout ? new TooMuchContention(what) : error;
      });
      return work();
    }).catch((error: unknown) => {
      const isTaken = !isConnected && error instanceof Error && error.message === poolTimeout;
      throw isTaken ? new TooMuchContention(what) : error;
    });
  }
}
