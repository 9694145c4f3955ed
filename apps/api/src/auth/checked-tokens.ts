import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { Login } from './login.js';

export interface Checked {
  readonly login: Login;
  /** Seconds since 1970. */
  readonly expires: number;
}

const longestMs = 60_000;

/**
 * Logins of tokens that hold, so that a signature is not checked with every request: for a minute at most, not beyond the token's end, and
 * only while the keys that it was checked with are the provider's. Refusals are not remembered, nor the tokens themselves.
 */
export class CheckedTokens {
  readonly #checked = new LRUCache<string, { readonly login: Login; readonly untilMs: number }>({
    max: 10_000,
  });
  #keys: object | undefined;

  /** `keysNow`: the same object as long as the keys are the same; undefined when they have to be fetched (again). */
  constructor(private readonly keysNow: () => object | undefined) {}

  async loginOf(token: string, check: () => Promise<Checked>): Promise<Login> {
    const keys = this.keysNow();
    if (keys !== this.#keys) {
      this.#checked.clear();
      this.#keys = keys;
    }
    const digest = createHash('sha256').update(token).digest('base64url');
    const known = this.#checked.get(digest);
    if (known !== undefined && Date.now() < known.untilMs) return known.login;
    const { login, expires } = await check();
    // Keys that came meanwhile may not be those that it was checked with.
    if (keys !== undefined && keys === this.keysNow()) {
      this.#checked.set(digest, { login, untilMs: Math.min(expires * 1_000, Date.now() + longestMs) });
    }
    return login;
  }
}
