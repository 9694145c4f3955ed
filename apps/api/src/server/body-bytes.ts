import type { Readable } from 'node:stream';
import type { FastifyRequest } from 'fastify';
import { Problem } from '../problems/problem.js';

/** What is read and thrown away so that the client sees the answer; beyond it the connection is cut. */
const drained = 32 * 1024 * 1024;

/**
 * The whole body. One that is too large is read to its end and not kept: an answer before that would close the connection on a client that
 * still writes, and be lost.
 */
export function bytesOf(
  request: FastifyRequest,
  payload: Readable,
  { most, tooLarge }: { readonly most: number; readonly tooLarge: 'body-too-large' | 'body-too-large.file' },
): Promise<Buffer> {
  return new Promise<Buffer>((resolve, reject) => {
    const chunks: Buffer[] = [];
    let length = 0;
    payload.on('data', (chunk: Buffer) => {
      length += chunk.length;
      if (length <= most) chunks.push(chunk);
      else chunks.length = 0;
      if (length > drained) request.raw.socket.destroy();
    });
    const brokenOff = () => reject(new Problem('malformed-request.broken-off'));
    payload.once('error', brokenOff).once('close', brokenOff);
    payload.once('end', () => {
      // Every request's stream closes in the end.
      payload.off('close', brokenOff);
      if (length > most) reject(new Problem(tooLarge));
      else resolve(Buffer.concat(chunks));
    });
  });
}
