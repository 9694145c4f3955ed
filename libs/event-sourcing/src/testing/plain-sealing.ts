import { createHash, createHmac } from 'node:crypto';
import type { Envelope, Sealing } from '../sealing.js';

/** Sealing without keys, for tests alone: the text stands readable, in base64, in `ciphertext`. The same input gives the same envelope. */
export const plainSealing: Sealing = {
  seal: (fields) =>
    Promise.resolve(
      fields.map(({ tenant, owner, class: recordClass, stream, eventId, field, text }): Envelope => ({
        v: 1,
        keyId: `${tenant}.${owner}.${recordClass}`,
        nonce: 'AAAAAAAAAAAAAAAA',
        ciphertext: Buffer.from(text, 'utf8').toString('base64'),
        commitment: createHash('sha256').update(`${stream} ${eventId} ${field}`).digest('base64'),
      })),
    ),
  bodyMac: ({ tenant, owner, class: recordClass }, body) =>
    Promise.resolve(createHmac('sha256', `${tenant}.${owner}.${recordClass}`).update(body).digest('hex')),
};

/** The text that `plainSealing` put into an envelope. */
export const plainText = ({ ciphertext }: Pick<Envelope, 'ciphertext'>) =>
  Buffer.from(ciphertext, 'base64').toString('utf8');
