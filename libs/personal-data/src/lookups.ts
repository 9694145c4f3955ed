import { createHmac, hkdfSync } from 'node:crypto';

/** What is looked up without being stored. Each has a key of its own in each tenant. */
export type LookedUp =
  | 'identity-number'
  | 'login'
  | 'beginning'
  | 'request'
  | 'message'
  | 'party-mergers'
  | 'party'
  | 'draft-author'
  | 'document';

/** Keyed hashes: equal texts of one tenant meet, and without the municipality's key nobody can try all numbers. */
export class Lookups {
  readonly #secret: Buffer;
  readonly #keys = new Map<string, Buffer>();

  constructor(secret: Buffer) {
    this.#secret = secret;
  }

  /** HMAC-SHA-256 of the parts under the tenant's key for this kind of thing. */
  hash(what: LookedUp, tenant: string, ...parts: readonly string[]): Buffer {
    return createHmac('sha256', this.#keyFor(what, tenant)).update(JSON.stringify(parts)).digest();
  }

  #keyFor(what: LookedUp, tenant: string): Buffer {
    const info = JSON.stringify(['samspor/lookup/v1', what, tenant]);
    const known = this.#keys.get(info);
    if (known) return known;
    const key = Buffer.from(hkdfSync('sha256', this.#secret, Buffer.alloc(0), info, 32));
    this.#keys.set(info, key);
    return key;
  }
}
