import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Readable } from 'node:stream';
import { Problem } from '../problems/problem.js';
import { mediaTypes } from '../reading/accept.js';
import { bytesOf } from './body-bytes.js';

/** Larger than any list that a unit keeps. */
export const fileLimit = 10 * 1024 * 1024;
export const fileTypes = [mediaTypes.csv, mediaTypes.xlsx, 'application/octet-stream'] as const;

/** Files by the request that brought them: they are no body that commands are told apart by. */
const brought = new WeakMap<object, Buffer>();

/** Takes files at these addresses, and nowhere else. */
export function takeFilesAt(instance: FastifyInstance, addresses: readonly string[]): void {
  instance.addContentTypeParser([...fileTypes], async (request: FastifyRequest, payload: Readable) => {
    if (!addresses.includes(request.routeOptions.url ?? '')) throw new Problem('unsupported-media-type');
    const most = { most: fileLimit, tooLarge: 'body-too-large.file' } as const;
    brought.set(request.raw, await bytesOf(request, payload, most));
    return undefined;
  });
}

/** The file that a request brought. */
export function fileOf({ raw }: Pick<FastifyRequest, 'raw'>): Buffer {
  const bytes = brought.get(raw);
  if (bytes === undefined || bytes.length === 0) throw new Problem('unsupported-media-type.file');
  return bytes;
}
