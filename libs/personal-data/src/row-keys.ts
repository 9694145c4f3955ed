import { hkdfSync } from 'node:crypto';

/** Keys for what the vault seals in rows of its own and what is handed out sealed: each for one use, from the secret that lookups are hashed under. */
export class RowKeys {
  readonly #secret: Buffer;

  constructor(secret: Buffer) {
    this.#secret = secret;
  }

  /** The same each time. With a text that is kept nowhere here, nobody makes it again who has not got that. */
  of(use: string, kept = ''): Buffer {
    const info = JSON.stringify(['samspor/row/v1', use]);
    return Buffer.from(hkdfSync('sha256', this.#secret, Buffer.from(kept), info, 32));
  }
}
