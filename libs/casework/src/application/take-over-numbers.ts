import {
  type Codec,
  type EventStore,
  isPassedOver,
  LogFault,
  positionOf,
  type Recorded,
  StoreUnavailable,
  type UnreadEvent,
} from '#event-sourcing';
import type { CaseNumbers, GivenNumber } from '#personal-data';
import { caseEvents } from '../domain/events.js';

/** So many numbers are taken over at once. */
const most = 1_000;

/**
 * Lets the vault know every number that the log holds: one that was restored from a backup goes on after the highest, and gives none twice.
 * Reads only what came after the vault's own mark, and moves it.
 */
export async function takeOverNumbers({
  store,
  codec,
  logId,
  numbers,
  refused,
}: {
  readonly store: Pick<EventStore, 'end' | 'history' | 'subscribe'>;
  readonly codec: Codec;
  readonly logId: string;
  readonly numbers: Pick<CaseNumbers, 'knownUpTo' | 'markKnown' | 'takeOver'>;
  /** Told of an event that cannot be believed or read: its number counts for nothing. */
  readonly refused?: (fault: LogFault) => void;
}): Promise<void> {
  // Where the event of the mark is not there any more, all is read.
  const after = await positionOf(store, await numbers.knownUpTo(logId));
  if (after === (await store.end())) return;
  let last: UnreadEvent | undefined;
  let given: GivenNumber[] = [];
  const takeSome = async () => {
    await numbers.takeOver(given);
    given = [];
  };
  for await (const events of eventsOfCases(store, after)) {
    for (const event of events) {
      last = event;
      const decoded = event.data.includes('"caseNumber"') ? believed(codec, event, refused) : undefined;
      if (decoded !== undefined) given.push(...numberGivenBy(decoded));
    }
    if (given.length >= most) await takeSome();
  }
  await takeSome();
  if (last) await numbers.markKnown(logId, last);
}

/** Followed to the present end, so that the server sends the streams of cases alone. */
async function* eventsOfCases(
  store: Pick<EventStore, 'subscribe'>,
  after: bigint | undefined,
): AsyncGenerator<readonly UnreadEvent[]> {
  const { signal } = new AbortController();
  const streamPrefixes = [`${caseEvents.category}-`];
  for await (const batch of store.subscribe({
    streamPrefixes,
    signal,
    ...(after !== undefined && { after }),
  })) {
    yield batch.flatMap((delivery) => (delivery.kind === 'event' ? [delivery.event] : []));
    if (batch.some(({ kind }) => kind === 'caughtUp')) return;
  }
  throw new StoreUnavailable('The subscription to the log ended before all its case numbers were read.');
}

function believed(
  codec: Codec,
  event: UnreadEvent,
  refused: ((fault: LogFault) => void) | undefined,
): Recorded | undefined {
  try {
    const decoded = codec.decode(event);
    return isPassedOver(decoded) ? undefined : decoded;
  } catch (error) {
    if (!(error instanceof LogFault)) throw error;
    refused?.(error);
    return undefined;
  }
}

function numberGivenBy({ data, metadata }: Recorded): GivenNumber[] {
  const { caseNumber } = data;
  if (typeof caseNumber !== 'string') return [];
  return [{ tenant: metadata.municipality, caseNumber, commandId: metadata.$causationId }];
}
