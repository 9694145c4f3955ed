import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Readable } from 'node:stream';
import { Problem } from '../problems/problem.js';
import { bytesOf } from './body-bytes.js';
import { namesFieldTwice } from './duplicate-names.js';

/** No body that anybody would send in earnest is larger: texts are at most 4,000 letters each. */
export const bodyLimit = 100 * 1024;

/** Takes JSON of at most 100 KB and nothing else. A larger body is refused by an answer, not by a broken connection. */
export function takeJsonOnly(instance: FastifyInstance): void {
  const parse = instance.getDefaultJsonParser('error', 'error');
  instance.removeAllContentTypeParsers();
  instance.addContentTypeParser('application/json', async (request: FastifyRequest, payload: Readable) => {
    refuseOtherCoding(request);
    const text = decoded(await bytesOf(request, payload, { most: bodyLimit, tooLarge: 'body-too-large' }));
    return await new Promise((resolve, reject) => {
      // Refuses `__proto__` and `constructor.prototype` as it parses. The parser's own sentence may quote the body.
      void parse(request, text, (error, body) => {
        if (error) reject(new Problem('malformed-json'));
        else if (namesFieldTwice(text)) reject(new Problem('malformed-json.field-twice'));
        else resolve(body);
      });
    });
  });
}

/** JSON is sent as UTF-8 (RFC 8259 §8.1), and as it is: what says otherwise may be read otherwise by whoever looks at it in between. */
function refuseOtherCoding({ headers }: FastifyRequest): void {
  const coding = headers['content-encoding']?.trim().toLowerCase() ?? 'identity';
  if (coding !== 'identity') {
    throw new Problem('unsupported-media-type.coding');
  }
  const charset = /;\s*charset\s*=\s*"?([^";\s]*)/i.exec(headers['content-type'] ?? '')?.[1] ?? 'utf-8';
  if (!/^utf-?8$/i.test(charset)) {
    throw new Problem('unsupported-media-type.charset');
  }
}

function decoded(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Problem('malformed-json.not-utf8');
  }
}
