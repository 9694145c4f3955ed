import type { ComposedApi } from '#apps/api/src/compose';
import { Feed } from './feed.js';
import { startStreams, type StreamsParts } from './streams/streams.js';
import type { WebhooksConfig } from './webhooks/config.js';
import { Post } from './webhooks/post.js';
import { startWebhooks } from './webhooks/webhooks.js';

export type FeedGround = Pick<ComposedApi, 'store' | 'codec' | 'logId' | 'runner'> & {
  readonly vault: Pick<
    ComposedApi['vault'],
    'subscribers' | 'webhooks' | 'disclosure' | 'accessLog' | 'readers'
  >;
};

/** The feed on log and vault, and what it sends by itself; closing it ends both. */
export async function startFeedOn(
  { store, codec, logId, vault, runner }: FeedGround,
  log: (line: string) => void,
  webhooks: WebhooksConfig,
  { closedEveryMs }: Pick<StreamsParts, 'closedEveryMs'> = {},
): Promise<Feed> {
  const feed = new Feed({ store, decoder: codec, logId, subscribers: vault.subscribers, vault, log });
  await feed.start();
  const post = new Post(webhooks);
  const sending = startWebhooks({
    feed,
    places: vault.webhooks,
    disclosure: vault.disclosure,
    runner,
    post,
    metrics: feed.metrics.webhooks,
    log,
  });
  const writing = startStreams({ feed, places: vault.webhooks, log, closedEveryMs });
  feed.beside(async () => {
    await Promise.all([sending.stop(), writing.stop()]);
    post.close();
  });
  return feed;
}
