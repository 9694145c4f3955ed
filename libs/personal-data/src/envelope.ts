import { createCipheriv, createDecipheriv, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Envelope, Sealed, SealedPlace } from '#event-sourcing';
import { DamagedField } from './errors.js';

/** Labels keep the uses of one key apart. They are part of what is stored for ever, like the layout below. */
const labels = {
  field: 'samspor/field/v1',
  commitment: 'samspor/commitment/v1',
  bodyMac: 'samspor/body-mac/v1',
} as const;

const keyLength = 32;
const nonceLength = 12;
const tagLength = 16;
/** Texts are padded to a multiple of this, so that a ciphertext does not tell "Bo" from "Alexandra". */
const paddedTo = 32;

/** A list of strings as RFC 8785 writes it, so that no two lists give the same bytes. */
const bytesOf = (...parts: readonly string[]) => Buffer.from(JSON.stringify(parts));

/** HKDF-SHA-256 without salt, one block: its two steps by hand, since the first is the same for all that one data key seals. */
function derive(dataKey: Buffer, info: Buffer): Buffer {
  let extracted = extractedFrom.get(dataKey);
  if (extracted === undefined) {
    extracted = createHmac('sha256', noSalt).update(dataKey).digest();
    extractedFrom.set(dataKey, extracted);
  }
  return createHmac('sha256', extracted).update(info).update(firstBlock).digest();
}
const noSalt = Buffer.alloc(keyLength);
const firstBlock = Buffer.of(1);
/** For as long as the data key itself is held. */
const extractedFrom = new WeakMap<Buffer, Buffer>();

/** A key for one use of a data key, told apart by its label. */
export const derivedKey = (dataKey: Buffer, label: string) => derive(dataKey, bytesOf(label));

/** The key of one field alone: it opens that field and no other, so it may be handed out with it. */
export const fieldKeyOf = (dataKey: Buffer, { eventId, field }: Pick<SealedPlace, 'eventId' | 'field'>) =>
  derive(dataKey, bytesOf(labels.field, eventId, field));

const associatedData = ({ stream, eventId, field }: SealedPlace) =>
  bytesOf(labels.field, stream, eventId, field);

/** Commits to key, place and ciphertext at once: AES-GCM alone would let two keys open one ciphertext to two texts. */
const commitmentOf = (fieldKey: Buffer, place: SealedPlace, nonce: Buffer, ciphertext: Buffer) =>
  createHmac('sha256', fieldKey)
    .update(bytesOf(labels.commitment, place.stream, place.eventId, place.field))
    .update(nonce)
    .update(ciphertext)
    .digest();

/** Seals a text for its place: AES-256-GCM with a random nonce under the field's own key. Refuses text that UTF-8 cannot hold. */
export function sealField(
  dataKey: Buffer,
  keyId: string,
  place: SealedPlace & { readonly text: string },
): Envelope {
  const fieldKey = fieldKeyOf(dataKey, place);
  const nonce = randomBytes(nonceLength);
  const cipher = createCipheriv('aes-256-gcm', fieldKey, nonce, { authTagLength: tagLength });
  cipher.setAAD(associatedData(place));
  const ciphertext = Buffer.concat([cipher.update(padded(place)), cipher.final(), cipher.getAuthTag()]);
  return {
    v: 1,
    keyId,
    nonce: nonce.toString('base64url'),
    ciphertext: ciphertext.toString('base64url'),
    commitment: commitmentOf(fieldKey, place, nonce, ciphertext).toString('base64url'),
  };
}

/** Opens one field with its own key, as someone does to whom the field alone was disclosed. Fails with `DamagedField`. */
export function openWithFieldKey(sealed: Sealed, fieldKey: Buffer): string {
  const nonce = decoded(sealed, sealed.nonce);
  const ciphertext = decoded(sealed, sealed.ciphertext);
  const commitment = decoded(sealed, sealed.commitment);
  if (
    sealed.v !== 1 ||
    fieldKey.length !== keyLength ||
    nonce.length !== nonceLength ||
    ciphertext.length < paddedTo + tagLength
  ) {
    throw new DamagedField(sealed);
  }
  const expected = commitmentOf(fieldKey, sealed, nonce, ciphertext);
  if (commitment.length !== expected.length || !timingSafeEqual(commitment, expected)) {
    throw new DamagedField(sealed);
  }
  const decipher = createDecipheriv('aes-256-gcm', fieldKey, nonce, { authTagLength: tagLength });
  decipher.setAAD(associatedData(sealed));
  decipher.setAuthTag(ciphertext.subarray(-tagLength));
  try {
    const plain = Buffer.concat([decipher.update(ciphertext.subarray(0, -tagLength)), decipher.final()]);
    return unpadded(plain);
  } catch {
    throw new DamagedField(sealed);
  }
}

/** HMAC-SHA-256 of a command's canonical body, hex, under a key that serves nothing else. */
export function bodyMacOf(dataKey: Buffer, canonicalBody: string): string {
  let macKey = macKeyFrom.get(dataKey);
  if (macKey === undefined) {
    macKey = derivedKey(dataKey, labels.bodyMac);
    macKeyFrom.set(dataKey, macKey);
  }
  return createHmac('sha256', macKey).update(canonicalBody).digest('hex');
}
/** For as long as the data key itself is held. */
const macKeyFrom = new WeakMap<Buffer, Buffer>();

/** ISO/IEC 7816-4: a byte 0x80, then zeros. */
function padded({ text, ...place }: SealedPlace & { readonly text: string }): Buffer {
  const bytes = Buffer.from(text, 'utf8');
  if (bytes.toString('utf8') !== text) {
    throw new RangeError(
      `The text for "${place.field}" of the event ${place.eventId} has half a surrogate pair; it would not be read back as given.`,
    );
  }
  const whole = Buffer.alloc((Math.floor(bytes.length / paddedTo) + 1) * paddedTo);
  bytes.copy(whole);
  whole[bytes.length] = 0x80;
  return whole;
}

function unpadded(bytes: Buffer): string {
  const end = bytes.lastIndexOf(0x80);
  if (end < 0 || bytes.subarray(end + 1).some((byte) => byte !== 0)) throw new RangeError('No padding');
  return bytes.toString('utf8', 0, end);
}

/** Only what `base64url` itself would write: another spelling of the same bytes is a changed envelope too. */
function decoded(sealed: Sealed, text: string): Buffer {
  const bytes = Buffer.from(text, 'base64url');
  if (bytes.toString('base64url') !== text) throw new DamagedField(sealed);
  return bytes;
}
