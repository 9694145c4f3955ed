import type { QueryResultRow } from 'pg';
import { createPool, type Pool, type PoolClient, type PoolOptions } from './pool.js';
import { prepared } from './prepared.js';
import { roles } from './roles.js';
import { beginStatement } from './transaction.js';

/**
 * How long the statements are, together, whose plans a connection keeps: some 100 MB, since a plan takes 150 to 200 bytes for each letter.
 * It is closed then, and the next begins without.
 */
export const mostKept = 600_000;

/** The statements that a connection keeps: how long each is, by name. */
const keptBy = new WeakMap<PoolClient, Map<string, number>>();

/** The pool of those who read rows for viewers, by `readFor`. Its statements are planned once a connection, for any values (docs/adr/0072). */
export const readerPool = (options: Omit<PoolOptions, 'role' | 'pipelined' | 'plansOnce'>): Pool =>
  createPool({ ...options, role: roles.reader, pipelined: true, plansOnce: true });

/**
 * The rows of one statement, in a transaction that reads only and sees the rows of these tenants, in one round trip. Where the beginning
 * fails nothing is seen: row-level security shows no row without the tenants.
 */
export async function readFor<R extends QueryResultRow>(
  pool: Pool,
  tenants: readonly string[],
  text: string,
  values: readonly unknown[],
): Promise<R[]> {
  const begin = beginStatement({ tenants, readOnly: true });
  const statement = prepared(text, [...values]);
  const client = await pool.connect();
  const kept = keptBy.get(client) ?? new Map<string, number>();
  keptBy.set(client, kept.set(statement.name, text.length));
  let broken: Error | undefined;
  try {
    const [begun, read, ended] = await Promise.allSettled([
      client.query(begin),
      client.query<R>(statement),
      client.query('commit'),
    ]);
    for (const outcome of [begun, ended]) {
      if (outcome.status === 'rejected') broken = outcome.reason as Error;
    }
    if (read.status === 'rejected') throw read.reason;
    if (broken !== undefined) throw broken;
    return read.value.rows;
  } finally {
    client.release(broken ?? isFull(kept));
  }
}

const isFull = (kept: ReadonlyMap<string, number>) =>
  [...kept.values()].reduce((all, length) => all + length, 0) > mostKept;
