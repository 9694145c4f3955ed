import { Clock } from '#apps/clock';
import { CommandRunner } from '#event-sourcing/command-runner';
import { connectEventStore } from '#event-sourcing/eventstoredb/index';
import { openLog } from '#event-sourcing/log-id';
import { authentic } from '#event-sourcing/authentic-codec';
import type { ReactorClock } from '#event-sourcing/reactor';
import { openVault } from '#personal-data';
import {
  type Aside,
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
import { codec as plainCodec, ownStreams } from '#apps/codec';
import { startCalendar } from './calendar.js';
import type { ProjectorConfig } from './config.js';
import { reactorsOf } from './reactors.js';

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
  stop(): Promise<void>;
}

/** Starts projecting and reacting. Rejects when vault or log cannot be opened; later failures are tried again for ever. */
export async function startEngine(config: ProjectorConfig, log: (line: string) => void): Promise<Engine> {
  const store = connectEventStore(config.eventStoreUrl);
  const readModels = openReadModels(config.databaseUrl, projections);
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
    const host = startReactors({
      store,
      decoder: codec,
      authenticity,
      runner,
      clock,
      pool: readModels.projector,
      reactors: reactorsOf({ store, logId, pool: readModels.projector, keys: vault.keys }),
      log,
    });
    const calendar = startCalendar({ store, runner, clock, pool: readModels.projector, log });
    return {
      ready: projector.ready,
      role: () => projector.role(),
      reactors: () => [...host.status(), calendar.status()],
      projections() {
        const { projector: pool, streamPrefixes } = readModels;
        return projectionStatus(pool, projections, { store, streamPrefixes });
      },
      async setAside() {
        const all = await setAsideStreams(readModels.projector, projections);
        return all.filter(({ isNoted }) => !isNoted);
      },
      async stop() {
        await Promise.all([projector.stop(), host.stop(), calendar.stop()]);
        await close();
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
}

const time = new Clock();
const clock: ReactorClock = { at: () => time.now(), today: () => time.dayOf(time.now()) };
