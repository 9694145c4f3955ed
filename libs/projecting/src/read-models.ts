import { fileURLToPath } from 'node:url';
import type { Projection } from '#event-sourcing/projection';
import { assertSafeRole, assertSeparateLogin, createPool, migrate, roles, type Pool } from '#postgres';
import { assertWellNamed } from './tables.js';

/** The read-model database as the engine uses it: one pool that makes tables, one that writes rows. */
export interface ReadModels {
  readonly owner: Pool;
  readonly projector: Pool;
  readonly projections: readonly Projection[];
  /** What is asked of the log: the streams that any of the projections handles, and those that move its place alone. */
  readonly streamPrefixes: readonly string[];
  /** Brings the engine's own tables up to date. */
  prepare(): Promise<void>;
  close(): Promise<void>;
}

const migrations = fileURLToPath(new URL('../migrations', import.meta.url));

/**
 * Opens the pools; nothing is sent to the database yet. Refuses projections that could not stand beside each other. Of streams that are
 * `followed` too, though no projection handles them, whoever reads after an event is told at once that the read models are past it.
 */
export function openReadModels(
  databaseUrl: string,
  projections: readonly Projection[],
  followed: readonly string[] = [],
): ReadModels {
  projections.forEach(assertWellNamed);
  const names = projections.map(({ name }) => name);
  if (new Set(names).size !== names.length) {
    throw new Error(`Two projections share a name: ${names.join(', ')}`);
  }
  const open = (role: string, max: number) =>
    createPool({ connectionString: databaseUrl, role, applicationName: 'samspor projector', max });
  // A rebuild takes one for each table that it fills.
  const owner = open(roles.owner, projections.length + 4);
  const projector = open(roles.projector, projections.length + 2);
  return {
    owner,
    projector,
    projections,
    streamPrefixes: [...new Set([...streamPrefixesOf(projections), ...followed])],
    async prepare() {
      await assertSafeRole(owner);
      await assertSeparateLogin(owner, [roles.vault]);
      await migrate(owner, { schema: 'samspor', name: 'projecting', folder: migrations });
    },
    async close() {
      await Promise.all([owner.end(), projector.end()]);
    },
  };
}

/** The streams that any of these projections handles. */
export function streamPrefixesOf(projections: readonly Projection[]): string[] {
  const categories = new Set(projections.flatMap(({ handles }) => handles.map(({ category }) => category)));
  return [...categories].map((category) => `${category}-`);
}
