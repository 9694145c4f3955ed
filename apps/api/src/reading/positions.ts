import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';

/** A place in one log. */
export interface LogPosition {
  readonly logId: string;
  readonly position: bigint;
}

const algorithm = 'aes-256-gcm';
const nonceBytes = 12;
const tagBytes = 16;

/**
 * Positions as clients get them (`readAfter`, `currentTo`): sealed, since how far the log has come between two of them would tell how much
 * others have recorded. Each is good for the log that it came from alone.
 */
export class PositionTexts {
  readonly #key: Uint8Array;
  readonly #nonceKey: Uint8Array;

  /** The same secret in every process of the API, and after every start. */
  constructor(secret: Uint8Array) {
    const derived = (what: string) =>
      new Uint8Array(hkdfSync('sha256', secret, '', `samspor/positions/${what}/v1`, 32));
    this.#key = derived('key');
    this.#nonceKey = derived('nonce');
  }

  /** Always the same text, as the answer to a repeated command must be. */
  textOf(place: LogPosition): string {
    const plain = plainOf(place);
    return this.#sealed(
      plain,
      createHmac('sha256', this.#nonceKey).update(plain).digest().subarray(0, nonceBytes),
    );
  }

  /** Another text each time: whether two of them mean the same cannot be seen. */
  passingTextOf(place: LogPosition): string {
    return this.#sealed(plainOf(place), randomBytes(nonceBytes));
  }

  /** What one of the two was made of; undefined for any other text. The caller compares the log's id. */
  read(text: string): LogPosition | undefined {
    if (text.length > 200 || !/^[A-Za-z0-9_-]+$/.test(text)) return undefined;
    const sealed = Buffer.from(text, 'base64url');
    if (sealed.length <= nonceBytes + tagBytes) return undefined;
    try {
      const decipher = createDecipheriv(algorithm, this.#key, sealed.subarray(0, nonceBytes));
      decipher.setAuthTag(sealed.subarray(-tagBytes));
      const plain = [decipher.update(sealed.subarray(nonceBytes, -tagBytes)), decipher.final()];
      const [position = '', logId = ''] = Buffer.concat(plain).toString('utf8').split('@');
      return { logId, position: BigInt(position) };
    } catch {
      return undefined;
    }
  }

  #sealed(plain: string, nonce: Buffer): string {
    const cipher = createCipheriv(algorithm, this.#key, nonce);
    const sealed = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
    return Buffer.concat([nonce, sealed, cipher.getAuthTag()]).toString('base64url');
  }
}

/** Of one length, however far the log has come. */
const plainOf = ({ logId, position }: LogPosition) => `${String(position).padStart(20, '0')}@${logId}`;
