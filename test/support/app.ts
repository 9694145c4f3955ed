import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import 'reflect-metadata';
import { type ComposedApi, composeApi } from '#apps/api/src/compose';
import type { OidcConfig } from '#apps/api/src/config';
import { createApi } from '#apps/api/src/create-api';
import type { PersonOidcConfig } from '#apps/api/src/person-oidc';
import { FeedModule } from '#apps/feed/src/feed.module';
import { startFeedOn } from '#apps/feed/src/start';
import { Networks } from '#apps/feed/src/webhooks/networks';
import { startEngine } from '#apps/projector/src/engine';
import { type EmbeddedEventStore, startEmbeddedEventStore } from '#embedded-eventstore';
import { connectEventStore, giveRights } from '#event-sourcing/eventstoredb/index';
import { seedProfile, shippedProfile } from '#municipality/application/index';
import { demoKey } from './api-client.js';
import { createTestDatabase, type TestDatabase } from './database.js';

export interface TestAppOptions {
  /** Absent: demonstration tokens. */
  readonly oidc?: OidcConfig;
  readonly personOidc?: PersonOidcConfig;
  readonly readAfterWaitMs?: number;
  readonly closeWithinMs?: number;
  /** Networks that messages may be sent to; the machine's own unless told. */
  readonly receivers?: readonly string[];
  /** Tenants that get Aure's profile; 1576 unless told. */
  readonly tenants?: readonly string[];
  /** Documents are handed over to an archive, in a folder. */
  readonly withArchive?: boolean;
  /** Without it nothing is projected. */
  readonly withProjector?: boolean;
  /** Samspor's own in the event store, with what `samspor eventstore rights` gives it; an administrator's unless told. */
  readonly eventStoreLogin?: { readonly username: string; readonly password: string };
  /** Done to the event store before anything of Samspor starts. */
  readonly before?: (eventStoreUrl: string) => Promise<void>;
}

/** All of Samspor in one process: node, PostgreSQL, projector with reactors, API on a port. */
export interface TestApp {
  readonly url: string;
  readonly parts: ComposedApi;
  readonly database: TestDatabase;
  /** As its administrator. */
  readonly eventStoreUrl: string;
  readonly keyFile: string;
  readonly documentsDir: string;
  readonly archiveDir: string;
  /** Every line that API and projector have logged. */
  readonly logged: readonly string[];
  /** Position of the last event recorded. A reactor’s place and what it notes of deadlines are left out: they come at no certain moment. */
  lastRecorded(): Promise<bigint | undefined>;
  /** Takes the log away; for good. */
  stopLog(): Promise<void>;
  stop(): Promise<void>;
}

/** Boots a whole application for one suite. Whatever fails on the way, nothing is left running. */
export async function startTestApp({
  oidc,
  personOidc,
  readAfterWaitMs,
  closeWithinMs,
  tenants = ['1576'],
  withProjector = true,
  withArchive = false,
  receivers = ['127.0.0.0/8'],
  eventStoreLogin,
  before,
}: TestAppOptions = {}): Promise<TestApp> {
  const stops: (() => unknown)[] = [];
  const stop = async () => {
    for (const one of stops.splice(0).toReversed()) await one();
  };
  const logged: string[] = [];
  const log = (line: string) => void logged.push(line);
  try {
    const folder = await mkdtemp(join(tmpdir(), 'samspor-app-'));
    stops.push(() => rm(folder, { recursive: true, force: true }));
    const database = await createTestDatabase();
    stops.push(() => database.drop());
    const node = await startEmbeddedEventStore({ temporary: true, log });
    stops.push(() => node.close());
    await before?.(node.connectionString);
    const eventStoreUrl = await addressFor(node, eventStoreLogin);

    const addresses = {
      eventStoreUrl,
      databaseUrl: database.url,
      vaultDatabaseUrl: database.vaultUrl,
      keyFile: join(folder, 'municipality.key'),
      documentsDir: join(folder, 'documents'),
    };
    const archiveDir = join(folder, 'archive');
    const archive = { folder: archiveDir, lookEveryMs: 100 };
    const engine = await startEngine({ ...addresses, ...(withArchive && { archive }) }, log);
    await engine.ready;
    if (withProjector) stops.push(() => engine.stop());
    else await engine.stop();
    const store = connectEventStore(eventStoreUrl);
    stops.push(() => store.close());
    const parts = await composeApi({
      ...addresses,
      databaseUrl: database.readerUrl,
      store,
      ...(withProjector && { reactors: () => Promise.resolve(engine.reactors()) }),
      onError: ({ message }) => log(message),
    });
    stops.push(() => parts.close());
    for (const tenant of tenants) await seedAure(parts, tenant);

    const webhooks = { networks: new Networks(receivers), redirects: 0 };
    const feed = await startFeedOn(parts, log, webhooks, { closedEveryMs: 100 });
    const app = await createApi(parts, {
      demoKey,
      log,
      beside: [FeedModule.register(feed, {})],
      figures: [feed.metrics.registry],
      ...(oidc && { oidc }),
      ...(personOidc && { personOidc }),
      ...(readAfterWaitMs !== undefined && { readAfterWaitMs }),
      ...(closeWithinMs !== undefined && { closeWithinMs }),
    });
    stops.push(() => app.close());
    await app.listen(0, '127.0.0.1');
    return {
      url: await app.getUrl(),
      parts,
      database,
      eventStoreUrl: node.connectionString,
      keyFile: addresses.keyFile,
      documentsDir: addresses.documentsDir,
      archiveDir,
      logged,
      lastRecorded: async () => {
        let last: bigint | undefined;
        for await (const { stream, type, position } of store.readAll({})) {
          if (!/^(reactor|calendar)-/.test(stream) && !type.startsWith('Deadline')) last = position;
        }
        return last;
      },
      stopLog: () => node.close(),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function addressFor(
  { connectionString, plainConnectionString }: EmbeddedEventStore,
  login: TestAppOptions['eventStoreLogin'],
): Promise<string> {
  if (login === undefined) return plainConnectionString;
  await giveRights(connectionString, login);
  return plainConnectionString.replace(/\/\/[^@]+@/, `//${login.username}:${login.password}@`);
}

const seedAure = ({ runner }: ComposedApi, tenant: string) =>
  seedProfile(runner, tenant, shippedProfile('aure'), {
    commandId: '5b1d1a52-3b1c-5d5e-9c55-0a7f5f3a1576',
    correlationId: '5b1d1a52-3b1c-5d5e-9c55-0a7f5f3a1576',
    municipality: tenant,
    actor: { partyId: 'samspor', role: 'SYSTEM' },
    at: '2026-01-01T00:00:00.000Z',
    today: '2026-01-01',
  });

/** Another process's API, as far as one process can hold two: its own store, pools and caches on the same log and databases. */
export async function startSecondApi({
  eventStoreUrl,
  database,
  keyFile,
  documentsDir,
}: Pick<TestApp, 'eventStoreUrl' | 'database' | 'keyFile' | 'documentsDir'>): Promise<{
  readonly url: string;
  stop(): Promise<void>;
}> {
  const store = connectEventStore(eventStoreUrl);
  const parts = await composeApi({
    store,
    databaseUrl: database.url,
    vaultDatabaseUrl: database.vaultUrl,
    keyFile,
    documentsDir,
  });
  const api = await createApi(parts, { demoKey, log: () => {} });
  await api.listen(0, '127.0.0.1');
  return {
    url: await api.getUrl(),
    async stop() {
      await api.close();
      await parts.close();
      await store.close();
    },
  };
}
