import { Readable } from 'node:stream';
import { Busboy, type BusboyFileStream, type BusboyInstance } from '@fastify/busboy';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Problem } from '../problems/problem.js';
import { namesFieldTwice } from './duplicate-names.js';
import { bodyLimit } from './json-body.js';

/** A file that comes in a form, behind what is said of it. */
export interface Upload {
  /** The part `document`: JSON, not yet checked. */
  readonly said: unknown;
  /** What the part `file` is said to be. */
  readonly mediaType: string;
  /** Its content, as it comes; fails where the form breaks off, or goes on after it. */
  readonly content: AsyncIterable<Uint8Array>;
}

/** What is read and thrown away so that the client sees the answer; beyond it the connection is cut. */
const drained = 32 * 1024 * 1024;

/** Forms by the request that brings them: nothing of one is read before its route asks for it. */
const coming = new WeakMap<object, Readable>();

/** Takes forms with a file at these addresses, and nowhere else. */
export function takeUploadsAt(instance: FastifyInstance, addresses: readonly string[]): void {
  instance.addContentTypeParser('multipart/form-data', (request, payload: Readable, done) => {
    if (!addresses.includes(request.routeOptions.url ?? '')) {
      payload.resume();
      return done(new Problem('unsupported-media-type'));
    }
    coming.set(request.raw, payload);
    done(null, undefined);
  });
}

/**
 * Works with the form that the request brings, a piece at a time. What `work` leaves unread is read and thrown away before its answer or its
 * refusal goes out, since a client that still writes would not see it.
 */
export async function withUpload<T>(
  request: FastifyRequest,
  work: (upload: Upload) => Promise<T>,
): Promise<T> {
  const payload = coming.get(request.raw);
  if (payload === undefined) throw new Problem('unsupported-media-type.form');
  const form = new Form(request, payload);
  try {
    return await work(await form.upload());
  } finally {
    await form.drained();
  }
}

class Form {
  readonly #payload: Readable;
  readonly #parser: BusboyInstance;
  /** Rejects where the form breaks off or is none; resolves at its end. */
  readonly #whole: Promise<void>;
  #file: BusboyFileStream | undefined;
  #length = 0;

  constructor(
    readonly request: FastifyRequest,
    payload: Readable,
  ) {
    this.#payload = payload;
    this.#parser = parserFor(request);
    this.#whole = new Promise((resolve, reject) => {
      const brokenOff = () => reject(new Problem('malformed-request.broken-off'));
      const tooMuch = () => reject(new Problem('malformed-request.form'));
      this.#parser.once('finish', resolve).once('error', tooMuch);
      this.#parser.once('partsLimit', tooMuch).once('filesLimit', tooMuch).once('fieldsLimit', tooMuch);
      payload.once('error', brokenOff).once('close', () => payload.readableEnded || brokenOff());
    });
    // Whoever reads hears of it through what is read.
    this.#whole.catch(() => this.#file?.destroy(new Problem('malformed-request.broken-off')));
    payload.on('data', (chunk: Buffer) => {
      this.#length += chunk.length;
      if (this.#length > drained) request.raw.socket.destroy();
    });
  }

  /** Resolves when the file begins. */
  async upload(): Promise<Upload> {
    let said: string | undefined;
    const begun = new Promise<Upload>((resolve, reject) => {
      this.#parser.on('field', (name: string, value: string, _: boolean, isCut: boolean) => {
        if (name === 'document' && !isCut) said = value;
      });
      this.#parser.on(
        'file',
        (_: string, file: BusboyFileStream, __: string, ___: string, mediaType: string) => {
          this.#file = file;
          // What is wrong with it is told to whoever reads it; nobody may.
          file.on('error', () => {});
          try {
            resolve({ said: jsonIn(said), mediaType, content: this.#content(file) });
          } catch (error) {
            reject(error as Error);
          }
        },
      );
    });
    this.#payload.pipe(this.#parser);
    const none = this.#whole.then(() => {
      throw new Problem('malformed-request.form');
    });
    return Promise.race([begun, none]);
  }

  async *#content(file: BusboyFileStream): AsyncGenerator<Uint8Array> {
    for await (const piece of file) yield piece as Uint8Array;
    await this.#whole;
  }

  /** Resolves when nothing more comes. */
  async drained(): Promise<void> {
    this.#file?.resume();
    if (this.#payload.readableEnded || this.#payload.destroyed) return;
    await new Promise<void>((resolve) => {
      this.#payload
        .once('end', resolve)
        .once('close', resolve)
        .once('error', () => resolve());
      this.#payload.unpipe(this.#parser);
      this.#payload.resume();
    });
  }
}

function parserFor({ headers }: FastifyRequest): BusboyInstance {
  try {
    return new Busboy({
      headers: headers as { 'content-type': string },
      limits: { parts: 2, files: 1, fields: 1, fieldSize: bodyLimit, headerPairs: 20 },
      isPartAFile: (name) => name === 'file',
    });
  } catch (cause) {
    throw new Problem('malformed-request.form', { cause });
  }
}

function jsonIn(text: string | undefined): unknown {
  if (text === undefined) throw new Problem('malformed-request.form');
  let said: unknown;
  try {
    said = JSON.parse(text);
  } catch {
    throw new Problem('malformed-json');
  }
  if (namesFieldTwice(text)) throw new Problem('malformed-json.field-twice');
  return said;
}
