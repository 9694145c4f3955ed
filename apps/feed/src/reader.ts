import type { Decoder, EventStore } from '#event-sourcing';
import { toldCategories, type Told } from '#public-events';
import type { Courses, Seeing } from './courses.js';
import { believed, type Entry, type Follower } from './follower.js';
import { Passes } from './passes.js';

/** What is told after a place, and how far one has come with it. */
export interface Page {
  readonly told: readonly Told[];
  readonly position: bigint;
  /** Nothing that is recorded later changes it. */
  readonly isFull: boolean;
}

export interface Asked {
  readonly tenant: string;
  readonly seeing: Seeing;
  readonly after: bigint;
  readonly limit: number;
  /** What was recorded before is passed over. */
  readonly notBefore?: string;
}

/** For no more than so many the event store need not send much ahead. */
const few = 200;

/** Reads what is told after a place: from what the follower keeps, or from the log. */
export class Reader {
  private readonly passes: Passes;

  constructor(
    private readonly store: Pick<EventStore, 'scan' | 'scanNew' | 'history'>,
    private readonly decoder: Decoder,
    private readonly follower: Follower,
    private readonly courses: Courses,
  ) {
    this.passes = new Passes(store, decoder);
  }

  async page(asked: Asked): Promise<Page> {
    const { tenant, seeing, after } = asked;
    // What was recorded up to here will have been seen in the end.
    const { upTo } = this.follower;
    if (this.follower.after(after) !== undefined) {
      return this.gathered(asked, upTo, (entry) => this.courses.toldOf(entry, seeing));
    }
    const pass = this.passes.take(tenant, seeing, after);
    const page = await this.gathered(asked, upTo, (entry) => pass.toldOf(entry));
    this.passes.leave(pass, tenant, seeing, page.position);
    return page;
  }

  /** What is told of one event is never parted. */
  private async gathered(
    { tenant, after, limit, notBefore = '' }: Asked,
    upTo: bigint,
    toldOf: (entry: Entry) => Promise<readonly Told[]>,
  ): Promise<Page> {
    const told: Told[] = [];
    let position = after;
    for await (const entry of this.entries(tenant, { after, limit })) {
      if (entry.event.metadata.recordedAt >= notBefore) {
        const some = await toldOf(entry);
        if (told.length > 0 && told.length + some.length > limit) return { told, position, isFull: true };
        told.push(...some);
      }
      position = entry.event.position;
      if (told.length >= limit) return { told, position, isFull: true };
    }
    return { told, position: upTo > position ? upTo : position, isFull: false };
  }

  private async *entries(
    tenant: string,
    { after, limit }: Pick<Asked, 'after' | 'limit'>,
  ): AsyncGenerator<Entry> {
    const streamPrefixes = toldCategories.map((category) => `${category}-${tenant}.`);
    let at = after;
    for (;;) {
      const kept = this.follower.after(at);
      if (kept !== undefined) {
        for (const entry of kept) if (entry.tenant === tenant) yield entry;
        return;
      }
      const from = at;
      const reading = { ...(at > 0n && { after: at }), streamPrefixes };
      const read = limit > few ? this.store.scan(reading) : this.store.scanNew(reading);
      for await (const events of read) {
        for (const stored of events) {
          const entry = await believed(this.decoder, stored);
          if (entry !== undefined) yield entry;
          at = stored.position;
        }
      }
      if (at === from) return;
    }
  }
}
