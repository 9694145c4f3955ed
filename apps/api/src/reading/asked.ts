import type { Viewer } from '#personal-data';
import type { Pool } from '#postgres';

/** What a question is asked with. */
export interface Asked {
  readonly pool: Pool;
  readonly viewer: Viewer;
  readonly today: string;
}
