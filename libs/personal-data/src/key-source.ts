import type { KeyOwner, Sealed } from '#event-sourcing';
import { fieldKeyOf } from './envelope.js';
import type { KeptFields } from './kept-fields.js';

/** A data key, unwrapped. */
export interface DataKey extends KeyOwner {
  readonly seat: string;
  readonly keyId: string;
  readonly key: Buffer;
}

/** What stands at a seat whose key was not destroyed. */
export interface HeldKeys {
  /** Seals, and opens what it sealed. */
  readonly current: DataKey;
  /** Absent where the seat has had no other key. */
  readonly earlier?: EarlierKeys;
}

/** Keys of a seat that seal no more. */
export interface EarlierKeys {
  /** By key id: replaced, and still there. */
  readonly replaced: ReadonlyMap<string, DataKey>;
  /** By key id: destroyed, and what of it is kept. */
  readonly kept: ReadonlyMap<string, KeptFields>;
  /** Entries whose texts were disposed of. */
  readonly disposed: ReadonlySet<string>;
}
export type Seat = HeldKeys | 'destroyed';

/** The key of one field, from what stands at its seat; undefined where it is lost. */
export function fieldKeyIn(held: Seat | undefined, sealed: Sealed): Buffer | 'destroyed' | undefined {
  if (held === undefined || held === 'destroyed') return held;
  const { current, earlier } = held;
  if (earlier?.disposed.has(sealed.eventId)) return 'destroyed';
  const dataKey = current.keyId === sealed.keyId ? current : earlier?.replaced.get(sealed.keyId);
  if (dataKey) return fieldKeyOf(dataKey.key, sealed);
  return earlier?.kept.get(sealed.keyId)?.of(sealed);
}

/** Where keys are kept: the vault's tables. */
export interface KeySource {
  /** What stands at these seats, read at once; a seat that never had a key is left out. */
  read(seats: readonly string[]): Promise<ReadonlyMap<string, Seat>>;
  /** Gives each owner a key, unless the seat has or ever had one, and answers those it made. Committed when it resolves. */
  make(owners: readonly KeyOwner[]): Promise<readonly DataKey[]>;
}
