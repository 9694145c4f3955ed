import { hash, randomBytes } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { KeyOwner } from '#event-sourcing';

/**
 * A key's seat: whose it is, as a short hash of ids that stand readable in the events anyway. It is the first part of
 * each key id, so that an envelope whose key is gone still tells a disposed person from a lost key.
 */
export function seatOf({ tenant, owner, class: recordClass }: KeyOwner): string {
  const named = JSON.stringify(['samspor/seat/v1', tenant, owner, recordClass]);
  const known = lately.get(named);
  if (known !== undefined) return known;
  const seat = hash('sha256', named, 'buffer').subarray(0, 16).toString('base64url');
  lately.set(named, seat);
  return seat;
}
/** Every field that is sealed asks for the seat of its key, several times. */
const lately = new LRUCache<string, string>({ max: 5_000 });

/** An id for a new key of this seat: another than any before, also when the vault was restored from an old backup. */
export const newKeyId = (seat: string) => `${seat}.${randomBytes(9).toString('base64url')}`;

export const seatOfKeyId = (keyId: string) => keyId.split('.', 1)[0] ?? keyId;
