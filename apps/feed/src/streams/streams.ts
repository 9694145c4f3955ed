import type { Elected } from '#apps/projector/src/elected';
import type { Webhooks as WebhookPlaces } from '#personal-data';
import { pauseFor } from '#projecting';
import { type EventStream, publicStream, readerOf } from '#subscription';
import { lookEveryMs, type One, startEach } from '../each.js';
import type { Feed } from '../feed.js';
import { StreamWriter } from './stream-writer.js';

export interface StreamsParts {
  readonly feed: Feed;
  readonly places: Pick<WebhookPlaces, 'elect'>;
  readonly log: (line: string) => void;
  /** How often the readers of a stream that is closed are looked at; 30 s unless told. */
  readonly closedEveryMs?: number | undefined;
}

/** Writes public events into the streams that subscriptions have, in one of several processes, until `stop`. Each goes by itself. */
export function startStreams({ feed, places, log, closedEveryMs = 30_000 }: StreamsParts): Elected {
  const { store, logId } = feed.parts;
  return startEach({
    store,
    name: 'public streams',
    nameOf: ({ tenant, id }) => `The stream ${publicStream(tenant, id)}`,
    elect: () => places.elect(logId, 'public streams'),
    idsIn: async (tenant) => (await feed.grants.streamsIn(tenant)).map(({ streamId }) => streamId),
    serve: (one) => new Filling(feed, closedEveryMs, one).run(),
    log,
  });
}

/** One stream: what is written into it, and whether its reader may read it. */
class Filling {
  constructor(
    private readonly feed: Feed,
    private readonly closedEveryMs: number,
    private readonly one: One,
  ) {}

  /** Until the signal fires: somebody may set the list of readers of a closed stream, too. */
  async run(): Promise<void> {
    const { feed } = this;
    const { tenant, id: streamId, signal, onRound } = this.one;
    const { store, logId } = feed.parts;
    const writer = new StreamWriter({
      tenant,
      streamId,
      logId,
      store,
      cursors: feed.cursors,
      page: (grant, asked) => feed.page(grant, asked),
      onWritten: (count) => feed.metrics.written.inc(count),
    });
    while (!signal.aborted) {
      const mark = feed.follower.markOf(tenant);
      const stream = await this.stream();
      if (stream === undefined || stream.closedOn !== undefined) {
        await this.letRead(false);
        onRound();
        await pauseFor(this.closedEveryMs, signal);
        continue;
      }
      const grant = await feed.standingOf({ tenant, subscriptionId: stream.subscriptionId });
      const isInForce = typeof grant !== 'string';
      const isMore = isInForce && (await writer.write(grant));
      await this.letRead(isInForce);
      onRound();
      if (!isMore) await feed.follower.moved(tenant, mark, lookEveryMs, signal);
    }
  }

  private async stream(): Promise<EventStream | undefined> {
    const all = await this.feed.grants.streamsIn(this.one.tenant);
    return all.find(({ streamId }) => streamId === this.one.id);
  }

  /** Asked each time: an operator may make the list, or set it anew, at any moment. */
  private async letRead(may: boolean): Promise<void> {
    const { tenant, id: streamId } = this.one;
    await this.feed.parts.store.letRead(publicStream(tenant, streamId), readerOf(streamId), may);
  }
}
