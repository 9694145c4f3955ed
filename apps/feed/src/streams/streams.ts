import { adoptedTenants, type Elected, startElected } from '#apps/projector/src/elected';
import type { Webhooks as WebhookPlaces } from '#personal-data';
import { Backoff } from '#projecting';
import { type EventStream, publicStream, readerOf } from '#subscription';
import type { Feed } from '../feed.js';
import { StreamWriter } from './stream-writer.js';

export interface StreamsParts {
  readonly feed: Feed;
  readonly places: Pick<WebhookPlaces, 'elect'>;
  readonly log: (line: string) => void;
}

/** A new stream, and the login of a reader that was made, is found within this. */
const lookEveryMs = 500;

/** Writes public events into the streams that subscriptions have, in one of several processes, until `stop`. Each goes by itself. */
export function startStreams({ feed, places, log }: StreamsParts): Elected {
  const { store, logId } = feed.parts;
  return startElected({
    name: 'public streams',
    elect: () => places.elect(logId, 'public streams'),
    log,
    async work(ended, isRunning) {
      const leaving = new AbortController();
      const signal = AbortSignal.any([ended, leaving.signal]);
      const running = new Map<string, Promise<void>>();
      isRunning();
      try {
        for await (const tenants of adoptedTenants(store, { signal, lookEveryMs })) {
          for (const tenant of tenants) {
            for (const { streamId } of await feed.grants.streamsIn(tenant)) {
              // One that has ended stays here: it was seen to.
              if (running.has(streamId)) continue;
              running.set(streamId, new Filling({ feed, log }, tenant, streamId, signal).run());
            }
          }
        }
      } finally {
        leaving.abort();
        await Promise.all(running.values());
      }
    },
  });
}

/** One stream, until it is closed or the signal fires: what is written into it, and whether its reader may read it. */
class Filling {
  constructor(
    private readonly parts: Pick<StreamsParts, 'feed' | 'log'>,
    private readonly tenant: string,
    private readonly streamId: string,
    private readonly signal: AbortSignal,
  ) {}

  async run(): Promise<void> {
    const { signal } = this;
    const backoff = new Backoff();
    while (!signal.aborted) {
      try {
        await this.fill(() => backoff.succeeded());
        return;
      } catch (error) {
        if (signal.aborted) return;
        const why = error instanceof Error ? error.message : String(error);
        this.parts.log(`The stream ${publicStream(this.tenant, this.streamId)} waits: ${why}`);
      }
      await backoff.pause(signal);
    }
  }

  private async fill(onRound: () => void): Promise<void> {
    const { feed } = this.parts;
    const { tenant, streamId, signal } = this;
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
      if (stream === undefined || stream.closedOn !== undefined) return this.letRead(false);
      const grant = await feed.standingOf({ tenant, subscriptionId: stream.subscriptionId });
      const isInForce = typeof grant !== 'string';
      const isMore = isInForce && (await writer.write(grant));
      await this.letRead(isInForce);
      onRound();
      if (!isMore) await feed.follower.moved(tenant, mark, lookEveryMs, signal);
    }
  }

  private async stream(): Promise<EventStream | undefined> {
    const all = await this.parts.feed.grants.streamsIn(this.tenant);
    return all.find(({ streamId }) => streamId === this.streamId);
  }

  /** Asked each time: an operator may make the list, or set it anew, at any moment. */
  private async letRead(may: boolean): Promise<void> {
    const { store } = this.parts.feed.parts;
    await store.letRead(publicStream(this.tenant, this.streamId), readerOf(this.streamId), may);
  }
}
