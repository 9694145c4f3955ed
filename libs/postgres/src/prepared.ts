import { createHash } from 'node:crypto';
import type { QueryConfig } from 'pg';

/** Texts are long, and a name costs more than looking it up. */
const mostRemembered = 500;
const names = new Map<string, string>();

/**
 * A statement that a connection parses and plans once, under a name made of its text: no name stands for two. A connection keeps whatever
 * it was sent, so it is for texts that come again.
 */
export function prepared(text: string, values: unknown[]): QueryConfig & { readonly name: string } {
  const name = names.get(text) ?? createHash('sha256').update(text).digest('base64url');
  if (names.size === mostRemembered) names.clear();
  names.set(text, name);
  return { name, text, values };
}
