import { advisoryLock, type AdvisoryLock, inTransaction, type Pool } from '#postgres';
import { instant, msOf } from './instants.js';

/** Which receiver of which municipality. */
export interface WebhookKey {
  readonly tenant: string;
  readonly endpointId: string;
}

/** Where a receiver stands; times in milliseconds since 1970. */
export interface WebhookPlace {
  readonly logId: string;
  /** Everything up to here has been taken, or waits. */
  readonly position: bigint;
  readonly notBefore: string | undefined;
  readonly heededAt: bigint;
  readonly failingSince: number | undefined;
  readonly nextAt: number | undefined;
  readonly fault: string | undefined;
  readonly taken: number;
  readonly takenAt: number | undefined;
}

/** A public event that waits to be taken. */
export interface WaitingDelivery {
  readonly eventId: string;
  readonly position: bigint;
  readonly orderKey: string;
  readonly type: string;
  readonly body: string;
  readonly attempts: number;
  readonly nextAt: number;
  readonly parkedAt: number | undefined;
  readonly fault: string | undefined;
}

/** What waits for a receiver, counted. */
export interface WebhookCounts {
  readonly waiting: number;
  readonly parked: number;
  readonly nextAt: number | undefined;
}

interface PlaceRow {
  readonly endpoint_id: string;
  readonly log_id: string;
  readonly position: string;
  readonly not_before: number | null;
  readonly heeded_at: string;
  readonly failing_since: number | null;
  readonly next_at: number | null;
  readonly fault: string | null;
  readonly taken: string;
  readonly taken_at: number | null;
}
interface DeliveryRow {
  readonly event_id: string;
  readonly position: string;
  readonly order_key: string;
  readonly type: string;
  readonly body: string;
  readonly attempts: number;
  readonly next_at: number;
  readonly parked_at: number | null;
  readonly fault: string | null;
}

const placeColumns = `endpoint_id, log_id, position, ${msOf('not_before')} as not_before, heeded_at,
  ${msOf('failing_since')} as failing_since, ${msOf('next_at')} as next_at, fault, taken, ${msOf('taken_at')} as taken_at`;
const deliveryColumns = `event_id, position, order_key, type, body, attempts, ${msOf('next_at')} as next_at,
  ${msOf('parked_at')} as parked_at, fault`;
const maybe = (ms: number | undefined) => (ms === undefined ? null : instant(ms));

/** Where receivers of public events stand, and what waits for each. Written by one process at a time. */
export class Webhooks {
  readonly #pool: Pool;
  readonly #lockPool: Pool;

  constructor(pool: Pool, lockPool: Pool) {
    this.#pool = pool;
    this.#lockPool = lockPool;
  }

  /** For whoever sends to them, or writes streams for others; undefined while another process does. */
  elect(logId: string, what: 'webhooks' | 'public streams' = 'webhooks'): Promise<AdvisoryLock | undefined> {
    return advisoryLock(this.#lockPool, `samspor ${what} ${logId}`);
  }

  /** Those of a municipality that have begun, by their ids. */
  async placesIn(tenant: string): Promise<ReadonlyMap<string, WebhookPlace>> {
    const { rows } = await this.#pool.query<PlaceRow>(
      `select ${placeColumns} from vault.webhooks where tenant = $1`,
      [tenant],
    );
    return new Map(rows.map((row) => [row.endpoint_id, placeOf(row)]));
  }

  async waitingFor({ tenant, endpointId }: WebhookKey): Promise<readonly WaitingDelivery[]> {
    const { rows } = await this.#pool.query<DeliveryRow>(
      `select ${deliveryColumns} from vault.webhook_deliveries where tenant = $1 and endpoint_id = $2 order by number`,
      [tenant, endpointId],
    );
    return rows.map(deliveryOf);
  }

  async countsIn(tenant: string): Promise<ReadonlyMap<string, WebhookCounts>> {
    const { rows } = await this.#pool.query<{
      endpoint_id: string;
      waiting: number;
      parked: number;
      next_at: number | null;
    }>(
      `select endpoint_id, count(*) filter (where parked_at is null)::int as waiting,
         count(parked_at)::int as parked, ${msOf('min(next_at) filter (where parked_at is null)')} as next_at
       from vault.webhook_deliveries where tenant = $1 group by endpoint_id`,
      [tenant],
    );
    return new Map(
      rows.map(({ endpoint_id, waiting, parked, next_at }) => [
        endpoint_id,
        { waiting, parked, nextAt: next_at ?? undefined },
      ]),
    );
  }

  /** What was put aside, the oldest first. */
  async parkedOf({ tenant, endpointId }: WebhookKey, most: number): Promise<readonly WaitingDelivery[]> {
    const { rows } = await this.#pool.query<DeliveryRow>(
      `select ${deliveryColumns} from vault.webhook_deliveries
       where tenant = $1 and endpoint_id = $2 and parked_at is not null order by number limit $3`,
      [tenant, endpointId, most],
    );
    return rows.map(deliveryOf);
  }

  /** Where it stands, what waits from now on, and what does not any more: all of it or nothing. */
  async save(
    { tenant, endpointId }: WebhookKey,
    place: WebhookPlace,
    {
      waits = [],
      gone = [],
    }: { readonly waits?: readonly WaitingDelivery[]; readonly gone?: readonly string[] } = {},
  ): Promise<void> {
    await inTransaction(this.#pool, async (client) => {
      if (gone.length > 0) {
        await client.query(
          'delete from vault.webhook_deliveries where tenant = $1 and endpoint_id = $2 and event_id = any($3)',
          [tenant, endpointId, gone],
        );
      }
      if (waits.length > 0) {
        await client.query(
          `insert into vault.webhook_deliveries as d
             (tenant, endpoint_id, event_id, position, order_key, type, body, attempts, next_at, parked_at, fault)
           select $1, $2, * from unnest($3::text[], $4::bigint[], $5::text[], $6::text[], $7::text[], $8::int[],
             $9::timestamptz[], $10::timestamptz[], $11::text[])
           on conflict (tenant, endpoint_id, event_id) do update set attempts = excluded.attempts,
             next_at = excluded.next_at, parked_at = excluded.parked_at, fault = excluded.fault`,
          [
            tenant,
            endpointId,
            waits.map(({ eventId }) => eventId),
            waits.map(({ position }) => String(position)),
            waits.map(({ orderKey }) => orderKey),
            waits.map(({ type }) => type),
            waits.map(({ body }) => body),
            waits.map(({ attempts }) => attempts),
            waits.map(({ nextAt }) => instant(nextAt)),
            waits.map(({ parkedAt }) => maybe(parkedAt)),
            waits.map(({ fault }) => fault ?? null),
          ],
        );
      }
      await client.query(
        `insert into vault.webhooks (tenant, endpoint_id, log_id, position, not_before, heeded_at, failing_since,
           next_at, fault, taken, taken_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
         on conflict (tenant, endpoint_id) do update set log_id = excluded.log_id, position = excluded.position,
           not_before = excluded.not_before, heeded_at = excluded.heeded_at, failing_since = excluded.failing_since,
           next_at = excluded.next_at, fault = excluded.fault, taken = excluded.taken, taken_at = excluded.taken_at`,
        [
          tenant,
          endpointId,
          place.logId,
          String(place.position),
          place.notBefore ?? null,
          String(place.heededAt),
          maybe(place.failingSince),
          maybe(place.nextAt),
          place.fault ?? null,
          place.taken,
          maybe(place.takenAt),
        ],
      );
    });
  }

  /** It is gone: nothing is kept for it. */
  async forget({ tenant, endpointId }: WebhookKey): Promise<void> {
    for (const table of ['webhook_deliveries', 'webhooks']) {
      await this.#pool.query(`delete from vault.${table} where tenant = $1 and endpoint_id = $2`, [
        tenant,
        endpointId,
      ]);
    }
  }
}

const placeOf = (row: PlaceRow): WebhookPlace => ({
  logId: row.log_id,
  position: BigInt(row.position),
  notBefore: row.not_before === null ? undefined : new Date(row.not_before).toISOString(),
  heededAt: BigInt(row.heeded_at),
  failingSince: row.failing_since ?? undefined,
  nextAt: row.next_at ?? undefined,
  fault: row.fault ?? undefined,
  taken: Number(row.taken),
  takenAt: row.taken_at ?? undefined,
});

const deliveryOf = (row: DeliveryRow): WaitingDelivery => ({
  eventId: row.event_id,
  position: BigInt(row.position),
  orderKey: row.order_key,
  type: row.type,
  body: row.body,
  attempts: row.attempts,
  nextAt: row.next_at,
  parkedAt: row.parked_at ?? undefined,
  fault: row.fault ?? undefined,
});
