import { readRuntime, type Runtime } from '#apps/standalone/src/data-dir';
import type { EventStore, StoredEvent } from '#event-sourcing';
import { connectEventStore } from '#event-sourcing/eventstoredb/index';
import { createPool, type Pool, roles } from '#postgres';
import { projections } from '#projections/index';
import { expect } from '@jest/globals';
import { cli } from '../support/program.js';
import { eventually } from '../support/wait.js';

/** Of the streams that some read model handles. */
export const prefixes = [
  ...new Set(projections.flatMap(({ handles }) => handles.map(({ category }) => `${category}-`))),
];

/** Where the parts of the program running on the folder answer. */
export function runtimeOn(dataDir: string): Runtime {
  const runtime = readRuntime(dataDir);
  if (runtime === undefined) throw new Error(`Nothing runs on ${dataDir}`);
  return runtime;
}

/** Works with the log of the program that runs on the folder, as a second client beside it. */
export async function withLog<T>(dataDir: string, work: (store: EventStore) => Promise<T>): Promise<T> {
  const store = connectEventStore(runtimeOn(dataDir).eventStoreUrl);
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

/** Every event of Samspor's in the log, in order. */
export const eventsIn = (dataDir: string): Promise<StoredEvent[]> =>
  withLog(dataDir, async (store) => {
    const events: StoredEvent[] = [];
    for await (const event of store.readAll({})) events.push(event);
    return events;
  });

export async function withDatabase<T>(
  connectionString: string,
  role: string,
  work: (pool: Pool) => Promise<T>,
): Promise<T> {
  const pool = createPool({ connectionString, role, applicationName: 'samspor test', max: 1 });
  try {
    return await work(pool);
  } finally {
    await pool.end();
  }
}

/** Waits until every read model stands at the end of the log, and answers with all their rows: as JSON, by name. */
export async function settledRows(dataDir: string): Promise<Record<string, readonly string[]>> {
  return withDatabase(runtimeOn(dataDir).databaseUrl, roles.projector, async (pool) => {
    await eventually(
      async () => {
        const last = await lastEventOf(dataDir);
        const { rows } = await pool.query<{ name: string; last_event_id: string }>(
          `select c.name, c.last_event_id from samspor.checkpoint c
           join samspor.projection p on p.name = c.name and p.version = c.version and p.live_build = c.build
           order by c.name`,
        );
        expect(rows).toEqual(
          projections
            .map(({ name }) => ({ name, last_event_id: last }))
            .toSorted((a, b) => (a.name < b.name ? -1 : 1)),
        );
      },
      { timeoutMs: 30_000, everyMs: 50 },
    );
    const { rows: builds } = await pool.query<{ name: string; version: number; live_build: number }>(
      'select name, version, live_build from samspor.projection',
    );
    const found: Record<string, readonly string[]> = {};
    for (const { name, version, live_build: build } of builds) {
      const { rows } = await pool.query<{ line: string }>(
        `select row_to_json(t)::text as line from samspor.${name}_v${version}_b${build} t order by 1`,
      );
      found[name] = rows.map(({ line }) => line);
    }
    return found;
  });
}

const lastEventOf = (dataDir: string) =>
  withLog(dataDir, async (store) => {
    let last: string | undefined;
    for await (const { id } of store.readAll({ streamPrefixes: prefixes })) last = id;
    return last;
  });

/** Makes every read model anew, as an operator does, beside the running program. */
export async function rebuildAll(dataDir: string): Promise<void> {
  const rebuilt = await cli(['projections', 'rebuild', '--all'], { DATA_DIR: dataDir });
  expect(rebuilt).toMatchObject({ code: 0 });
  for (const { name } of projections) expect(rebuilt.stdout).toContain(`${name}: build`);
}

/** Read models in which every life of a person that a suite plays has rows. */
const ofACase = [
  'case_overview',
  'coordination_register',
  'people',
  'audit_trail',
  'tasks',
  'coordination_tasks',
];

/** The rows that stand are the rows that a fresh build makes, one for one; tried again where a reactor recorded something in between. */
export async function expectRowsOfAFreshBuild(dataDir: string): Promise<void> {
  await eventually(
    async () => {
      const live = await settledRows(dataDir);
      for (const name of ofACase) expect(live[name]?.length).toBeGreaterThan(0);
      await rebuildAll(dataDir);
      expect(await settledRows(dataDir)).toEqual(live);
    },
    { timeoutMs: 60_000 },
  );
}
