import type { Codec, Draft } from '#event-sourcing';
import { type Append, proposed } from '#event-sourcing/eventstoredb/index';
import type { Keys } from '#personal-data';
import type { Entry } from './journal.js';

/** What one command recorded, ready to be appended when its time comes: as bytes, of which hundreds of thousands wait. */
export interface SealedEntry extends Append {
  readonly at: string;
  readonly count: number;
}

/** Checked and sealed as a command's events are; the keys of all are made at once. */
export async function sealed(entries: readonly Entry[], codec: Codec, keys: Keys): Promise<SealedEntry[]> {
  await keys.prepare(entries.flatMap(({ mac }) => mac?.owner ?? []));
  const ready: SealedEntry[] = [];
  for (const { at, stream, expected, drafts, mac } of entries) {
    const whole = mac ? withMac(drafts, await keys.bodyMac(mac.owner, mac.body)) : drafts;
    const encoded = await codec.encode(stream, whole, keys, expected);
    ready.push({ at, stream, expected, events: proposed(encoded), count: drafts.length });
  }
  return ready;
}

/** The first event of a command bears the MAC of its body. */
const withMac = ([first, ...rest]: readonly Draft[], bodyMac: string) =>
  first ? [{ ...first, metadata: { ...first.metadata, bodyMac } }, ...rest] : rest;
