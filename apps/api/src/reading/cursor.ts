import { Problem } from '../problems/problem.js';

/** A place in a list, as clients get it: opaque, and good for the log that it came from alone. */
export const encodeCursor = (logId: string, after: unknown): string =>
  Buffer.from(JSON.stringify([logId, after])).toString('base64url');

/** What `encodeCursor` was given. 400 for what it never made, 410 for another log's. `isAfter` checks the shape that a list needs. */
export function decodeCursor<T>(text: string, logId: string, isAfter: (after: unknown) => after is T): T {
  const [of, after] = pairIn(text);
  if (typeof of !== 'string' || after === undefined) throw noCursor();
  if (of !== logId) {
    throw new Problem('cursor-of-another-log', 'The cursor belongs to another log. Begin the list anew.');
  }
  if (!isAfter(after)) throw noCursor();
  return after;
}

function pairIn(text: string): readonly unknown[] {
  try {
    const pair: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
    return Array.isArray(pair) && pair.length === 2 ? pair : [];
  } catch {
    return [];
  }
}

const noCursor = () =>
  new Problem('invalid-query', 'The query has faults: see `errors` for where and what.', {
    errors: [{ path: 'after', message: 'must be a cursor that this list gave' }],
  });
