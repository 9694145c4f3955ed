import type { Codec, Draft } from '#event-sourcing';
import { type Append, proposed } from '#event-sourcing/eventstoredb/index';
import type { Keys } from '#personal-data';
import { type Entry, macAskedFor } from './journal.js';

/** What one command recorded, ready to be appended when its time comes: as bytes, of which hundreds of thousands wait. */
export interface SealedEntry extends Append {
  readonly at: string;
  readonly count: number;
}

/** Checked and sealed as a command's events are; the keys of all are made at once. */
export async function sealed(entries: readonly Entry[], codec: Codec, keys: Keys): Promise<SealedEntry[]> {
  const macs = entries.map(({ drafts }) => askedIn(drafts));
  await keys.prepare(macs.flatMap((mac) => mac?.owner ?? []));
  const ready: SealedEntry[] = [];
  for (const [index, { at, stream, expected, drafts }] of entries.entries()) {
    const mac = macs[index];
    const bodyMac = mac && (await keys.bodyMac(mac.owner, mac.body));
    const [first, ...rest] = drafts;
    const whole =
      first && bodyMac ? [{ ...first, metadata: { ...first.metadata, bodyMac } }, ...rest] : drafts;
    const events = proposed(await codec.encode(stream, whole, keys));
    ready.push({ at, stream, expected, events, count: drafts.length });
  }
  return ready;
}

/** The first event of a command bears the MAC of its body. */
function askedIn([first]: readonly Draft[]) {
  const deferred = first?.metadata.bodyMac;
  return deferred === undefined ? undefined : macAskedFor(deferred);
}
