import { Command } from 'commander';
import { connectEventStore } from '#event-sourcing/eventstoredb/index';
import { codec } from '#apps/codec';
import { authentic, type Codec, type EventStore, openLog } from '#event-sourcing';
import { openEventKeys } from '#personal-data';
import { codeOf } from '#postgres';
import {
  audit,
  describeFailure,
  dropOldVersions,
  inWords,
  openReadModels,
  projectionStatus,
  rebuildAll,
  recordAudit,
  type ReadModels,
  setAsideStreams,
} from '#projecting';
import { projections } from '#projections/index';
import { attached, type Attached } from './attach.js';

const undefinedTable = '42P01';

export function projectionsCommand(): Command {
  return new Command('projections')
    .addCommand(
      new Command('status')
        .description('show version, build, lag and state of each read model')
        .action(() => attached(status)),
    )
    .addCommand(
      new Command('rebuild')
        .description('make read models anew from the log, beside the live ones, and switch')
        .argument('[names...]', 'such as case_overview')
        .option('--all', 'every read model')
        .action((names: string[], { all }: { all?: true }) => {
          const chosen = choose(names, all === true);
          return attached((parts) => rebuildThem(chosen, parts));
        }),
    )
    .addCommand(
      new Command('audit')
        .description('hold every row against its hash, and every event against its MAC and what was taken in')
        .option('--whole', 'fold every stream anew and compare all rows, which takes as long as a rebuild')
        .action(({ whole }: { whole?: true }) => attached((parts) => auditThem(whole === true, parts))),
    )
    .addCommand(
      new Command('drop-old')
        .description(
          'drop the versions of read models that this release does not read and no projector keeps current',
        )
        .action(() => attached(dropOld)),
    );
}

type Parts = Attached;

async function status({ databaseUrl }: Parts): Promise<void> {
  const readModels = openReadModels(databaseUrl, projections);
  try {
    for (const one of await statuses(readModels)) {
      const lag = one.lagSeconds === undefined ? 'lag unknown' : `at most ${one.lagSeconds} s behind`;
      const build = one.build === undefined ? 'no build' : `build ${one.build}`;
      const why = one.message === undefined ? '' : `\n  ${one.message}`;
      process.stdout.write(`${one.name}  version ${one.version}  ${build}  ${one.state}  ${lag}${why}\n`);
    }
    for (const { stream, message, isNoted } of await setAsideStreams(readModels.projector, projections)) {
      process.stdout.write(`${stream}  set aside${isNoted ? ', noted' : ''}\n  ${message}\n`);
    }
  } finally {
    await readModels.close();
  }
}

/** A look changes nothing: what the projector has not made yet is not made here. */
async function statuses({ projector }: ReadModels) {
  try {
    return await projectionStatus(projector, projections);
  } catch (error) {
    if (codeOf(error) !== undefinedTable) throw error;
    throw new Error(
      'There are no read models in the database yet. The projector makes them when it starts.',
      {
        cause: error,
      },
    );
  }
}

async function dropOld({ databaseUrl }: Parts): Promise<void> {
  const readModels = openReadModels(databaseUrl, projections);
  try {
    await readModels.prepare();
    const old = await dropOldVersions(readModels);
    for (const { name, version, outcome } of old) {
      const said = outcome === 'dropped' ? 'dropped' : 'kept: a projector or a query still works with it';
      process.stdout.write(`${name}  version ${version}  ${said}\n`);
    }
    if (old.length === 0) process.stdout.write('There are no versions but those that this release reads\n');
  } finally {
    await readModels.close();
  }
}

/** The read models by these names. Throws before anything is started when there is none by a name, or none was named. */
function choose(names: readonly string[], all: boolean): typeof projections {
  const unknown = names.filter((name) => !projections.some((known) => known.name === name));
  if (unknown.length > 0) {
    const known = projections.map(({ name }) => name).join(', ');
    throw new Error(`There is no read model ${unknown.join(', ')}. Read models: ${known}`);
  }
  if (names.length === 0 && !all) throw new Error('Name a read model, or give --all');
  return projections.filter(({ name }) => all || names.includes(name));
}

/** Ends with 1 where anything is found; a running projector tells of it until it is mended. */
async function auditThem(isWhole: boolean, parts: Parts): Promise<void> {
  await withLog(parts, async ({ store, decoder, readModels }) => {
    const { events, rows, streams, findings } = await recordAudit(
      readModels.projector,
      await audit({ store, decoder, readModels, isWhole }),
    );
    const refolded = isWhole ? 'every stream' : `${streams} streams drawn by lot`;
    process.stdout.write(
      `${events} events and ${rows} rows held against what was written, ${refolded} folded anew\n`,
    );
    for (const { message, since } of findings) process.stdout.write(`found ${since}: ${message}\n`);
    if (findings.length > 0) process.exitCode = 1;
    else process.stdout.write('Everything is as the projector left it\n');
  });
}

/** The log with its keys, and the read models. */
async function withLog<T>(
  { databaseUrl, eventStoreUrl, vaultDatabaseUrl: connectionString, keyFile }: Parts,
  work: (parts: { store: EventStore; decoder: Codec; readModels: ReadModels }) => Promise<T>,
): Promise<T> {
  const readModels = openReadModels(databaseUrl, projections);
  const store = connectEventStore(eventStoreUrl);
  try {
    await readModels.prepare();
    const keys = await openEventKeys({ connectionString, keyFile });
    const { authenticity, notes } = await openLog(store, keys);
    return await work({ store, decoder: authentic(codec, authenticity, notes), readModels });
  } finally {
    await store.close();
    await readModels.close();
  }
}

async function rebuildThem(chosen: typeof projections, parts: Parts): Promise<void> {
  const stopping = new AbortController();
  const stop = () => stopping.abort(new Error('The rebuild was broken off. What is read stays as it was.'));
  process.once('SIGINT', stop).once('SIGTERM', stop);
  try {
    await withLog(parts, async (opened) => {
      const tell = (line: string) => process.stderr.write(`${line}\n`);
      const outcomes = await rebuildAll(chosen, {
        ...opened,
        signal: stopping.signal,
        onProgress: (progress) => tell(inWords(progress)),
        onWaiting: (name) =>
          tell(`${name}: waiting for a query to end that still reads the rows as they were`),
      });
      stopping.signal.throwIfAborted();
      for (const [index, outcome] of outcomes.entries()) {
        const name = chosen[index]?.name ?? '';
        if (outcome.status === 'fulfilled') {
          process.stdout.write(`${name}: build ${outcome.value.build} is live\n`);
        } else {
          tell(`${name}: ${describeFailure(outcome.reason)}`);
        }
      }
      if (outcomes.some(({ status }) => status === 'rejected')) {
        throw new Error(
          'Not every read model was made anew. Those that were not are read as they were; when what is said above is mended, give the command again.',
        );
      }
    });
  } finally {
    process.off('SIGINT', stop).off('SIGTERM', stop);
  }
}
