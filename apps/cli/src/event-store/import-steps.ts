import { derivedId } from '#event-sourcing';
import type { MovedEvent } from './export-file.js';

/** The revision of the event that ends a stream for ever. */
const tombstoneRevision = 2n ** 63n - 1n;
const softDeletion = 2 ** 63 - 1024;

/** How the next event of an export comes into a new log. */
export interface Step {
  /**
   * `append`: as it is; `begin`: as it is, and not in one append with what stands before it; `soft-delete`, `tombstone`: the server writes it
   * at that call; `by-itself`: the server writes it along with the step before.
   */
  readonly how: 'append' | 'begin' | 'soft-delete' | 'tombstone' | 'by-itself';
  readonly event: MovedEvent;
  /** Stands for what a scavenge took away: a new log cannot begin a stream later. */
  readonly isPlaceholder?: true;
}

/** What has to be done, in order, to have the events of an export in a new log; each step makes one event of that log. */
export async function* importSteps(events: AsyncIterable<MovedEvent>): AsyncGenerator<Step> {
  const next = new Map<string, bigint>();
  const softDeleted = new Set<string>();
  /** Metadata streams whose next event the server itself writes: a deleted stream goes on, or gets other metadata. */
  const written = new Set<string>();
  for await (const event of events) {
    const { stream, revision } = event;
    const of = described(stream);
    if (revision === tombstoneRevision) {
      yield { how: 'tombstone', event };
      continue;
    }
    if (written.delete(stream)) {
      next.set(stream, revision + 1n);
      yield { how: 'by-itself', event };
      continue;
    }
    if (isSoftDeletion(event) && softDeleted.has(of)) {
      next.set(stream, revision + 1n);
      yield { how: 'soft-delete', event };
      continue;
    }
    for (let missing = next.get(stream) ?? 0n; missing < revision; missing += 1n) {
      yield { how: 'append', event: placeholder(stream, missing), isPlaceholder: true };
    }
    next.set(stream, revision + 1n);
    const goesOn = softDeleted.delete(of);
    if (goesOn) written.add(`$$${of}`);
    if (isSoftDeletion(event)) softDeleted.add(of);
    yield { how: goesOn ? 'begin' : 'append', event };
  }
}

/** Whether a log holds what the step makes. Ids that the server gives are its own. */
export function isMade({ how, event }: Step, found: MovedEvent): boolean {
  const ownId = how === 'append' || how === 'begin';
  return (
    found.stream === event.stream &&
    found.revision === event.revision &&
    found.type === event.type &&
    found.isJson === event.isJson &&
    (!ownId || found.id === event.id) &&
    found.data.equals(event.data) &&
    found.metadata.equals(event.metadata)
  );
}

/** The stream that a metadata stream describes; any other stream itself. */
export const described = (stream: string): string => (stream.startsWith('$$') ? stream.slice(2) : stream);

/** The same at every attempt: what is repeated adds nothing. */
const placeholder = (stream: string, revision: bigint): MovedEvent => ({
  stream,
  revision,
  id: derivedId('scavenged', stream, String(revision)),
  type: 'Scavenged',
  isJson: true,
  data: Buffer.from('{}'),
  metadata: Buffer.alloc(0),
});

function isSoftDeletion({ stream, data }: MovedEvent): boolean {
  if (!stream.startsWith('$$')) return false;
  try {
    const metadata: unknown = JSON.parse(data.toString('utf8'));
    const before = typeof metadata === 'object' && metadata !== null && '$tb' in metadata ? metadata.$tb : 0;
    return typeof before === 'number' && before >= softDeletion;
  } catch {
    return false;
  }
}
