import { Inject, Injectable } from '@nestjs/common';
import { Subscribers, type Progress } from '#personal-data';
import { toldCategories } from '#public-events';
import { ApiParts } from '../api-parts.js';

/** How far behind somebody is: counted up to a bound, and for how long the first that waits has waited. */
export interface Lag {
  readonly deliveredAt: string | null;
  readonly lagEvents: number | null;
  readonly lagSeconds: number | null;
}

/** More than so many are not counted. */
const most = 1_000;
const unknown: Lag = { deliveredAt: null, lagEvents: null, lagSeconds: null };

/** How far the subscribers of a municipality have come, by the places after which they asked for more. */
@Injectable()
export class Following {
  constructor(
    private readonly subscribers: Subscribers,
    @Inject(ApiParts) private readonly parts: ApiParts,
  ) {}

  /** By subscription; of one that has never asked, nothing is known. */
  async of(tenant: string, nowMs: number): Promise<(subscriptionId: string) => Lag> {
    const progress = await this.subscribers.progressIn(tenant);
    const lags = new Map<string, Lag>();
    for (const one of progress) lags.set(one.subscriptionId, await this.#lagOf(tenant, one, nowMs));
    return (subscriptionId) => lags.get(subscriptionId) ?? unknown;
  }

  async #lagOf(tenant: string, { logId, position, deliveredAt }: Progress, nowMs: number): Promise<Lag> {
    const seen = { ...unknown, deliveredAt: new Date(deliveredAt).toISOString() };
    if (logId !== this.parts.logId) return seen;
    return { ...seen, ...(await this.behind(tenant, position, nowMs)) };
  }

  /** How much of what may be told lies behind a place of this log. */
  async behind(
    tenant: string,
    position: bigint,
    nowMs: number,
  ): Promise<{ readonly lagEvents: number; readonly lagSeconds: number }> {
    const streamPrefixes = toldCategories.map((category) => `${category}-${tenant}.`);
    let lagEvents = 0;
    let since = nowMs;
    for await (const events of this.parts.store.scanNew({ after: position, streamPrefixes })) {
      const recordedAt = lagEvents === 0 ? events[0]?.tryRead()?.metadata['recordedAt'] : undefined;
      if (typeof recordedAt === 'string') since = Date.parse(recordedAt);
      lagEvents += events.length;
      if (lagEvents >= most) break;
    }
    return {
      lagEvents: Math.min(lagEvents, most),
      lagSeconds: Math.max(0, Math.round((nowMs - since) / 1_000)),
    };
  }
}
