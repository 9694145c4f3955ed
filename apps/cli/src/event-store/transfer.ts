import { ownStreams } from '#apps/codec';
import { openBulkAppender } from '#event-sourcing/eventstoredb/index';
import { readExport, writeExport, type MovedEvent } from './export-file.js';
import { ImportSender } from './import-sender.js';
import { described, importSteps, isMade, type Step } from './import-steps.js';
import { importStream, marked } from './import-mark.js';
import { RawLog } from './raw-log.js';
import { Tally, type Told } from './tally.js';

export interface Imported {
  readonly events: number;
  /** Events without content that stand for what a scavenge took away. */
  readonly placeholders: number;
  /** Of all that, what an earlier attempt had brought in. */
  readonly before: number;
}

/** Which streams are moved: Samspor's and their metadata, or all but the server's own. */
export interface Moving {
  readonly all?: boolean;
}

/** Writes a log's events to a file in the order of `$all`. What other applications keep there is neither read nor written, unless asked for. */
export async function exportLog(
  connectionString: string,
  path: string,
  { all = false }: Moving = {},
): Promise<number> {
  const log = new RawLog(connectionString);
  try {
    return await writeExport(path, eventsIn(log, all));
  } finally {
    await log.close();
  }
}

/**
 * Appends a file's events to an empty log, or to one that holds their beginning: bytes, ids, revisions and order are kept, positions and times
 * are not. At the end the log is read back and compared with the file. Where the file has Samspor's streams alone, what others keep there is
 * not looked at.
 */
export async function importLog(
  connectionString: string,
  path: string,
  onProgress: (told: Told) => void = () => undefined,
): Promise<Imported> {
  const log = new RawLog(connectionString);
  try {
    // A file that is not whole is refused before anything of it is written.
    const present = { log, all: !(await isOwnAlone(path)) };
    const looking = new Tally('looking at the file', undefined, onProgress);
    const { all, found } = await compared(path, present, looking);
    const counted = { events: all - looking.placeholders, placeholders: looking.placeholders };
    await marked(connectionString, { events: all, isWhole: found === all }, async () => {
      await appendFrom(found, path, log, {
        connectionString,
        tally: new Tally('appending', all, onProgress),
      });
      const proof = await compared(path, present, new Tally('reading back', all, onProgress));
      if (proof.found < all) throw new Error(endsEarly(proof.found, all));
    });
    return { ...counted, before: found };
  } finally {
    await log.close();
  }
}

const endsEarly = (found: number, all: number) =>
  `The event store holds ${found} of ${all} events though it took all of them. Import into a new one.`;

/** How many events the file makes, and how many of them, from the first on, the log holds; fails where it holds anything else. */
async function compared(
  path: string,
  { log, all }: { readonly log: RawLog; readonly all: boolean },
  tally: Tally,
): Promise<{ readonly all: number; readonly found: number }> {
  const present = eventsIn(log, all);
  let found = 0;
  try {
    let next = await present.next();
    for await (const step of importSteps(readExport(path))) {
      tally.count(step);
      if (next.done) continue;
      if (!isMade(step, next.value)) throw new Error(anotherLog(found, step, next.value));
      found += 1;
      next = await present.next();
    }
    if (!next.done) throw new Error(goesOn(next.value));
    return { all: tally.events, found };
  } finally {
    await present.return();
  }
}

const goesOn = ({ stream, revision }: MovedEvent) =>
  `The event store holds more than the file: event ${revision} of ${stream} stands behind it. Import into a new one.`;

const anotherLog = (behind: number, { event }: Step, found: MovedEvent) =>
  `The event store is not empty, and does not hold the beginning of this file: behind ${behind} events it has event ${found.revision} of ` +
  `${found.stream}, where the file has event ${event.revision} of ${event.stream}. Import into a new one.`;

async function appendFrom(
  done: number,
  path: string,
  log: RawLog,
  { connectionString, tally }: { readonly connectionString: string; readonly tally: Tally },
): Promise<void> {
  const appender = await openBulkAppender(connectionString);
  try {
    const sender = new ImportSender(appender, log);
    for await (const step of importSteps(readExport(path))) {
      tally.count(step);
      if (tally.events > done) await sender.do(step);
    }
    await sender.finish();
  } finally {
    await appender.close();
  }
}

/** Samspor's streams and what describes them. */
const own = ownStreams.flatMap((prefix) => [prefix, `$$${prefix}`]);

const eventsIn = (log: RawLog, all: boolean): AsyncGenerator<MovedEvent, void> =>
  all ? withoutServers(log.readAll()) : log.readAll(own);

async function* withoutServers(events: AsyncIterable<MovedEvent>): AsyncGenerator<MovedEvent, void> {
  for await (const event of events) {
    const stream = described(event.stream);
    if (!stream.startsWith('$') && stream !== importStream) yield event;
  }
}

async function isOwnAlone(path: string): Promise<boolean> {
  let isAlone = true;
  for await (const { stream } of readExport(path)) {
    isAlone &&= own.some((prefix) => stream.startsWith(prefix));
  }
  return isAlone;
}
