import { createHash } from 'node:crypto';
import { canonical } from '#event-sourcing';

/** A canonical text (RFC 8785) with its SHA-256 in hexadecimal digits: what a report is held to, byte for byte. */
export interface Fingerprinted {
  readonly text: string;
  readonly sha256: string;
}

export function fingerprinted(json: unknown): Fingerprinted {
  const text = canonical(json);
  return { text, sha256: createHash('sha256').update(text, 'utf8').digest('hex') };
}
