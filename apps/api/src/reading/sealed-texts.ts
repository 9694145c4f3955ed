import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';

const algorithm = 'aes-256-gcm';
const nonceBytes = 12;
const tagBytes = 16;

/** What clients bring back without having read it: opened by nobody who has not the secret, and changed by nobody. */
export class SealedTexts {
  readonly #key: Uint8Array;
  readonly #nonceKey: Uint8Array;

  /** The same secret in every process, and after every start; `of` keeps one kind of texts from being taken for another. */
  constructor(secret: Uint8Array, of: string) {
    const derived = (what: string) =>
      new Uint8Array(hkdfSync('sha256', secret, '', `samspor/${of}/${what}/v1`, 32));
    this.#key = derived('key');
    this.#nonceKey = derived('nonce');
  }

  /** Always the same text of the same. */
  textOf(plain: string): string {
    return this.#sealed(
      plain,
      createHmac('sha256', this.#nonceKey).update(plain).digest().subarray(0, nonceBytes),
    );
  }

  /** Another text each time: whether two of them mean the same cannot be seen. */
  passingTextOf(plain: string): string {
    return this.#sealed(plain, randomBytes(nonceBytes));
  }

  /** What one of the two was made of; undefined for any other text. */
  read(text: string): string | undefined {
    if (!/^[A-Za-z0-9_-]{40,2000}$/.test(text)) return undefined;
    const sealed = Buffer.from(text, 'base64url');
    try {
      const decipher = createDecipheriv(algorithm, this.#key, sealed.subarray(0, nonceBytes), {
        authTagLength: tagBytes,
      });
      decipher.setAuthTag(sealed.subarray(-tagBytes));
      const plain = [decipher.update(sealed.subarray(nonceBytes, -tagBytes)), decipher.final()];
      return Buffer.concat(plain).toString('utf8');
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
