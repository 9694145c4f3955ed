import type { Writable } from 'node:stream';
import { from } from 'pg-copy-streams';
import type { PoolClient } from './pool.js';

/** The stream that feeds a `copy … from stdin`; finished when the server has taken the last row. */
export function copyFrom(client: PoolClient, sql: string): Writable {
  return client.query(from(sql));
}
