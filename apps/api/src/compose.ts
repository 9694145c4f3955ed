import { setTimeout as delay } from 'node:timers/promises';
import { AccessLogWatch } from '#apps/access-log-watch';
import { watchClock } from '#apps/clock-watch';
import { Clock } from '#apps/clock';
import { codec as plainCodec, declared, ownStreams } from '#apps/codec';
import { DocumentStore } from '#documents/application/index';
import { authentic, CommandRunner, type EventStore, openLog } from '#event-sourcing';
import { NameIndex, openVault, type Vault } from '#personal-data';
import { assertSafeRole, assertSeparateLogin, codeOf, readerPool, roles } from '#postgres';
import { ReadPositions } from '#projecting';
import { projections } from '#projections/index';
import { peopleAfter } from '#projections/people/queries';
import { takeOverNumbers } from '#casework/application/index';
import { recordDisposals } from '#apps/record-disposals';
import { reapplyDisposals } from '#subject/application/index';
import type { ApiParts } from './api-parts.js';
import { NameIndexFeed } from './name-index-feed.js';
import { Hindrances, type Watch } from './observability/hindrances.js';
import { ListCursors } from './reading/cursor.js';
import { PositionTexts } from './reading/positions.js';

export interface Addresses {
  /** The log, already connected; `composeApi` does not close it. */
  readonly store: EventStore;
  /** The read models' database, as the login that reads them. */
  readonly databaseUrl: string;
  readonly vaultDatabaseUrl: string;
  readonly keyFile: string;
  /** The folder of the documents, the same for every process. */
  readonly documentsDir: string;
  /** No other process takes commands of clients for this log. */
  readonly soleWriter?: boolean;
  /** The reactors of a projector in this process. */
  readonly reactors?: ApiParts['reactors'];
  /** Why nothing more should be recorded on the disks that this process answers for. */
  readonly room?: Watch;
  /** Told when a connection that is made again by itself breaks. */
  readonly onError?: (error: Error) => void;
}

export interface ComposedApi extends ApiParts {
  close(): Promise<void>;
}

/** Opens everything the API works with: the vault with its key, the reader's connections, the runner, the read positions. */
export async function composeApi({
  store,
  databaseUrl,
  vaultDatabaseUrl,
  keyFile,
  documentsDir,
  soleWriter = false,
  reactors,
  room,
  onError = () => {},
}: Addresses): Promise<ComposedApi> {
  const closers: (() => unknown)[] = [];
  const close = async () => {
    for (const one of closers.splice(0).toReversed()) await one();
  };
  try {
    const reader = readerPool({
      connectionString: databaseUrl,
      applicationName: 'samspor api',
      max: 16,
      onIdleError: onError,
    });
    closers.push(() => reader.end());
    await assertSafeRole(reader);
    await assertSeparateLogin(reader, [roles.vault]);
    const vault = await openVault({
      connectionString: vaultDatabaseUrl,
      key: { file: keyFile },
      log: store,
      streamPrefixes: ownStreams,
      onError,
    });
    closers.push(() => vault.close());
    const { logId, authenticity, notes } = await openLog(store, vault.eventKeys);
    const codec = authentic(plainCodec, authenticity, notes);
    // Before anybody is answered: a vault that was restored may hold keys that were destroyed since.
    const { disposals, entryDisposals: entries, caseNumbers: numbers } = vault;
    const records = Object.values(recordDisposals);
    await reapplyDisposals({ store, codec, logId, disposals, entries, records, refused: onError });
    // The same one does not know which numbers were given since.
    await takeOverNumbers({ store, codec, logId, numbers, refused: onError });
    await entries.finish(store);
    const erased = await vault.erasure.finish();
    if (!erased.isGone) {
      onError(new Error(`Destroyed keys still stand in the vault's files. ${erased.because}`));
    }
    const documents = await openDocuments(store, vault, {
      folder: documentsDir,
      isAlone: soleWriter,
      onError,
    });
    const readPositions = await oncePrepared(() =>
      ReadPositions.open({ databaseUrl, pool: reader, projections, onError }),
    );
    closers.push(() => readPositions.close());
    const names = new NameIndexFeed({
      index: new NameIndex(vault.keys),
      positions: readPositions,
      vault,
      peopleAfter: (tenant, position) => peopleAfter(reader, tenant, position),
    });
    closers.push(() => names.close());
    const runner = new CommandRunner(store, codec, vault.keys, { soleWriter });
    const clock = new Clock();
    const accessLogWatch = new AccessLogWatch({
      accessLog: vault.accessLog,
      runner,
      clock: { at: () => clock.now(), today: () => clock.dayOf(clock.now()) },
      onError,
    });
    closers.push(() => accessLogWatch.stop());
    const closing = new AbortController();
    const prefixes = declared.map(({ category }) => `${category}-`);
    const working = [
      runner.heedMarks(prefixes, closing.signal),
      vault.streams.keepUp(store, { signal: closing.signal, onError }),
    ];
    closers.push(() => {
      closing.abort();
      return Promise.all(working);
    });
    return {
      store,
      logId,
      codec,
      vault,
      documents,
      reader,
      readPositions,
      // The first key for events stays when another one signs.
      cursors: new ListCursors(vault.eventKeys[0]!.key),
      positions: new PositionTexts(vault.eventKeys[0]!.key),
      runner,
      soleWriter,
      names,
      hindrances: new Hindrances({
        room,
        clock: watchClock(),
        documents: () => documents.hindrance(),
        accessLog: () => accessLogWatch.fault(),
      }),
      reactors,
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Cleaned of what was cut short, and of what was destroyed since; and from then on of what is destroyed while it runs. */
async function openDocuments(
  store: EventStore,
  vault: Vault,
  {
    folder,
    isAlone,
    onError,
  }: {
    readonly folder: string;
    readonly isAlone: boolean;
    readonly onError: (error: Error) => void;
  },
): Promise<DocumentStore> {
  const documents = new DocumentStore({ folder, keys: vault.documentKeys });
  const unknown = await documents.clean({
    isAlone,
    // Whichever stream its event stands in: a letter's is its case's.
    async isFiled({ eventId, names }) {
      for await (const { events } of vault.streams.naming(store, names)) {
        if (events.some(({ id }) => id === eventId)) return true;
      }
      return false;
    },
  });
  if (unknown > 0) {
    onError(
      new Error(
        `${unknown} files in ${folder} are of documents that the vault has no key of: it is older than they are. Restore a newer one, or they stay closed.`,
      ),
    );
  }
  vault.onDestroyed(() => void documents.removeDestroyed().catch(onError));
  return documents;
}

const undefinedTable = '42P01';
const patienceMs = 60_000;

/** The projector makes the tables that tell where the read models stand; of processes that start together it may be the slower. */
async function oncePrepared<T>(open: () => Promise<T>): Promise<T> {
  for (const deadline = Date.now() + patienceMs; ;) {
    try {
      return await open();
    } catch (error) {
      if (codeOf(error) !== undefinedTable) throw error;
      if (Date.now() >= deadline) {
        throw new Error('The read models are not prepared. Start a projector on the same database.', {
          cause: error,
        });
      }
    }
    await delay(200);
  }
}
