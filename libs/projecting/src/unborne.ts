import type { LeftOut } from '#event-sourcing/notes';
import type { Queryable } from '#postgres';
import { liveAsides } from './aside.js';
import type { Version } from './build.js';
import { isMissing } from './failure.js';

/** The events of a stream that these read models cannot take in, each for its own part; none while there are no read models. */
export async function unborneEvents(
  db: Queryable,
  projections: readonly Version[],
  stream: string,
): Promise<LeftOut[]> {
  const asides = await liveAsides(db, projections).catch((error: unknown) => {
    if (isMissing(error)) return [];
    throw error;
  });
  return asides.flatMap(({ kind, name: projection, version, revision, eventId, stream: of }) =>
    of === stream && kind === 'FOLD' && revision !== null && eventId !== null
      ? [{ projection, version, revision: Number(revision), id: eventId }]
      : [],
  );
}
