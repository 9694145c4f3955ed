import { isConnectionError } from './errors.js';
import type { Pool, PoolClient } from './pool.js';
import { tenantList } from './tenants.js';

export interface TransactionOptions {
  /** The tenants whose rows this transaction may see; without it row-level security shows none. */
  readonly tenants?: readonly string[];
  readonly isolation?: 'read committed' | 'repeatable read' | 'serializable';
  readonly readOnly?: boolean;
}

/**
 * Runs `work` in one transaction: commits when it resolves, rolls back when it throws, and always gives the connection
 * back (or destroys it, when the rollback or the commit itself failed). A commit that the server turned into a rollback, since
 * `work` swallowed an SQL error, is an error here.
 */
export async function inTransaction<T>(
  pool: Pool,
  work: (client: PoolClient) => Promise<T>,
  options: TransactionOptions = {},
): Promise<T> {
  const begin = beginStatement(options);
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    await client.query(begin);
    const result = await work(client);
    broken = new Error('The commit did not finish');
    const { command } = await client.query('commit');
    broken = undefined;
    if (command === 'ROLLBACK') {
      throw new Error(
        'Nothing was committed: a statement of this transaction had failed and its error was swallowed',
      );
    }
    return result;
  } catch (error) {
    // A rollback would wait as long as what was not answered, and closing the connection does the same.
    if (isConnectionError(error)) broken ??= error as Error;
    if (broken === undefined) {
      await client.query('rollback').catch((failure: Error) => {
        broken = failure;
      });
    }
    throw error;
  } finally {
    client.release(broken);
  }
}

/** Begins a transaction, for its tenants. */
export function beginStatement({ tenants, isolation, readOnly }: TransactionOptions): string {
  const modes = [
    ...(isolation === undefined ? [] : [`isolation level ${isolation}`]),
    ...(readOnly === true ? ['read only'] : []),
  ];
  const begin = ['begin', modes.join(', ')].join(' ').trim();
  // One round trip for both; the list holds letters, digits and commas only.
  return tenants === undefined
    ? begin
    : `${begin}; select set_config('samspor.tenants', '${tenantList(tenants)}', true)`;
}
