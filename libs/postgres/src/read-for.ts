import type { QueryResultRow } from 'pg';
import { createPool, type Pool, type PoolOptions } from './pool.js';
import { roles } from './roles.js';
import { beginStatement } from './transaction.js';

/** The pool of those who read rows for viewers, by `readFor`. */
export const readerPool = (options: Omit<PoolOptions, 'role' | 'pipelined'>): Pool =>
  createPool({ ...options, role: roles.reader, pipelined: true });

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
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    const [begun, read, ended] = await Promise.allSettled([
      client.query(begin),
      client.query<R>(text, [...values]),
      client.query('commit'),
    ]);
    for (const outcome of [begun, ended]) {
      if (outcome.status === 'rejected') broken = outcome.reason as Error;
    }
    if (read.status === 'rejected') throw read.reason;
    if (broken !== undefined) throw broken;
    return read.value.rows;
  } finally {
    client.release(broken);
  }
}
