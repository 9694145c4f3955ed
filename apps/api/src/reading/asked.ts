import type { Viewer } from '#personal-data';
import type { Pool } from '#postgres';
import type { NameIndexFeed } from '../name-index-feed.js';

/** What a question is asked with. */
export interface Asked {
  readonly pool: Pool;
  readonly viewer: Viewer;
  readonly today: string;
  readonly names: Pick<NameIndexFeed, 'heldIn' | 'indexOf'>;
}
