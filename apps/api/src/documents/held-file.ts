import { Readable } from 'node:stream';
import { StreamableFile } from '@nestjs/common';
import type { DocumentStore, Held } from '#documents/application/index';
import type { Exchange } from '../commands/exchange.js';
import { Problem } from '../problems/problem.js';

interface Wanted {
  readonly tenant: string;
  readonly documentId: string;
  /** Under whose key it may lie. */
  readonly owners: readonly string[];
}

/** A document of the store, once its beginning is verified: what is wrong with the file is told before anything goes out. */
export async function heldFile(store: DocumentStore, { tenant, documentId, owners }: Wanted): Promise<Held> {
  const held = await store.open({ tenant, documentId });
  if (held === 'destroyed') throw new Problem('document-disposed');
  if (held === undefined || !owners.includes(held.owner)) throw new Problem('record-unreadable.document');
  return held;
}

/** The same as it goes out. */
export function sentFile(
  { reply }: Pick<Exchange, 'reply'>,
  held: Held,
  { type, name }: { readonly type: string; readonly name: string },
): StreamableFile {
  // Nothing in it runs, whatever a browser makes of it.
  reply.header('Content-Security-Policy', "sandbox; default-src 'none'; frame-ancestors 'none'");
  return new StreamableFile(Readable.from(held.content, { objectMode: false }), {
    type,
    length: held.size,
    disposition: `attachment; filename="${name}"`,
  });
}
