import type { CommandRunner, EventStore } from '#event-sourcing';
import type { NameIndex, Vault } from '#personal-data';
import type { Pool } from '#postgres';
import type { ReadPositions } from '#projecting';

/** What the API works with, made by the composition root (`composeApi`) and closed by it. */
export interface ApiParts {
  /** For health alone; commands go through the runner. */
  readonly store: EventStore;
  readonly logId: string;
  readonly runner: CommandRunner;
  readonly vault: Vault;
  /** Connections with the reader's role: row-level security shows them the viewer's tenants only. */
  readonly reader: Pool;
  readonly readPositions: ReadPositions;
  readonly nameIndex: NameIndex;
}
export const ApiParts = Symbol('ApiParts');
