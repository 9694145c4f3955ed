import type { ComposedApi } from '#apps/api/src/compose';
import { Feed } from './feed.js';

/** The feed on what the API works with, where both are in one process. */
export const startFeedOn = (
  { store, codec, logId, vault }: Pick<ComposedApi, 'store' | 'codec' | 'logId' | 'vault'>,
  log: (line: string) => void,
): Promise<Feed> => new Feed({ store, decoder: codec, logId, subscribers: vault.subscribers, log }).start();
