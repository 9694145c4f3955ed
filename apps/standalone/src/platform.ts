import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { vaultBeside } from '#apps/server-config';
import { startEmbeddedEventStoreWorker } from '#embedded-eventstore';
import { prepareDatabase, startEmbeddedPostgres } from '#postgres';
import type { StandaloneConfig } from './config.js';

/** The log and the databases, ours or somebody's. */
export interface Platform {
  readonly eventStoreUrl: string;
  /** The same for any client: over TLS where it is ours. */
  readonly announcedEventStoreUrl: string;
  readonly databaseUrl: string;
  readonly vaultDatabaseUrl: string;
  /** Resolves when a part of ours ended by itself, with what to tell. */
  readonly failed: Promise<Error>;
  stop(): Promise<void>;
}

/** Starts what the configuration does not bring along: the embedded node in a worker thread, PostgreSQL as a child process. */
export async function startPlatform(
  config: Pick<StandaloneConfig, 'dataDir' | 'eventStoreUrl' | 'databaseUrl' | 'vaultDatabaseUrl'>,
  log: (line: string) => void,
): Promise<Platform> {
  const stops: (() => Promise<void>)[] = [];
  const failures: Promise<Error>[] = [];
  const stop = async () => {
    for (const stopOne of stops.toReversed()) await stopOne();
  };
  try {
    const [addresses, databases] = await settled([eventStore(), databasesOf()]);
    return { ...addresses, ...databases, failed: Promise.race(failures), stop };
  } catch (error) {
    await stop();
    throw error;
  }

  async function eventStore(): Promise<Pick<Platform, 'eventStoreUrl' | 'announcedEventStoreUrl'>> {
    const { eventStoreUrl } = config;
    if (eventStoreUrl) return { eventStoreUrl, announcedEventStoreUrl: eventStoreUrl };
    const dataDir = join(config.dataDir, 'eventstore');
    mkdirSync(dataDir, { recursive: true });
    const node = await startEmbeddedEventStoreWorker({ dataDir, log });
    stops.push(() => node.close());
    failures.push(node.failed);
    log(
      'The log is kept by the embedded event store: for development, demonstration and a trial on one workstation. Set EVENTSTORE_URL for anything else.',
    );
    return { eventStoreUrl: node.plainConnectionString, announcedEventStoreUrl: node.connectionString };
  }

  async function databasesOf(): Promise<{ databaseUrl: string; vaultDatabaseUrl: string }> {
    if (config.databaseUrl) {
      return {
        databaseUrl: config.databaseUrl,
        vaultDatabaseUrl: config.vaultDatabaseUrl ?? vaultBeside(config.databaseUrl),
      };
    }
    const postgres = await startEmbeddedPostgres({ dataDir: join(config.dataDir, 'postgres'), log });
    stops.push(() => postgres.stop());
    failures.push(
      new Promise((resolve) =>
        postgres.lost.addEventListener('abort', () => resolve(postgres.lost.reason as Error)),
      ),
    );
    const { url, vaultUrl } = await prepareDatabase(postgres.url('postgres'), { database: 'samspor' });
    return { databaseUrl: url, vaultDatabaseUrl: config.vaultDatabaseUrl ?? vaultUrl };
  }
}

/** Like `Promise.all`, but waits for all of them before it rejects, so that whatever started can be stopped. */
async function settled<A, B>(work: readonly [Promise<A>, Promise<B>]): Promise<[A, B]> {
  const [a, b] = await Promise.allSettled(work);
  if (a.status === 'rejected') throw a.reason;
  if (b.status === 'rejected') throw b.reason;
  return [a.value, b.value];
}
