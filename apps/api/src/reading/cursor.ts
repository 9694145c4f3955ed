import { Problem } from '../problems/problem.js';
import { sayFault } from '../problems/fault-sentences.js';
import { SealedTexts } from './sealed-texts.js';

/** What a cursor is good for. */
interface Listed {
  readonly logId: string;
  /** The list's address, without a query. */
  readonly path: string;
}

/**
 * Places in lists, as clients get them: sealed, since they stand in addresses and hold ids of persons whom the list itself does not tell.
 * Each is good for the list and the log that it came from alone.
 */
export class ListCursors {
  readonly #texts: SealedTexts;

  /** The same secret in every process of the API, and after every start. */
  constructor(secret: Uint8Array) {
    this.#texts = new SealedTexts(secret, 'list-cursor');
  }

  textOf({ logId, path }: Listed, after: unknown): string {
    return this.#texts.textOf(JSON.stringify([logId, path, after]));
  }

  /** What `textOf` was given. 400 for what this list never gave, 410 for another log's. `isAfter` checks the shape that a list needs. */
  read<T>(text: string, { logId, path }: Listed, isAfter: (after: unknown) => after is T): T {
    const plain = this.#texts.read(text);
    const [ofLog, ofPath, after] = plain === undefined ? [] : (JSON.parse(plain) as readonly unknown[]);
    if (ofPath !== path || !isAfter(after)) {
      throw new Problem('invalid-query', { errors: [{ path: 'after', message: sayFault('cursor') }] });
    }
    if (ofLog !== logId) throw new Problem('cursor-of-another-log');
    return after;
  }
}
