import type { Codec, EventStore } from '#event-sourcing';
import type { Disposals } from '#personal-data';
import { disposalsIn } from './dispose-personal-data.js';

/**
 * Destroys every key that the log says is destroyed and the vault still holds: after the vault was restored, and where a disposal was cut
 * short. Reads only what came after the vault's own mark, and moves it. Answers how many disposals the vault had not had.
 */
export async function reapplyDisposals({
  store,
  codec,
  logId,
  disposals,
}: {
  readonly store: Pick<EventStore, 'end' | 'subscribe'>;
  readonly codec: Codec;
  readonly logId: string;
  readonly disposals: Pick<Disposals, 'reapply' | 'appliedUpTo' | 'markApplied'>;
}): Promise<number> {
  const end = await store.end();
  if (end === undefined) return 0;
  const mark = await disposals.appliedUpTo(logId);
  // A log that ends before the mark was restored to an earlier state: what it says anew may stand at old positions.
  const after = mark !== undefined && mark <= end ? mark : undefined;
  if (after === end) return 0;
  const applied = await disposals.reapply(disposalsIn(store, codec, after));
  await disposals.markApplied(logId, end);
  return applied;
}
