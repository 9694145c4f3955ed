import type { KeyOwner } from '#event-sourcing';

/** A data key, unwrapped. */
export interface DataKey extends KeyOwner {
  readonly seat: string;
  readonly keyId: string;
  readonly key: Buffer;
}
export type Seat = DataKey | 'destroyed';

/** Where keys are kept: the vault's table. */
export interface KeySource {
  /** What stands at these seats, read at once; a seat that never had a key is left out. */
  read(seats: readonly string[]): Promise<ReadonlyMap<string, Seat>>;
  /** Gives each owner a key, unless the seat has or ever had one, and answers those it made. Committed when it resolves. */
  make(owners: readonly KeyOwner[]): Promise<readonly DataKey[]>;
}
