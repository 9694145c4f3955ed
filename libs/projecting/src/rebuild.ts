import { tmpdir } from 'node:os';
import type { Projection } from '#event-sourcing/projection';
import { historyReader, type ReadHistory } from './delivered.js';
import { divided, partsOf, usualPart } from './dividing.js';
import { FoldedPart } from './folded-part.js';
import { logIdOf } from './log-identity.js';
import { Making, type RebuildOptions } from './making.js';
import { Stopped } from './member.js';
import { Telling } from './progress.js';
import { streamPrefixesOf } from './read-models.js';
import type { Build } from './registry.js';
import type { UnderWay } from './under-way.js';

/** Makes one projection's rows anew; see `rebuildAll`. */
export async function rebuild(projection: Projection, options: RebuildOptions): Promise<Build> {
  const [outcome] = await rebuildAll([projection], options);
  if (outcome?.status !== 'fulfilled') throw outcome?.reason;
  return outcome.value;
}

/**
 * Makes the rows of projections anew from the log's origin, which is read once for all, each in a table beside the one that is read,
 * and switches to it (docs/adr/0017). Goes on where a process left off that was killed. Works while a projector follows the log, also in
 * another process: it goes on from the new build's checkpoint. Reactors see nothing of it. Waits for queries under way until the signal
 * fires; then what is read stays as it was. What keeps one projection from being made does not keep the others.
 */
export async function rebuildAll(
  projections: readonly Projection[],
  options: RebuildOptions,
): Promise<PromiseSettledResult<Build>[]> {
  const makings = projections.map((projection) => new Making(projection, options));
  try {
    await together(makings, (making) => making.take());
    await fillAll(makings, options);
    await together(makings, (making) => making.goLive());
  } catch (error) {
    for (const making of makings) making.failure ??= { reason: error };
  } finally {
    for (const making of makings) await making.letGo();
  }
  return makings.map(({ failure, build }) =>
    failure || !build
      ? { status: 'rejected', reason: failure?.reason }
      : { status: 'fulfilled', value: build },
  );
}

/** Does the same with all that have not failed; one that fails leaves the others at it. */
async function together(makings: readonly Making[], work: (making: Making) => Promise<void>): Promise<void> {
  const attempt = async (making: Making) => {
    try {
      await work(making);
    } catch (error) {
      making.failure = { reason: error instanceof Stopped ? error.cause : error };
    }
  };
  await Promise.all(makings.filter(({ failure }) => failure === undefined).map(attempt));
}

/** Reads the log once and fills all builds side by side, a part at a time, the next folded while the database takes the one before. */
async function fillAll(makings: readonly Making[], options: RebuildOptions): Promise<void> {
  const going = makings.filter(({ failure }) => failure === undefined);
  if (going.length === 0) return;
  const { store, decoder, folder = tmpdir(), partLength = usualPart } = options;
  const progress = new Telling(options.onProgress);
  const end = await store.end();
  const resumed = commonOf(going);
  const count = resumed?.parts ?? partsOf(end, partLength);
  const { parts, events, last } = await divided(store, {
    folder,
    count,
    until: resumed?.last,
    streamPrefixes: streamPrefixesOf(going.map(({ projection }) => projection)),
    onRead: (read, at) => {
      options.signal?.throwIfAborted();
      progress.reading(read, Number(at.position) / Number(end));
    },
  });
  try {
    // A note that is in the log by now may lie before the last event, and is not met again.
    await decoder.learn?.();
    const upTo = last?.position;
    const readHistory: ReadHistory = (stream) => historyReader(store, decoder)(stream, upTo);
    const division = { logId: await logIdOf(store), last, parts: count };
    await together(going, (making) => making.begin(division, resumed !== undefined));
    const first = Math.min(...going.map(({ done }) => done));
    let filling = Promise.resolve();
    for (let part = first; part < count; part += 1) {
      const wanting = going.filter(({ failure, done }) => failure === undefined && done <= part);
      const folded = await FoldedPart.of(
        parts,
        part,
        { decoder, readHistory },
        wanting.map(({ projection }) => projection),
      );
      await filling;
      filling = together(wanting, (making) => making.fill(part, folded));
      progress.filling(Math.round((events * part) / count), events);
    }
    await filling;
    progress.done(events);
    await together(going, (making) => making.finish());
  } finally {
    parts.close();
  }
}

/** How far another process came with all of these, where it divided the log for all alike. */
function commonOf(makings: readonly Making[]): UnderWay | undefined {
  const [first, ...others] = makings.flatMap(({ left }) => left ?? []);
  const isSame = others.every(
    ({ parts, last }) => parts === first?.parts && last?.position === first.last?.position,
  );
  return isSame && first?.last !== undefined ? first : undefined;
}
