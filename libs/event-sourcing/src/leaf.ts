import { createHash, hash } from 'node:crypto';
import { canonical } from './canonical-json.js';
import type { StoredEvent } from './event-store.js';

/** SHA-256 over the canonical JSON of each part, in lower-case hex. */
export interface EventDigests {
  readonly data: string;
  readonly metadata: string;
}

/** The canonical `[stream, revision, id, type, SHA-256(data), SHA-256(metadata)]`. */
export const leafEntry = (
  { stream, revision, id, type }: Pick<StoredEvent, 'stream' | 'revision' | 'id' | 'type'>,
  { data, metadata }: EventDigests,
): string => JSON.stringify([stream, Number(revision), id, type, data, metadata]);

/**
 * An event's leaf in the tenant's Merkle tree (RFC 9162 § 2.1.1, leaf prefix 0x00): SHA-256 over its entry. Free of position and store
 * time, so that a log that moved to another server keeps its proofs.
 */
export function leaf({ data, metadata, ...event }: Omit<StoredEvent, 'position'>): Buffer {
  return leafOf(event, { data: digestOf(data), metadata: digestOf(metadata) });
}

/** The same where the digests are known. */
export const leafOf = (event: Parameters<typeof leafEntry>[0], digests: EventDigests): Buffer =>
  createHash('sha256').update(Buffer.of(0)).update(leafEntry(event, digests)).digest();

const digestOf = (json: unknown) => hash('sha256', canonical(json), 'hex');
