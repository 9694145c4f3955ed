import type { Decoder, EventStore } from '#event-sourcing';
import { toldCategories, type Told } from '#public-events';
import type { Courses, Seeing } from './courses.js';
import { believed, type Follower } from './follower.js';
import { type Entries, Passes, type Way } from './passes.js';

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

/** Reads what is told after a place: from what the follower keeps, or from the log. */
export class Reader {
  private readonly passes: Passes;

  constructor(
    private readonly store: Pick<EventStore, 'scan' | 'history'>,
    private readonly decoder: Decoder,
    private readonly follower: Follower,
    private readonly courses: Courses,
  ) {
    this.passes = new Passes(store, decoder, (tenant, after) => this.entries(tenant, after));
  }

  async page(asked: Asked): Promise<Page> {
    const { tenant, seeing, after } = asked;
    const newest = this.newest(asked);
    if (newest !== undefined) return gathered(asked, newest);
    const pass = this.passes.take(tenant, seeing, after);
    try {
      const page = await gathered(asked, pass);
      this.passes.leave(pass, tenant, seeing, page.position);
      return page;
    } catch (error) {
      pass.close();
      throw error;
    }
  }

  /** Lets go of the log. */
  close(): void {
    this.passes.close();
  }

  private newest({ tenant, seeing, after }: Asked): Way | undefined {
    const { upTo: readTo } = this.follower;
    const entries = this.follower
      .after(after)
      ?.filter((entry) => entry.tenant === tenant)
      .values();
    return (
      entries && {
        readTo,
        next: async () => {
          const { value } = entries.next();
          return value && { event: value.event, told: await this.courses.toldOf(value, seeing) };
        },
        // It is kept, and looked up anew.
        hold: () => undefined,
      }
    );
  }

  private async *entries(tenant: string, after: bigint): Entries {
    const streamPrefixes = toldCategories.map((category) => `${category}-${tenant}.`);
    let at = after;
    for (;;) {
      // What was recorded up to here has come when all of this is read, however long that takes.
      const { upTo } = this.follower;
      const kept = this.follower.after(at);
      if (kept !== undefined) {
        for (const entry of kept) if (entry.tenant === tenant) yield entry;
        return upTo;
      }
      const from = at;
      const reading = { ...(at > 0n && { after: at }), streamPrefixes };
      for await (const events of this.store.scan(reading)) {
        for (const stored of events) {
          const entry = await believed(this.decoder, stored);
          if (entry !== undefined) yield entry;
          at = stored.position;
        }
      }
      if (at === from) return upTo;
    }
  }
}

/** What is told of one event is never parted. */
async function gathered({ after, limit, notBefore = '' }: Asked, way: Way): Promise<Page> {
  const told: Told[] = [];
  let position = after;
  for (let step = await way.next(); step !== undefined; step = await way.next()) {
    const some = step.event.metadata.recordedAt >= notBefore ? step.told : [];
    if (told.length > 0 && told.length + some.length > limit) {
      way.hold(step);
      return { told, position, isFull: true };
    }
    told.push(...some);
    position = step.event.position;
    if (told.length >= limit) return { told, position, isFull: true };
  }
  return { told, position: way.readTo > position ? way.readTo : position, isFull: false };
}
