import { openBytes, sealBytes } from './sealed-bytes.js';

/** A key of 32 bytes and what it is for; unwraps only with the same context. */
export interface PlainKey {
  readonly key: Buffer;
  readonly context: string;
}
export interface WrappedKey {
  readonly wrapped: Buffer;
  readonly context: string;
}

/**
 * What the vault asks of the municipality's key, so that a key management service can stand in for the key file.
 * Both take many at a time and answer in order; `unwrap` rejects with `WrongKey` when any of them does not fit.
 */
export interface KeyWrapping {
  wrap(keys: readonly PlainKey[]): Promise<Buffer[]>;
  unwrap(wrapped: readonly WrappedKey[]): Promise<Buffer[]>;
}

/** A wrapped key was not wrapped with this municipality's key, or not for this purpose. */
export class WrongKey extends Error {
  constructor(options?: ErrorOptions) {
    super('A key in the vault cannot be unwrapped with this key of the municipality.', options);
    this.name = 'WrongKey';
  }
}

/** Wraps with AES-256-GCM under one key held in memory; the context is authenticated. */
export function aesKeyWrapping(municipalityKey: Buffer): KeyWrapping {
  if (municipalityKey.length !== 32) throw new RangeError("The municipality's key has 32 bytes");
  const wrap = ({ key, context }: PlainKey) => sealBytes(municipalityKey, key, context);
  const unwrap = ({ wrapped, context }: WrappedKey) => {
    try {
      return openBytes(municipalityKey, wrapped, context);
    } catch (cause) {
      throw new WrongKey({ cause });
    }
  };
  return {
    wrap: async (keys) => keys.map(wrap),
    unwrap: async (keys) => keys.map(unwrap),
  };
}
