import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { roomIn } from '#apps/room';
import { until } from '#apps/until';
import { startEmbeddedEventStoreWorker } from '#embedded-eventstore';
import { prepareDatabase, startEmbeddedPostgres } from '#postgres';
import type { StandaloneConfig } from './config.js';

/** The log and the databases, ours or somebody's. */
export interface Platform {
  readonly eventStoreUrl: string;
  /** The same for any client: over TLS where it is ours. */
  readonly announcedEventStoreUrl: string;
  readonly databaseUrl: string;
  /** The same as who only reads. */
  readonly readerDatabaseUrl: string;
  readonly vaultDatabaseUrl: string;
  /** Resolves when a part of ours ended by itself for good, with what to tell. */
  readonly failed: Promise<Error>;
  /** Why there is no room to record, on the disks of what is ours. */
  readonly room: () => string | undefined;
  /** Within two seconds. */
  stop(): Promise<void>;
}

/** PostgreSQL that ended by itself is started again after these; then it is given up. */
const startAgainAfterMs = [0, 500, 2_000, 5_000, 15_000];
/** So long it has to shut down; else the next start recovers. */
const shutdownMs = 1_200;

/**
 * Starts what the configuration does not bring along: the embedded node in a worker thread, PostgreSQL as a child process. Where the signal
 * fires first it rejects, and leaves nothing running.
 */
export async function startPlatform(
  config: Pick<
    StandaloneConfig,
    'dataDir' | 'eventStoreUrl' | 'databaseUrl' | 'readerDatabaseUrl' | 'vaultDatabaseUrl'
  >,
  log: (line: string) => void,
  signal: AbortSignal = new AbortController().signal,
): Promise<Platform> {
  const stops: (() => Promise<void>)[] = [];
  const failures: Promise<Error>[] = [];
  const folders: string[] = [];
  let refusing: string | undefined;
  const stop = async () => {
    await Promise.all(stops.map((stopOne) => stopOne()));
  };
  try {
    const [addresses, databases] = await settled([eventStore(), databasesOf()]);
    const roomInFolders = roomIn(folders);
    return {
      ...addresses,
      ...databases,
      failed: Promise.race(failures),
      room: () => refusing ?? roomInFolders(),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }

  async function eventStore(): Promise<Pick<Platform, 'eventStoreUrl' | 'announcedEventStoreUrl'>> {
    const { eventStoreUrl } = config;
    if (eventStoreUrl) return { eventStoreUrl, announcedEventStoreUrl: eventStoreUrl };
    const dataDir = join(config.dataDir, 'eventstore');
    mkdirSync(dataDir, { recursive: true });
    const node = await startEmbeddedEventStoreWorker({
      dataDir,
      log,
      signal,
      onRefusing: (why) => (refusing = why),
    });
    stops.push(() => node.close());
    failures.push(node.failed);
    folders.push(dataDir);
    log(
      'The log is kept by the embedded event store: for development, demonstration and a trial on one workstation. Set EVENTSTORE_URL for anything else.',
    );
    return { eventStoreUrl: node.plainConnectionString, announcedEventStoreUrl: node.connectionString };
  }

  async function databasesOf(): Promise<
    Pick<Platform, 'databaseUrl' | 'readerDatabaseUrl' | 'vaultDatabaseUrl'>
  > {
    const { databaseUrl, readerDatabaseUrl, vaultDatabaseUrl } = config;
    if (databaseUrl && vaultDatabaseUrl) {
      return { databaseUrl, readerDatabaseUrl: readerDatabaseUrl ?? databaseUrl, vaultDatabaseUrl };
    }
    const dataDir = join(config.dataDir, 'postgres');
    const postgres = await startEmbeddedPostgres({ dataDir, log, signal, startAgainAfterMs });
    stops.push(() => postgres.stop(shutdownMs));
    failures.push(
      new Promise((resolve) =>
        postgres.lost.addEventListener('abort', () => resolve(postgres.lost.reason as Error)),
      ),
    );
    folders.push(postgres.home);
    const prepared = prepareDatabase(postgres.url('postgres'), { database: 'samspor' });
    const { url, readerUrl, vaultUrl } = await until(signal, prepared);
    return {
      databaseUrl: url,
      readerDatabaseUrl: readerUrl,
      vaultDatabaseUrl: vaultDatabaseUrl ?? vaultUrl,
    };
  }
}

/** Like `Promise.all`, but waits for all of them before it rejects, so that whatever started can be stopped. */
async function settled<A, B>(work: readonly [Promise<A>, Promise<B>]): Promise<[A, B]> {
  const [a, b] = await Promise.allSettled(work);
  if (a.status === 'rejected') throw a.reason;
  if (b.status === 'rejected') throw b.reason;
  return [a.value, b.value];
}
