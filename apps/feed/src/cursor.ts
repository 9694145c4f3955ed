import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';

/** How far somebody has come: everything up to this position of the log has been told. */
export interface Place {
  readonly tenant: string;
  readonly logId: string;
  readonly position: bigint;
}

const algorithm = 'aes-256-gcm';
const nonceBytes = 12;
const tagBytes = 16;
/** Of the one event at the position, 0 says that all that is told of it has been; others are kept for what comes. */
const wholeEvent = '0';

/**
 * Places as subscribers get them: sealed, since how far the log has come between two of them would tell how much other municipalities record.
 * Of one length for one municipality, and good for it and its log alone.
 */
export class Cursors {
  readonly #key: Uint8Array;
  readonly #nonceKey: Uint8Array;

  constructor(secret: Uint8Array) {
    const derived = (what: string) =>
      new Uint8Array(hkdfSync('sha256', secret, '', `samspor/feed-cursor/${what}/v1`, 32));
    this.#key = derived('key');
    this.#nonceKey = derived('nonce');
  }

  /** Always the same text, so that a page that cannot change is the same bytes: of an event that was told. */
  textOf(place: Place): string {
    const plain = plainOf(place);
    const nonce = createHmac('sha256', this.#nonceKey).update(plain).digest().subarray(0, nonceBytes);
    return this.#sealed(plain, nonce);
  }

  /** Another text each time: of where nothing was told, so that nobody sees whether the log has moved. */
  passingTextOf(place: Place): string {
    return this.#sealed(plainOf(place), randomBytes(nonceBytes));
  }

  /** What one of the two was made of; undefined for any other text. Whose it is, and of which log, the caller compares. */
  read(text: string): Place | undefined {
    if (!/^[A-Za-z0-9_-]{40,200}$/.test(text)) return undefined;
    const sealed = Buffer.from(text, 'base64url');
    try {
      const decipher = createDecipheriv(algorithm, this.#key, sealed.subarray(0, nonceBytes), {
        authTagLength: tagBytes,
      });
      decipher.setAuthTag(sealed.subarray(-tagBytes));
      const plain = [decipher.update(sealed.subarray(nonceBytes, -tagBytes)), decipher.final()];
      const [tenant = '', logId = '', position = '', ordinal] = Buffer.concat(plain)
        .toString('utf8')
        .split('@');
      return ordinal === wholeEvent ? { tenant, logId, position: BigInt(position) } : undefined;
    } catch {
      return undefined;
    }
  }

  #sealed(plain: string, nonce: Buffer): string {
    const cipher = createCipheriv(algorithm, this.#key, nonce, { authTagLength: tagBytes });
    const sealed = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
    return Buffer.concat([nonce, sealed, cipher.getAuthTag()]).toString('base64url');
  }
}

const plainOf = ({ tenant, logId, position }: Place) =>
  [tenant, logId, String(position).padStart(20, '0'), wholeEvent].join('@');
