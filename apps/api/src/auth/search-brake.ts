import { Inject, Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { ApiConfig } from '../config.js';
import { Problem } from '../problems/problem.js';
import type { ApiRequest } from './authenticate.js';
import { Logins } from './logins.js';

const usualPerMinute = 60;

interface Bucket {
  left: number;
  at: number;
}

/** Keeps a login from trying identity numbers or names one after the other: so many a minute, at most twice as many at once. */
@Injectable()
export class SearchBrake {
  readonly #buckets = new LRUCache<string, Bucket>({ max: 10_000 });
  readonly #perMinute: number;
  readonly #atOnce: number;

  constructor(
    private readonly logins: Logins,
    @Inject(ApiConfig) private readonly config: ApiConfig,
  ) {
    this.#perMinute = config.searchesPerMinute ?? usualPerMinute;
    this.#atOnce = 2 * this.#perMinute;
  }

  /** Counts one. Refuses when there were too many, and says in the log whose they are. */
  async take(request: ApiRequest, now = Date.now()): Promise<void> {
    const { issuer, subject } = request.login;
    const key = JSON.stringify([issuer, subject]);
    const bucket = this.#buckets.get(key) ?? { left: this.#atOnce, at: now };
    const gained = ((now - bucket.at) * this.#perMinute) / 60_000;
    const left = Math.min(this.#atOnce, bucket.left + Math.max(0, gained));
    const isThere = left >= 1;
    this.#buckets.set(key, { left: isThere ? left - 1 : left, at: now });
    if (isThere) return;
    const { partyId } = await this.logins.viewerOf(request);
    this.config.log?.(
      JSON.stringify({
        time: new Date(now).toISOString(),
        level: 'warn',
        message: 'too many searches for persons',
        partyId,
        tenants: request.tenants,
        correlationId: request.id,
      }),
    );
    throw new Problem('too-many-requests.searches', { headers: { 'Retry-After': '60' } });
  }
}
