import type { CommandRunner } from '#event-sourcing';
import { monthsKept } from '#municipality';
import { monthsLater, retentionClasses } from '#vocabulary';
import { fromLog } from './from-log.js';
import { codeOf, date, orNull } from './shape.js';

/** A record whose texts are its own, as far as their disposal goes. */
interface OwnRecord {
  readonly municipality: string;
  /** Since when nobody has to do anything more about it; null while somebody has. */
  readonly settledOn: string | null;
  readonly disposedOn: string | null;
}

/** As what it is kept, and from when it is due for disposal by what the municipality has decided. */
export async function retentionOf(
  runner: Pick<CommandRunner, 'look'>,
  { municipality, settledOn, disposedOn }: OwnRecord,
  retentionClass: string,
  today: string,
): Promise<{ readonly retentionClass: string; readonly disposeFrom: string | null }> {
  // What went on in a case goes with its person's records.
  const isDated = settledOn !== null && disposedOn === null && retentionClass !== 'KE_CASE';
  const months = isDated
    ? await fromLog(monthsKept(runner, municipality, { retentionClass, day: today }))
    : undefined;
  const disposeFrom = isDated && months !== undefined ? monthsLater(settledOn, months) : null;
  return { retentionClass, disposeFrom };
}

export const retentionShape = {
  retentionClass: codeOf(retentionClasses, 'As what it is kept'),
  disposeFrom: orNull(
    date(
      'From when it is due for disposal; null while it is open, and where no period is decided or it is kept for good',
    ),
  ),
};
