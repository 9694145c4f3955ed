import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Envelope, KeyOwner, PlainField, Sealed, SealedPlace, Sealing } from '#event-sourcing';
import { bodyMacOf, openWithFieldKey, sealField } from './envelope.js';
import { KeyDestroyed, LostKey, LostSeat } from './errors.js';
import { KeyCache } from './key-cache.js';
import { type DataKey, fieldKeyIn, type KeySource, type Seat } from './key-source.js';
import { seatOf, seatOfKeyId } from './seat.js';

export type OpenedField =
  { readonly status: 'open'; readonly text: string } | { readonly status: 'disposed' };

export interface KeysOptions {
  /** Milliseconds that only grow; the process's own clock unless told. */
  readonly now?: () => number;
  readonly maxAgeMs?: number;
  readonly maxEntries?: number;
}

/** What opens a field, and whose it is; nothing where that was disposed of. */
interface Opening {
  readonly fieldKey?: Buffer;
  readonly owner?: KeyOwner;
}

/** Fields opened before other work gets a turn: about 10 ms. */
const openedAtOnce = 500;

/**
 * Seals and opens personal fields. Unwrapped keys are held for at most 60 s and leave at once when they are destroyed.
 * What is opened here goes to people through `disclose` alone.
 */
export class Keys implements Sealing {
  readonly #source: KeySource;
  readonly #cache: KeyCache;
  /** Counts what was dropped, so that a key read before its destruction is not cached after it. */
  #drops = 0;

  constructor(source: KeySource, { now, maxAgeMs, maxEntries }: KeysOptions = {}) {
    this.#source = source;
    this.#cache = new KeyCache({
      now: now ?? (() => performance.now()),
      maxAgeMs: maxAgeMs ?? 60_000,
      maxEntries: maxEntries ?? 50_000,
    });
  }

  /** Rejects with `KeyDestroyed`, and with `LostSeat` rather than to give a second key where the first is missing. */
  async seal(fields: readonly PlainField[]): Promise<readonly Envelope[]> {
    const keys = await this.#keysFor(fields);
    return fields.map((field) => {
      const { key, keyId } = keys(field);
      return sealField(key, keyId, field);
    });
  }

  /** Reads or makes the keys of many at once, so that what is sealed for them next waits for none. */
  async prepare(owners: readonly KeyOwner[]): Promise<void> {
    await this.#keysFor(owners);
  }

  async bodyMac(owner: KeyOwner, canonicalBody: string): Promise<string> {
    const keys = await this.#keysFor([owner]);
    return bodyMacOf(keys(owner).key, canonicalBody);
  }

  /** Opens each field, in order. Rejects with `LostKey` or `DamagedField`, and then opens none. */
  async open(sealed: readonly Sealed[]): Promise<readonly OpenedField[]> {
    const keys = await this.#keysOf(sealed);
    const opened: OpenedField[] = [];
    for (const [index, field] of sealed.entries()) {
      if (index > 0 && index % openedAtOnce === 0) await nextTurn();
      const { fieldKey } = keys(field);
      opened.push(
        fieldKey === undefined
          ? { status: 'disposed' }
          : { status: 'open', text: openWithFieldKey(field, fieldKey) },
      );
    }
    return opened;
  }

  /** Whose each field is, in order; undefined where the key is destroyed. Opens nothing. */
  async ownersOf(sealed: readonly Sealed[]): Promise<readonly (KeyOwner | undefined)[]> {
    const keys = await this.#keysOf(sealed);
    return sealed.map((field) => keys(field).owner);
  }

  /** The key that opens this field and no other, to be handed out with it (`openWithFieldKey`). */
  async fieldKey(sealed: Sealed): Promise<Buffer> {
    const { fieldKey } = (await this.#keysOf([sealed]))(sealed);
    if (fieldKey === undefined) throw new KeyDestroyed();
    return fieldKey;
  }

  /** The key that now seals what is this owner's, for what else the vault keeps under it. Never handed out. */
  async dataKeyFor(owner: KeyOwner): Promise<DataKey> {
    return (await this.#keysFor([owner]))(owner);
  }

  /** The key with this id, for the same. Rejects with `LostKey`, naming what it was wanted for. */
  async dataKey(keyId: string, wantedFor: SealedPlace): Promise<DataKey | 'destroyed'> {
    const held = (await this.#find([seatOfKeyId(keyId)])).get(seatOfKeyId(keyId));
    if (held === 'destroyed') return held;
    const found = held?.current.keyId === keyId ? held.current : held?.earlier?.replaced.get(keyId);
    if (found === undefined) throw new LostKey(keyId, wantedFor);
    return found;
  }

  /** Drops these keys from memory; called when they are destroyed, here or by another process. */
  drop(owners: readonly KeyOwner[]): void {
    this.#drops += 1;
    for (const owner of owners) this.#cache.drop(seatOf(owner));
  }

  /** Drops every key from memory: at the end, and when notifications may have been missed. */
  dropAll(): void {
    this.#drops += 1;
    this.#cache.clear();
  }

  async #keysFor(owners: readonly KeyOwner[]): Promise<(owner: KeyOwner) => DataKey> {
    const bySeat = new Map(owners.map((owner) => [seatOf(owner), owner]));
    const found = await this.#find([...bySeat.keys()]);
    const unseated = [...bySeat].filter(([seat]) => !found.has(seat)).map(([, owner]) => owner);
    if (unseated.length > 0) for (const [seat, key] of await this.#make(unseated)) found.set(seat, key);
    return (owner) => {
      const held = found.get(seatOf(owner));
      if (held === 'destroyed') throw new KeyDestroyed(owner);
      if (held === undefined) throw new LostSeat(owner);
      return held.current;
    };
  }

  /** What stands at these seats after keys were made for them: ours, those of a faster writer, or disposals. */
  async #make(owners: readonly KeyOwner[]): Promise<Map<string, Seat>> {
    const drops = this.#drops;
    const made = await this.#source.make(owners);
    const standing = new Map<string, Seat>(made.map((current) => [current.seat, { current }]));
    if (drops === this.#drops) for (const [seat, key] of standing) this.#cache.set(seat, key);
    const others = owners.map(seatOf).filter((seat) => !standing.has(seat));
    return new Map([...standing, ...(await this.#find(others))]);
  }

  async #keysOf(sealed: readonly Sealed[]): Promise<(field: Sealed) => Opening> {
    const found = await this.#find([...new Set(sealed.map(({ keyId }) => seatOfKeyId(keyId)))]);
    return (field) => {
      const held = found.get(seatOfKeyId(field.keyId));
      const fieldKey = fieldKeyIn(held, field);
      if (held === undefined || fieldKey === undefined) throw new LostKey(field.keyId, field);
      if (held === 'destroyed' || fieldKey === 'destroyed') return {};
      const { tenant, owner, class: recordClass } = held.current;
      return { fieldKey, owner: { tenant, owner, class: recordClass } };
    };
  }

  async #find(seats: readonly string[]): Promise<Map<string, Seat>> {
    const found = new Map<string, Seat>();
    const unknown: string[] = [];
    for (const seat of seats) {
      const held = this.#cache.get(seat);
      if (held === undefined) unknown.push(seat);
      else found.set(seat, held);
    }
    if (unknown.length === 0) return found;
    const drops = this.#drops;
    for (const [seat, held] of await this.#source.read(unknown)) {
      found.set(seat, held);
      if (drops === this.#drops) this.#cache.set(seat, held);
    }
    return found;
  }
}
