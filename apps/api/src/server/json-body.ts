import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Readable } from 'node:stream';
import { Problem } from '../problems/problem.js';

/** No body that anybody would send in earnest is larger: texts are at most 4,000 letters each. */
export const bodyLimit = 100 * 1024;
/** What is read and thrown away so that the client sees the answer; beyond it the connection is cut. */
const drained = 32 * 1024 * 1024;

/** Takes JSON of at most 100 KB and nothing else. A larger body is refused by an answer, not by a broken connection. */
export function takeJsonOnly(instance: FastifyInstance): void {
  const parse = instance.getDefaultJsonParser('error', 'error');
  instance.removeAllContentTypeParsers();
  instance.addContentTypeParser('application/json', async (request: FastifyRequest, payload: Readable) => {
    const text = decoded(await bytesOf(request, payload));
    return await new Promise((resolve, reject) => {
      // Refuses `__proto__` and `constructor.prototype` as it parses. The parser's own sentence may quote the body.
      void parse(request, text, (error, body) => (error ? reject(malformed()) : resolve(body)));
    });
  });
}

async function bytesOf(request: FastifyRequest, payload: Readable): Promise<Buffer> {
  const declared = Number(request.headers['content-length'] ?? 0);
  if (declared > bodyLimit) {
    drain(request, payload, 0);
    throw tooLarge();
  }
  return await new Promise<Buffer>((resolve, reject) => {
    const chunks: Buffer[] = [];
    let length = 0;
    const onData = (chunk: Buffer) => {
      length += chunk.length;
      if (length <= bodyLimit) return void chunks.push(chunk);
      payload.off('data', onData);
      drain(request, payload, length);
      return reject(tooLarge());
    };
    payload.on('data', onData);
    payload.once('end', () => resolve(Buffer.concat(chunks)));
    payload.once('error', () => reject(new Problem('malformed-request', 'The body broke off.')));
    payload.once('close', () => reject(new Problem('malformed-request', 'The body broke off.')));
  });
}

function drain(request: FastifyRequest, payload: Readable, alreadyRead: number): void {
  let length = alreadyRead;
  payload.on('data', (chunk: Buffer) => {
    length += chunk.length;
    if (length > drained) request.raw.socket.destroy();
  });
  payload.on('error', () => {});
}

function decoded(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Problem('malformed-json', 'The body is not UTF-8, as JSON must be.');
  }
}

const malformed = () => new Problem('malformed-json', 'The body cannot be read as JSON.');
const tooLarge = () => new Problem('body-too-large', `A body may have at most ${bodyLimit / 1024} KB.`);
