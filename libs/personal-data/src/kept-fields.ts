import type { SealedPlace } from '#event-sourcing';
import { derivedKey } from './envelope.js';
import { openBytes, sealBytes } from './sealed-bytes.js';

type Place = Pick<SealedPlace, 'eventId' | 'field'>;
/** A destroyed key, and the one that what is kept of it is sealed under. */
interface Keys {
  readonly keyId: string;
  readonly under: { readonly keyId: string; readonly key: Buffer };
}

const label = 'samspor/kept-fields/v1';
const fieldKeyLength = 32;

/**
 * What is kept of a key that is destroyed: the keys of the fields that may still be opened, each of which opens one field and no other. The
 * layout is stored for ever (docs/personal-data.md).
 */
export class KeptFields {
  readonly #keys: ReadonlyMap<string, Buffer>;

  private constructor(keys: ReadonlyMap<string, Buffer>) {
    this.#keys = keys;
  }

  static of(fields: Iterable<Place & { readonly key: Buffer }>): KeptFields {
    return new KeptFields(
      new Map([...fields].map(({ eventId, field, key }) => [nameOf({ eventId, field }), key])),
    );
  }

  /** The key of a field, if it is kept. */
  readonly of = (place: Place): Buffer | undefined => this.#keys.get(nameOf(place));

  get size(): number {
    return this.#keys.size;
  }

  /** The same without the fields of these events. */
  without(eventIds: ReadonlySet<string>): KeptFields {
    return new KeptFields(new Map([...this.#keys].filter(([name]) => !eventIds.has(placeIn(name)[0]))));
  }

  /** AES-256-GCM with a random nonce under a key derived from the one that took the destroyed one's place. */
  sealed({ keyId, under }: Keys): Buffer {
    const text = JSON.stringify(
      [...this.#keys].map(([name, key]) => [...placeIn(name), key.toString('base64url')]).toSorted(byPlace),
    );
    return sealBytes(derivedKey(under.key, label), Buffer.from(text), associated(keyId, under.keyId));
  }

  /** Fails where it was not sealed for these two keys. */
  static opened(sealed: Buffer, { keyId, under }: Keys): KeptFields {
    const text = openBytes(derivedKey(under.key, label), sealed, associated(keyId, under.keyId));
    const listed = JSON.parse(text.toString('utf8')) as [string, string, string][];
    const fields = listed.map(([eventId, field, key]) => ({
      eventId,
      field,
      key: Buffer.from(key, 'base64url'),
    }));
    if (fields.some(({ key }) => key.length !== fieldKeyLength)) {
      throw new RangeError('A field key has 32 bytes');
    }
    return KeptFields.of(fields);
  }
}

const associated = (keyId: string, under: string) => JSON.stringify([label, keyId, under]);
const nameOf = ({ eventId, field }: Place) => JSON.stringify([eventId, field]);
const placeIn = (name: string) => JSON.parse(name) as [eventId: string, field: string];
const byPlace = ([a = '', b = '']: string[], [c = '', d = '']: string[]) =>
  a === c ? Number(b > d) - Number(b < d) : Number(a > c) - Number(a < c);
