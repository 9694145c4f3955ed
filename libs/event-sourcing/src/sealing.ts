import type { RecordClass } from './event.js';

/** Whose key: the person (or unit) and the record class. */
export interface KeyOwner {
  readonly tenant: string;
  readonly owner: string;
  readonly class: RecordClass;
}

export interface PlainField extends KeyOwner {
  readonly stream: string;
  readonly eventId: string;
  /** The path inside the event's data: `items.0.reason`. */
  readonly field: string;
  readonly text: string;
}

/** An envelope as stored in the event; `Sealed` adds stream, event id and field when read. */
export interface Envelope {
  readonly v: 1;
  readonly keyId: string;
  readonly nonce: string;
  readonly ciphertext: string;
  readonly commitment: string;
}

/** True for what has an envelope's parts, whatever else it has. */
export function isEnvelope(value: unknown): value is Envelope {
  if (typeof value !== 'object' || value === null) return false;
  const { v, keyId, nonce, ciphertext, commitment } = value as Record<string, unknown>;
  return (
    v === 1 &&
    typeof keyId === 'string' &&
    typeof nonce === 'string' &&
    typeof ciphertext === 'string' &&
    typeof commitment === 'string'
  );
}

/** What the log asks of the vault. Keys are committed in the vault before this returns (docs/personal-data.md). */
export interface Sealing {
  /** One envelope a field, in order. Fails with `KeyDestroyed` when the owner's key was disposed of. */
  seal(fields: readonly PlainField[]): Promise<readonly Envelope[]>;
  /** HMAC-SHA-256, hex, of a command's canonical body under a key derived from the owner's. */
  bodyMac(owner: KeyOwner, canonicalBody: string): Promise<string>;
}
