import type { DocumentStore } from '#documents/application/index';
import type { Codec, CommandRunner, EventStore } from '#event-sourcing';
import type { Vault } from '#personal-data';
import type { Pool } from '#postgres';
import type { ReactorStatus, ReadPositions } from '#projecting';
import type { NameIndexFeed } from './name-index-feed.js';
import type { Hindrances } from './observability/hindrances.js';
import type { ListCursors } from './reading/cursor.js';
import type { PositionTexts } from './reading/positions.js';

/** What the API works with, made by the composition root (`composeApi`) and closed by it. */
export interface ApiParts {
  /** For questions about the log itself; commands go through the runner. */
  readonly store: EventStore;
  readonly logId: string;
  /** Believes what Samspor recorded, and nothing else. */
  readonly codec: Codec;
  readonly runner: CommandRunner;
  /** No other process gives commands. */
  readonly soleWriter: boolean;
  readonly vault: Vault;
  readonly documents: DocumentStore;
  /** Connections with the reader's role: row-level security shows them the viewer's tenants only. */
  readonly reader: Pool;
  readonly readPositions: ReadPositions;
  /** How clients are told of places in lists. */
  readonly cursors: ListCursors;
  /** How clients are told of positions in the log. */
  readonly positions: PositionTexts;
  readonly names: NameIndexFeed;
  readonly hindrances: Hindrances;
  /** How the reactors do, where the projector is in this process; one that runs by itself tells so itself. */
  readonly reactors?: (() => Promise<readonly ReactorStatus[]>) | undefined;
}
export const ApiParts = Symbol('ApiParts');
