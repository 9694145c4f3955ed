import { Problem } from '#apps/api/src/problems/problem';
import { sayFault } from '#apps/api/src/problems/fault-sentences';
import { Clock } from '#apps/clock';
import type { Decoder, EventStore } from '#event-sourcing';
import type { Subscribers } from '#personal-data';
import { Courses } from './courses.js';
import { Cursors } from './cursor.js';
import { type Details, DetailsDesk, type DetailsParts, type Fetch } from './details.js';
import { Follower, Halted } from './follower.js';
import { type Grant, Grants, type NotInForce, startOf } from './grants.js';
import { type Asked, type Page, Reader } from './reader.js';
import { FeedMetrics } from './metrics.js';
import { type Machine, Tokens } from './tokens.js';

export interface FeedParts {
  readonly store: EventStore;
  readonly decoder: Decoder;
  readonly logId: string;
  readonly subscribers: Subscribers;
  readonly vault: DetailsParts['vault'];
  readonly log: (line: string) => void;
}

/** Before the first event of every log. */
const origin = 0n;
/** How far somebody has come is noted no more often. */
const noteEveryMs = 5_000;
/** Another process may be ahead of this one by so much. */
const catchUpMs = 2_000;

/** What all ways of following have in common: who follows, what of, and from where on. */
export class Feed {
  readonly cursors: Cursors;
  readonly tokens: Tokens;
  readonly follower: Follower;
  readonly clock = new Clock();
  readonly grants: Grants;
  private readonly details: DetailsDesk;
  private readonly reader: Reader;
  readonly metrics = new FeedMetrics(() => this.follower.halted !== undefined);
  private readonly closing = new AbortController();
  private readonly stops: (() => Promise<void>)[] = [];
  private readonly noted = new Map<string, number>();

  constructor(readonly parts: FeedParts) {
    const { store, decoder, logId, subscribers, vault, log } = parts;
    this.cursors = new Cursors(subscribers.cursorKey);
    this.tokens = new Tokens(subscribers.tokenKey);
    this.grants = new Grants(store, decoder, this.clock);
    this.follower = new Follower({
      store,
      decoder,
      logId,
      onSubscriptions: (tenant) => this.grants.reload(tenant),
      log,
    });
    this.details = new DetailsDesk({ store, decoder, vault, now: () => this.clock.now() });
    this.reader = new Reader(store, decoder, this.follower, new Courses(store, decoder));
  }

  async start(): Promise<this> {
    await this.follower.start();
    return this;
  }

  /** Fires when everything that runs has to end. */
  get closed(): AbortSignal {
    return this.closing.signal;
  }

  /** Ends with the feed, before it. */
  beside(stop: () => Promise<void>): void {
    this.stops.push(stop);
  }

  async close(): Promise<void> {
    this.closing.abort();
    for (const stop of this.stops.splice(0)) await stop();
    this.reader.close();
    await this.follower.stop();
  }

  /** A token for whoever has the secret. */
  async login(clientId: string, secret: string): Promise<string> {
    const tenant = await this.parts.subscribers.tenantOf(clientId, secret, Date.now());
    if (tenant === undefined) throw new Problem('unauthenticated.client', { headers: basic });
    return this.tokens.issue({ tenant, subscriptionId: clientId });
  }

  /** Who asks, by the header that a token comes in. */
  async machineOf(authorization = ''): Promise<Machine> {
    const token = /^Bearer ([A-Za-z0-9\-_.]+)$/i.exec(authorization)?.[1];
    const machine = token === undefined ? undefined : await this.tokens.read(token);
    if (machine === undefined) throw new Problem('unauthenticated.subscriber', { headers: bearer });
    return machine;
  }

  /** The grant as it holds now; the problem where it does not. */
  async grantOf(machine: Machine): Promise<Grant> {
    const found = await this.standingOf(machine);
    if (typeof found === 'string') throw new Problem(`subscription-not-in-force.${found}`);
    return found;
  }

  async standingOf({ tenant, subscriptionId }: Machine): Promise<Grant | NotInForce> {
    const found = await this.grants.find(tenant, subscriptionId);
    if (found === undefined) throw new Problem('unauthenticated.subscriber', { headers: bearer });
    return found;
  }

  /** Where a cursor stands. Fails with the problem of one that is not good here. */
  async placeOf({ tenant }: Machine, cursor: string): Promise<bigint> {
    const place = this.cursors.read(cursor);
    if (place === undefined) {
      throw new Problem('invalid-query', { errors: [{ path: 'after', message: sayFault('cursor') }] });
    }
    if (place.tenant !== tenant) throw new Problem('forbidden.cursor');
    if (place.logId !== this.parts.logId || (await this.isBeyond(place.position))) {
      throw new Problem('cursor-of-another-log.feed');
    }
    return place.position;
  }

  /** Where somebody without a cursor begins, and from when on something is told. */
  beginning(from: string): Pick<Asked, 'after' | 'notBefore'> {
    if (from === 'now') return { after: this.follower.upTo };
    return { after: origin, ...(from !== 'origin' && { notBefore: startOf(from, this.clock) }) };
  }

  page(grant: Grant, asked: Pick<Asked, 'after' | 'limit' | 'notBefore'>): Promise<Page> {
    const { halted } = this.follower;
    return this.reader.page({ tenant: grant.tenant, seeing: grant, ...asked }).then((page) => {
      // What is before it is told; beyond it nothing, and somebody has to know.
      if (page.told.length === 0 && halted !== undefined) throw haltedProblem(halted);
      return page;
    }, asProblem);
  }

  /** What stands behind an event, for whom the grant opens it. Nothing while the feed is halted: whether a grant was ended since is not known then. */
  detailsOf(machine: Machine, fetch: Fetch): Promise<Details> {
    const { halted } = this.follower;
    if (halted !== undefined) return Promise.reject(haltedProblem(halted));
    return this.details.fetch(machine, fetch, () => this.grantOf(machine)).catch(asProblem);
  }

  cursorOf({ tenant }: Machine, { position, isFull }: Pick<Page, 'position' | 'isFull'>): string {
    const place = { tenant, logId: this.parts.logId, position };
    return isFull ? this.cursors.textOf(place) : this.cursors.passingTextOf(place);
  }

  /** Notes how far a subscriber has come. That it could not be noted stops nobody. */
  came({ tenant, subscriptionId }: Machine, position: bigint): void {
    const now = Date.now();
    if (now - (this.noted.get(subscriptionId) ?? 0) < noteEveryMs) return;
    this.noted.set(subscriptionId, now);
    const place = { logId: this.parts.logId, position };
    this.parts.subscribers.came({ tenant, subscriptionId }, place, now).catch(() => {
      this.noted.delete(subscriptionId);
    });
  }

  /** A place that this log has not come to: it was restored to an earlier state. */
  private async isBeyond(position: bigint): Promise<boolean> {
    if (position <= this.follower.upTo) return false;
    const end = (await this.parts.store.end()) ?? origin;
    if (position > end) return true;
    for (const deadline = Date.now() + catchUpMs; Date.now() < deadline && position > this.follower.upTo;) {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    return false;
  }
}

const bearer = { 'WWW-Authenticate': 'Bearer realm="samspor-feed"' };
const basic = { 'WWW-Authenticate': 'Basic realm="samspor-feed"' };
const asProblem = (error: unknown): never => {
  throw error instanceof Halted ? haltedProblem(error) : error;
};
const haltedProblem = (cause: unknown) =>
  new Problem('feed-halted', { cause, headers: { 'Retry-After': '10' } });
