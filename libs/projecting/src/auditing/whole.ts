import { tmpdir } from 'node:os';
import type { EventStore } from '#event-sourcing/event-store';
import { inTransaction } from '#postgres';
import { type Decoder, historyReader } from '../delivered.js';
import { divided, partsOf, usualPart } from '../dividing.js';
import { FoldedPart } from '../folded-part.js';
import { handles } from '../folding.js';
import type { ReadModels } from '../read-models.js';
import { liveCheckpoint } from '../registry.js';
import { streamPrefixesOf } from '../read-models.js';
import type { Projection } from '#event-sourcing/projection';
import { type Finding, mostTold } from './finding.js';
import { compared } from './streams.js';

/** All that a read model is made of, folded anew beside its rows as a rebuild would: which streams are not what they come to. */
export async function wholeHeld(
  projection: Projection,
  {
    store,
    decoder,
    readModels,
    signal,
  }: {
    readonly store: EventStore;
    readonly decoder: Decoder;
    readonly readModels: ReadModels;
    readonly signal?: AbortSignal | undefined;
  },
): Promise<Finding[]> {
  return inTransaction(
    readModels.projector,
    async (db) => {
      const checkpoint = await liveCheckpoint(db, projection);
      if (checkpoint === undefined) return [];
      const count = partsOf(await store.end(), usualPart);
      const { parts, last } = await divided(store, {
        folder: tmpdir(),
        count,
        until: checkpoint.last,
        streamPrefixes: streamPrefixesOf([projection]),
        onRead: () => signal?.throwIfAborted(),
      });
      try {
        const upTo = last?.position;
        const readHistory = (stream: string) => historyReader(store, decoder)(stream, upTo);
        const found: Finding[] = [];
        const isHandled = handles(projection);
        for (let part = 0; part < count && found.length < mostTold; part += 1) {
          const folded = await FoldedPart.of(parts, part, { decoder, readHistory }, [projection]);
          const streams = [...parts.streams(part)].map(({ stream }) => stream).filter(isHandled);
          found.push(...(await compared(db, projection, checkpoint, streams, folded.of(projection).rows)));
        }
        return found.slice(0, mostTold);
      } finally {
        parts.close();
      }
    },
    { isolation: 'repeatable read', readOnly: true },
  );
}
