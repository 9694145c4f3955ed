import { Problem } from '../problems/problem.js';
import { sayFault } from '../problems/fault-sentences.js';

/** What a cursor is good for. */
interface Listed {
  readonly logId: string;
  /** The list's address, without a query. */
  readonly path: string;
}

/** A place in a list, as clients get it: opaque, and good for the list and the log that it came from alone. */
export const encodeCursor = ({ logId, path }: Listed, after: unknown): string =>
  Buffer.from(JSON.stringify([logId, path, after])).toString('base64url');

/** What `encodeCursor` was given. 400 for what this list never gave, 410 for another log's. `isAfter` checks the shape that a list needs. */
export function decodeCursor<T>(
  text: string,
  { logId, path }: Listed,
  isAfter: (after: unknown) => after is T,
): T {
  const [ofLog, ofPath, after] = partsIn(text);
  if (typeof ofLog !== 'string' || ofPath !== path || !isAfter(after)) throw noCursor();
  if (ofLog !== logId) {
    throw new Problem('cursor-of-another-log');
  }
  return after;
}

function partsIn(text: string): readonly unknown[] {
  try {
    const parts: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
    return Array.isArray(parts) && parts.length === 3 ? parts : [];
  } catch {
    return [];
  }
}

const noCursor = () =>
  new Problem('invalid-query', {
    errors: [{ path: 'after', message: sayFault('cursor') }],
  });
