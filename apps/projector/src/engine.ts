import { Clock } from '#apps/clock';
import { CommandRunner } from '#event-sourcing/command-runner';
import { connectEventStore } from '#event-sourcing/eventstoredb/index';
import { openLog } from '#event-sourcing/log-id';
import { authentic } from '#event-sourcing/authentic-codec';
import { DocumentStore, folderDelivery } from '#documents/application/index';
import { openVault } from '#personal-data';
import { readerPool } from '#postgres';
import {
  type Aside,
  lastAudit,
  type LastAudit,
  openReadModels,
  projectionStatus,
  setAsideStreams,
  startProjector,
  startReactors,
  type ProjectionStatus,
  type ReactorStatus,
  type Role,
} from '#projecting';
import { projections } from '#projections/index';
import { codec as plainCodec, contextStreams, ownStreams } from '#apps/codec';
import { notSent } from '#apps/mail-config';
import { startArchive } from './archive/archive.js';
import { startAuditor } from './auditor.js';
import { startCalendar } from './calendar.js';
import type { Elected } from './elected.js';
import type { ProjectorConfig } from './config.js';
import { reactorsOf } from './reactors.js';
import { postOf } from './reminders/post.js';
import { type RemindersClock, startReminders } from './reminders/reminders.js';

/** Projections and reactors at work. */
export interface Engine {
  /** Resolves when every read model stands at the end of the log or is halted, or another process leads. */
  readonly ready: Promise<void>;
  role(): Role;
  reactors(): readonly ReactorStatus[];
  /** Rejects when event store or database do not answer. */
  projections(): Promise<readonly ProjectionStatus[]>;
  /** Streams that are set aside and wait for somebody. Rejects when the database does not answer. */
  setAside(): Promise<readonly Aside[]>;
  /** What was found last, by whichever process. Rejects when the database does not answer. */
  audit(): Promise<LastAudit | undefined>;
  stop(): Promise<void>;
}

/** Starts projecting and reacting. Rejects when vault or log cannot be opened; later failures are tried again for ever. */
export async function startEngine(config: ProjectorConfig, log: (line: string) => void): Promise<Engine> {
  const store = connectEventStore(config.eventStoreUrl);
  const readModels = openReadModels(config.databaseUrl, projections, contextStreams);
  const closers: (() => Promise<void>)[] = [() => store.close(), () => readModels.close()];
  const close = async () => {
    for (const one of closers.splice(0).toReversed()) await one();
  };
  try {
    const vault = await openVault({
      connectionString: config.vaultDatabaseUrl,
      key: { file: config.keyFile },
      log: store,
      streamPrefixes: ownStreams,
      onError: () => log('The connection to the vault was lost and is made again'),
    });
    closers.push(() => vault.close());
    const { authenticity, notes, logId } = await openLog(store, vault.eventKeys);
    const codec = authentic(plainCodec, authenticity, notes);
    const projector = startProjector({ store, decoder: codec, readModels, log });
    const runner = new CommandRunner(store, codec, vault.keys);
    const { mail, archive, letterOutbox } = config;
    // Made where it is used: its folder is made with it.
    const documentStore = () => new DocumentStore({ folder: config.documentsDir, keys: vault.documentKeys });
    const host = startReactors({
      store,
      decoder: codec,
      authenticity,
      runner,
      clock,
      pool: readModels.projector,
      reactors: reactorsOf({
        store,
        logId,
        pool: readModels.projector,
        keys: vault.keys,
        runner,
        letters:
          letterOutbox === undefined ? undefined : { folder: letterOutbox, documents: documentStore() },
        log,
      }),
      log,
    });
    const pool = readModels.projector;
    const elected: Elected[] = [startCalendar({ store, runner, clock, pool, log })];
    const auditor = startAuditor({
      store,
      decoder: codec,
      readModels,
      log,
      from: projector.ready,
      leastPauseMs: config.auditPauseMs,
    });
    const readerFor = (what: string) => {
      const reader = readerPool({
        connectionString: config.databaseUrl,
        applicationName: `samspor ${what}`,
        max: 2,
        onIdleError: () => {},
      });
      closers.push(() => reader.end());
      return reader;
    };
    if (archive !== undefined) {
      const parts = {
        runner,
        keys: vault.keys,
        documents: documentStore(),
        delivery: folderDelivery(archive.folder),
        reader: readerFor('archive'),
        clock: time,
      };
      const { lookEveryMs } = archive;
      const every = lookEveryMs === undefined ? {} : { lookEveryMs };
      elected.push(startArchive({ ...parts, ...every, store, pool, upToDate: projector.ready, log }));
    }
    const untold = notSent(mail);
    if (untold !== undefined) log(untold);
    if (mail !== undefined) {
      const reader = readerFor('reminders');
      const parts = { runner, vault, reader, post: postOf(mail), config: mail };
      elected.push(startReminders({ ...parts, store, clock, pool, upToDate: projector.ready, log }));
    }
    return {
      ready: projector.ready,
      role: () => projector.role(),
      reactors: () => [
        ...host.status(),
        ...elected.map((one) => one.status()),
        ...(mail === undefined ? [noReminders] : []),
        ...(archive === undefined ? [noArchive] : []),
      ],
      projections() {
        const { projector: pool, streamPrefixes } = readModels;
        return projectionStatus(pool, projections, { store, streamPrefixes });
      },
      async setAside() {
        const all = await setAsideStreams(readModels.projector, projections);
        return all.filter(({ isNoted }) => !isNoted);
      },
      audit: () => lastAudit(readModels.projector),
      async stop() {
        await Promise.all([
          projector.stop(),
          auditor.stop(),
          host.stop(),
          ...elected.map((one) => one.stop()),
        ]);
        await close();
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** What stands in the place of reminders that nobody sends. */
const noReminders: ReactorStatus = {
  name: 'reminders',
  state: 'STANDBY',
  message: notSent(undefined),
  position: undefined,
};

/** What stands in the place of an archive that nobody named. */
const noArchive: ReactorStatus = {
  name: 'archive',
  state: 'STANDBY',
  message: 'Samspor hands no documents over to an archive: ARCHIVE_DIR is not set.',
  position: undefined,
};

const time = new Clock();
const clock: RemindersClock = {
  at: () => time.now(),
  today: () => time.dayOf(time.now()),
  time: () => time.timeOf(time.now()),
};
