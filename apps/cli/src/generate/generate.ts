import { openLog, StoreUnavailable } from '#event-sourcing';
import { AppendRefused, connectEventStore, openBulkAppender } from '#event-sourcing/eventstoredb/index';
import { openVault, type Vault } from '#personal-data';
import type { Attached } from '../attach.js';
import { Agenda } from './agenda.js';
import type { HistoryOptions } from './history.js';
import type { SealedEntry } from './sealed.js';
import type { SealedChapter } from './telling.js';
import { inThread } from './thread.js';

export interface Told {
  readonly events: number;
  /** Lives that began. */
  readonly lives: number;
  readonly firstDay: string;
  readonly lastDay: string;
}

/** So many threads tell the history together; another number would tell another one. */
const parts = 2;
/** Batches that may be on their way to the event store. */
const underWay = 4;

/** Tells a history and appends it, sealed as the product seals; adds nothing where the same was told before. */
export async function generate(
  attached: Pick<Attached, 'eventStoreUrl' | 'vaultDatabaseUrl' | 'keyFile'>,
  options: HistoryOptions,
  onProgress: (told: Told) => void = () => undefined,
): Promise<Told> {
  const { eventStoreUrl, vaultDatabaseUrl, keyFile } = attached;
  const store = connectEventStore(eventStoreUrl);
  try {
    const vault = await openVault({ connectionString: vaultDatabaseUrl, key: { file: keyFile }, log: store });
    try {
      await openLog(store, vault.eventKeys);
      await refuseRealLogins(vault);
    } finally {
      await vault.close();
    }
    return await tell(attached, options, onProgress);
  } finally {
    await store.close();
  }
}

/** What became of a history that could not be told to its end, and what to do. */
function brokenOff(error: unknown): unknown {
  const said = (advice: string) =>
    new Error(`${error instanceof Error ? error.message : ''} ${advice}`, { cause: error });
  if (error instanceof StoreUnavailable) {
    return said('A beginning of the history stands. The same command adds the rest when it is given again.');
  }
  if (error instanceof AppendRefused && error.why === 'WrongExpectedVersion') {
    return said('Something else stands there already: a history is generated into an empty log.');
  }
  return error;
}

/** Invented people never stand among real ones. */
async function refuseRealLogins({ provider, parties }: Vault): Promise<void> {
  if (!(await provider.stands()) && !(await parties.hasLogins())) return;
  throw new Error(
    'Somebody has logged in on these data: invented people must not stand among real ones. Nothing was generated. Set DATA_DIR to an empty folder.',
  );
}

async function tell(
  {
    eventStoreUrl,
    vaultDatabaseUrl,
    keyFile,
  }: Pick<Attached, 'eventStoreUrl' | 'vaultDatabaseUrl' | 'keyFile'>,
  options: HistoryOptions,
  onProgress: (told: Told) => void,
): Promise<Told> {
  const appender = await openBulkAppender(eventStoreUrl);
  const tellers = Array.from({ length: parts }, (_, part) =>
    inThread({ vaultDatabaseUrl, keyFile, options, part: { part, of: parts } }),
  );
  const agenda = new Agenda<SealedEntry>();
  const sending: Promise<void>[] = [];
  let told: Told = { events: 0, lives: 0, firstDay: '', lastDay: '' };
  try {
    while (told.events < options.events) {
      const chapters = await Promise.all(tellers.map(nextOf));
      for (const { entries } of chapters) agenda.add(entries);
      const { until, lives } = chapters[0] ?? { until: '', lives: 0 };
      const due = upTo(options.events - told.events, agenda.takeBefore(until));
      const sent = appender.append(due);
      // Told where it is awaited.
      sent.catch(() => undefined);
      sending.push(sent);
      if (sending.length > underWay) await sending.shift();
      told = after(told, due, lives);
      onProgress(told);
    }
    await Promise.all(sending);
    return told;
  } catch (error) {
    throw brokenOff(error);
  } finally {
    await Promise.all(tellers.map((teller) => teller.return()));
    await appender.close();
  }
}

async function nextOf(teller: AsyncGenerator<SealedChapter, void>): Promise<SealedChapter> {
  const { value } = await teller.next();
  if (!value) throw new Error('A history does not end by itself.');
  return value;
}

/** What one command recorded is never cut: the last one may bring a few more. */
function upTo(events: number, entries: readonly SealedEntry[]): SealedEntry[] {
  let left = events;
  return entries.filter(({ count }) => {
    if (left <= 0) return false;
    left -= count;
    return true;
  });
}

function after(told: Told, due: readonly SealedEntry[], lives: number): Told {
  const dayOf = (entry: SealedEntry | undefined, otherwise: string) => entry?.at.slice(0, 10) ?? otherwise;
  return {
    events: due.reduce((sum, { count }) => sum + count, told.events),
    lives: told.lives + lives,
    firstDay: told.firstDay || dayOf(due[0], ''),
    lastDay: dayOf(due.at(-1), told.lastDay),
  };
}
