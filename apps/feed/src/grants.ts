import { type Decoder, effective, type EventStore, wholeHistoryOf } from '#event-sourcing';
import type { Clock } from '#apps/clock';
import { typeOfCode, type Beginning, type View } from '#public-events';
import {
  type EventStream,
  eventStreamsIn,
  type Subscription,
  type SubscriptionEvent,
  subscriptionsIn,
  subscriptionStream,
  type Webhook,
  webhooksIn,
} from '#subscription';
import type { Seeing } from './courses.js';

/** A subscription as it holds now, and what it shows. */
export interface Grant extends Seeing {
  readonly tenant: string;
  readonly subscriptionId: string;
  readonly version: number;
  readonly name: Subscription['name'];
  /** What may be fetched behind an event. */
  readonly details: ReadonlySet<string>;
}

/** Why a subscription does not hold at the moment. */
export type NotInForce = 'revoked' | 'ended' | 'not-begun' | 'paused';

/** What stands in the stream of a municipality's subscriptions. */
interface Known {
  readonly subscriptions: readonly Subscription[];
  readonly webhooks: readonly Webhook[];
  readonly streams: readonly EventStream[];
}

/** What each subscriber may see, as the log has it: read once for a municipality, and again when something was recorded of it. */
export class Grants {
  readonly #byTenant = new Map<string, Promise<Known>>();

  constructor(
    private readonly store: Pick<EventStore, 'history'>,
    private readonly decoder: Decoder,
    private readonly clock: Clock,
  ) {}

  /** The grant, or why it does not hold; undefined where there is none. */
  async find(tenant: string, subscriptionId: string): Promise<Grant | NotInForce | undefined> {
    const { subscriptions } = await this.#in(tenant);
    const one = subscriptions.find((known) => known.subscriptionId === subscriptionId);
    return one && (this.#hindrance(one) ?? this.#grantOf(tenant, one));
  }

  /** Every address that events are sent to, those that were removed too. */
  async webhooksIn(tenant: string): Promise<readonly Webhook[]> {
    return (await this.#in(tenant)).webhooks;
  }

  /** Every stream that events are written into, those that were closed too. */
  async streamsIn(tenant: string): Promise<readonly EventStream[]> {
    return (await this.#in(tenant)).streams;
  }

  /** Something was recorded of them. */
  async reload(tenant: string): Promise<void> {
    if (this.#byTenant.delete(tenant)) await this.#in(tenant);
  }

  #in(tenant: string): Promise<Known> {
    const known = this.#byTenant.get(tenant);
    if (known !== undefined) return known;
    const reading = this.#read(tenant);
    this.#byTenant.set(tenant, reading);
    reading.catch(() => this.#byTenant.get(tenant) === reading && this.#byTenant.delete(tenant));
    return reading;
  }

  async #read(tenant: string): Promise<Known> {
    const events = await wholeHistoryOf(this.store, subscriptionStream(tenant), this.decoder);
    const standing = effective(events) as unknown as readonly SubscriptionEvent[];
    return {
      subscriptions: subscriptionsIn(standing),
      webhooks: webhooksIn(standing),
      streams: eventStreamsIn(standing),
    };
  }

  #hindrance({ revokedOn, validFrom, validUntil, isPaused }: Subscription): NotInForce | undefined {
    const today = this.clock.dayOf(this.clock.now());
    if (revokedOn !== undefined) return 'revoked';
    if (today < validFrom) return 'not-begun';
    if (validUntil !== undefined && today > validUntil) return 'ended';
    return isPaused ? 'paused' : undefined;
  }

  #grantOf(tenant: string, one: Subscription): Grant {
    const { subscriptionId, name, types, plans, details = [], version } = one;
    const seen = types.flatMap((code) => typeOfCode(code) ?? []);
    const view = { types: new Set(seen), plans, begins: this.#beginningOf(one), version };
    const seeing = { view, key: keyOf(view) };
    return { tenant, subscriptionId, version, name, details: new Set(details), ...seeing };
  }

  #beginningOf({ begins, beginsOn, grantedAt }: Subscription): Beginning {
    if (begins === 'NOW') return { kind: 'AFTER', position: grantedAt };
    if (begins === 'ORIGIN' || beginsOn === undefined) return { kind: 'ORIGIN' };
    return { kind: 'FROM', instant: startOf(beginsOn, this.clock) };
  }
}

/** The same for all that see alike. */
function keyOf({ version, plans, begins, types }: View): string {
  const start =
    begins.kind === 'AFTER' ? String(begins.position) : begins.kind === 'FROM' ? begins.instant : '';
  return JSON.stringify([version, plans, begins.kind, start, [...types].toSorted()]);
}

/** A grant as a receiver has it that asked for some of its types: numbered by what it gets. */
export function narrowed(grant: Grant, codes: readonly string[] | undefined): Grant {
  if (codes === undefined) return grant;
  const asked = new Set(codes.flatMap((code) => typeOfCode(code) ?? []));
  const view = { ...grant.view, types: new Set([...grant.view.types].filter((type) => asked.has(type))) };
  return { ...grant, view, key: keyOf(view) };
}

/** The first instant of a local day. */
export function startOf(day: string, clock: Pick<Clock, 'dayOf'>): string {
  const midnight = Date.parse(`${day}T00:00:00.000Z`);
  const instants = [2, 1, 0].map((hours) => new Date(midnight - hours * 3_600_000).toISOString());
  return instants.find((instant) => clock.dayOf(instant) === day) ?? new Date(midnight).toISOString();
}
