import { hash } from 'node:crypto';
import type { UnreadEvent } from '#event-sourcing/event-store';
import { storedMac } from '#event-sourcing/authenticity';

/** How many events were taken in, and the sum of their digests, which is the same in whatever order they came (docs/adr/0068). */
export interface Tally {
  readonly events: number;
  /** Eight numbers of 32 bits, in hex. */
  readonly sum: string;
}

export const nothingTaken: Tally = { events: 0, sum: '' };

const lanes = 8;

/** SHA-256 over stream, revision, id and the MAC that is stored with the event. */
export const digestOf = ({ stream, revision, id, metadata }: UnreadEvent): Buffer =>
  hash('sha256', `${stream}\n${revision}\n${id}\n${storedMac(metadata)}`, 'buffer');

/** Adds events up. */
export class Tallying {
  private readonly sums = new Uint32Array(lanes);
  private events = 0;

  /** Goes on from what was added up already. */
  constructor({ events, sum } = nothingTaken) {
    this.events = events;
    const bytes = Buffer.from(sum, 'hex');
    for (let lane = 0; 4 * lane < bytes.length; lane += 1) this.sums[lane] = bytes.readUInt32LE(4 * lane);
  }

  add(digest: Buffer): void {
    this.events += 1;
    for (let lane = 0; lane < lanes; lane += 1) this.sums[lane]! += digest.readUInt32LE(4 * lane);
  }

  addAll({ events, sums }: Tallying): void {
    this.events += events;
    for (let lane = 0; lane < lanes; lane += 1) this.sums[lane]! += sums[lane] ?? 0;
  }

  get tally(): Tally {
    if (this.events === 0) return nothingTaken;
    const bytes = Buffer.alloc(4 * lanes);
    this.sums.forEach((sum, lane) => bytes.writeUInt32LE(sum, 4 * lane));
    return { events: this.events, sum: bytes.toString('hex') };
  }
}
