import { type Codec, type EventStore, positionOf, type Recorded, type UnreadEvent } from '#event-sourcing';
import type { Disposals, EntryDisposals } from '#personal-data';
import { entryDisposalOf } from './dispose-entry.js';
import { disposalsIn, type ReadingDisposals } from './dispose-personal-data.js';

/**
 * Destroys every key that the log says is destroyed and the vault still holds: after the vault was restored, and where a disposal was cut
 * short. Reads only what came after the vault's own mark, and moves it. Answers how many disposals the vault had not had.
 */
export async function reapplyDisposals({
  store,
  codec,
  logId,
  disposals,
  entries,
  records = [],
  refused,
}: {
  readonly store: Pick<EventStore, 'end' | 'history' | 'subscribe'>;
  readonly codec: Codec;
  readonly logId: string;
  readonly disposals: Pick<Disposals, 'reapply' | 'appliedUpTo' | 'markApplied'>;
  readonly entries: Pick<EntryDisposals, 'areDisposed' | 'dispose'>;
  readonly records?: ReadingDisposals['records'];
  readonly refused?: ReadingDisposals['refused'];
}): Promise<number> {
  // Where the event of the mark is not there any more, all is read.
  const after = await positionOf(store, await disposals.appliedUpTo(logId));
  if (after === (await store.end())) return 0;
  let last: UnreadEvent | undefined;
  const read = (event: UnreadEvent) => (last = event);
  const ofEntries: Recorded[] = [];
  let applied = await disposals.reapply(
    disposalsIn(store, codec, {
      records,
      read,
      entry: (disposed) => void ofEntries.push(disposed),
      ...(refused && { refused }),
      ...(after !== undefined && { after }),
    }),
  );
  for (const event of ofEntries) {
    const disposal = await entryDisposalOf(store, event);
    if (await entries.areDisposed(disposal.fields)) continue;
    await entries.dispose(disposal);
    applied += 1;
  }
  if (last) await disposals.markApplied(logId, last);
  return applied;
}
