import { Command } from 'commander';
import { connectEventStore } from '#event-sourcing/eventstoredb/index';
import { codec } from '#apps/codec';
import { openReadModels, projectionStatus, rebuild, type Progress } from '#projecting';
import { projections } from '#projections/index';
import { attached } from './attach.js';

export function projectionsCommand(): Command {
  return new Command('projections')
    .description('the read models')
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
          return attached((parts) => rebuildAll(chosen, parts));
        }),
    );
}

interface Parts {
  readonly eventStoreUrl: string;
  readonly databaseUrl: string;
}

async function status({ databaseUrl }: Parts): Promise<void> {
  const readModels = openReadModels(databaseUrl, projections);
  try {
    await readModels.prepare();
    for (const one of await projectionStatus(readModels.projector, projections)) {
      const lag = one.lagSeconds === undefined ? 'lag unknown' : `at most ${one.lagSeconds} s behind`;
      const build = one.build === undefined ? 'no build' : `build ${one.build}`;
      const why = one.message === undefined ? '' : `\n  ${one.message}`;
      process.stdout.write(`${one.name}  version ${one.version}  ${build}  ${one.state}  ${lag}${why}\n`);
    }
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

async function rebuildAll(chosen: typeof projections, parts: Parts): Promise<void> {
  const readModels = openReadModels(parts.databaseUrl, projections);
  const store = connectEventStore(parts.eventStoreUrl);
  try {
    await readModels.prepare();
    for (const projection of chosen) {
      const built = await rebuild(projection, {
        store,
        decoder: codec,
        readModels,
        onProgress: (progress) => process.stderr.write(`${projection.name}: ${inWords(progress)}\n`),
      });
      process.stdout.write(`${projection.name}: build ${built.build} is live\n`);
    }
  } finally {
    await store.close();
    await readModels.close();
  }
}

function inWords({ done, rate, secondsLeft }: Progress): string {
  const left = secondsLeft === undefined ? '' : `, ${Math.ceil(secondsLeft)} s left`;
  return `${done} events, ${Math.round(rate)}/s${left}`;
}
