import type { RowKeys } from './row-keys.js';
import { openBytes, sealBytes } from './sealed-bytes.js';

/** What a browser keeps for us for a while and gives back, without being able to read or change it. */
export class Handouts {
  readonly #keys: RowKeys;

  constructor(keys: RowKeys) {
    this.#keys = keys;
  }

  /** As letters, digits, - and _. `what` it is for: it opens as nothing else. */
  seal(what: string, text: string): string {
    return sealBytes(this.#keys.of('handout'), Buffer.from(text), what).toString('base64url');
  }

  /** Undefined where we did not seal it. */
  open(what: string, sealed: string): string | undefined {
    try {
      return openBytes(this.#keys.of('handout'), Buffer.from(sealed, 'base64url'), what).toString('utf8');
    } catch {
      return undefined;
    }
  }
}
