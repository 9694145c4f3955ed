import { createHash } from 'node:crypto';
import type { QueryConfig } from 'pg';

const names = new Map<string, string>();

/**
 * A statement that each of the projector's connections parses and plans once. Only for the few texts that come with every batch, of tables
 * by their own names: a connection keeps them all, and a reader's view may be moved to another table under a plan.
 */
export function prepared(text: string, values: unknown[]): QueryConfig {
  const name = names.get(text) ?? createHash('sha256').update(text).digest('base64url');
  names.set(text, name);
  return { name, text, values };
}
