import { createHmac } from 'node:crypto';
import type { Pool } from '#postgres';
import { instant, msOf } from './instants.js';
import type { RowKeys } from './row-keys.js';

/** Which subscription of which municipality. */
export interface SubscriberKey {
  readonly tenant: string;
  readonly subscriptionId: string;
}

/** How far a subscriber has come, by the last place that it asked for more after. */
export interface Progress {
  readonly subscriptionId: string;
  readonly logId: string;
  readonly position: bigint;
  /** Milliseconds since 1970. */
  readonly deliveredAt: number;
}

interface ProgressRow {
  readonly subscription_id: string;
  readonly log_id: string;
  readonly position: string;
  readonly delivered_at: number;
}

/** What services log in with that follow cases, and how far each has come. A secret is told once; what stands here is a keyed hash of it. */
export class Subscribers {
  readonly #pool: Pool;
  readonly #keys: RowKeys;

  constructor(pool: Pool, keys: RowKeys) {
    this.#pool = pool;
    this.#keys = keys;
  }

  /** A secret of its own for each command, and the same one for a repeat of it. Those before hold until `formerUntil`. */
  async issue(
    { tenant, subscriptionId }: SubscriberKey,
    {
      commandId,
      now,
      formerUntil,
    }: { readonly commandId: string; readonly now: number; readonly formerUntil: number },
  ): Promise<string> {
    const secret = createHmac('sha256', this.#keys.of('subscriber-secret'))
      .update(JSON.stringify([tenant, subscriptionId, commandId]))
      .digest('base64url');
    await this.#pool.query(
      `with former as (
         update vault.subscriber_secrets set valid_until = least(valid_until, $5::timestamptz)
         where subscription_id = $2 and tenant = $1 and digest <> $3
           and not exists (select from vault.subscriber_secrets where subscription_id = $2 and digest = $3))
       insert into vault.subscriber_secrets (tenant, subscription_id, digest, issued_at) values ($1, $2, $3, $4)
       on conflict (subscription_id, digest) do nothing`,
      [tenant, subscriptionId, this.#digestOf(subscriptionId, secret), instant(now), instant(formerUntil)],
    );
    return secret;
  }

  /** Whose secret that is; undefined where it is nobody's, or not any more. */
  async tenantOf(subscriptionId: string, secret: string, now: number): Promise<string | undefined> {
    const { rows } = await this.#pool.query<{ tenant: string }>(
      `select tenant from vault.subscriber_secrets
       where subscription_id = $1 and digest = $2 and (valid_until is null or valid_until > $3)`,
      [subscriptionId, this.#digestOf(subscriptionId, secret), instant(now)],
    );
    return rows[0]?.tenant;
  }

  /** A subscriber asked for what comes after this place. */
  async came(
    { tenant, subscriptionId }: SubscriberKey,
    { logId, position }: Pick<Progress, 'logId' | 'position'>,
    now: number,
  ): Promise<void> {
    await this.#pool.query(
      `insert into vault.subscriber_progress (tenant, subscription_id, log_id, position, delivered_at)
       values ($1, $2, $3, $4, $5)
       on conflict (tenant, subscription_id) do update set log_id = excluded.log_id,
         position = excluded.position, delivered_at = excluded.delivered_at`,
      [tenant, subscriptionId, logId, String(position), instant(now)],
    );
  }

  async progressIn(tenant: string): Promise<readonly Progress[]> {
    const { rows } = await this.#pool.query<ProgressRow>(
      `select subscription_id, log_id, position, ${msOf('delivered_at')} as delivered_at
       from vault.subscriber_progress where tenant = $1`,
      [tenant],
    );
    return rows.map((row) => ({
      subscriptionId: row.subscription_id,
      logId: row.log_id,
      position: BigInt(row.position),
      deliveredAt: row.delivered_at,
    }));
  }

  /** What messages to a receiver are signed with: of this secret's id, so that it stands nowhere and is the same in every process. */
  webhookSecret(tenant: string, endpointId: string, secretId: string): Buffer {
    return createHmac('sha256', this.#keys.of('webhook-secret'))
      .update(JSON.stringify([tenant, endpointId, secretId]))
      .digest();
  }

  /** Under which tokens of subscribers are signed: the same in every process. */
  get tokenKey(): Buffer {
    return this.#keys.of('subscriber-token');
  }

  /** Under which the places that subscribers are given are sealed. */
  get cursorKey(): Buffer {
    return this.#keys.of('subscriber-cursor');
  }

  #digestOf(subscriptionId: string, secret: string): Buffer {
    return createHmac('sha256', this.#keys.of('subscriber-login'))
      .update(JSON.stringify([subscriptionId, secret]))
      .digest();
  }
}
