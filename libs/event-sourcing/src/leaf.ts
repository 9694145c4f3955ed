import { createHash } from 'node:crypto';
import { canonical } from './canonical-json.js';
import type { StoredEvent } from './event-store.js';

/**
 * An event's leaf in the tenant's Merkle tree (RFC 9162 § 2.1.1, leaf prefix 0x00): SHA-256 over the canonical
 * `[stream, revision, id, type, SHA-256(data), SHA-256(metadata)]`, digests in lower-case hex. Free of position and store time,
 * so that a log that moved to another server keeps its proofs.
 */
export function leaf({ stream, revision, id, type, data, metadata }: Omit<StoredEvent, 'position'>): Buffer {
  const entry = [stream, Number(revision), id, type, digestOf(data), digestOf(metadata)];
  return createHash('sha256').update(Buffer.of(0)).update(canonical(entry)).digest();
}

const digestOf = (json: unknown) => createHash('sha256').update(canonical(json)).digest('hex');
