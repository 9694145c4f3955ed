import type { GroupSource } from './group-source.js';
import type { Message } from './message.js';
import { OutstandingPlaces } from './outstanding.js';

/** What a group asks to be kept; rejects when it could not be. */
export interface GroupStore {
  checkpoint(place: number): Promise<void>;
  park(message: Message, reason: string): Promise<void>;
}

/** Milliseconds after which a message that could not be parked comes again. */
const parkAgain = 1000;

/** How far a group has come: what is not done with, and the checkpoint, which never passes it. */
export class Progress {
  readonly #outstanding = new OutstandingPlaces();
  readonly #keeping = new Set<Promise<void>>();
  #checkpoint: number;
  /** What the source had passed of its own at the checkpoint. */
  #ownBefore = 0;

  constructor(
    private readonly source: GroupSource,
    private readonly keep: GroupStore,
    /** The last place that is kept as done with. */
    public checkpointed: number | undefined,
  ) {
    this.#checkpoint = source.next - 1;
  }

  begin(place: number): void {
    this.#outstanding.add(place);
  }

  finish({ place }: Message): void {
    if (place !== undefined) this.#outstanding.delete(place);
  }

  /** A message is done with once it is parked; one that cannot be parked comes `again` after a while. */
  park(message: Message, reason: string, again: () => void): void {
    this.#keep(
      this.keep.park(message, reason),
      () => this.finish(message),
      () => setTimeout(again, parkAgain).unref(),
    );
  }

  /** Keeps the place before which everything is done with, when it has moved so far. */
  keepCheckpoint(atLeast: number): void {
    const before = this.#checkpoint;
    const { next, own } = this.source;
    const moved = (done: number): boolean =>
      done > before && done - before - (own - this.#ownBefore) >= atLeast;
    if (!moved(next - 1)) return;
    const { lowest } = this.#outstanding;
    const done = lowest === undefined ? next - 1 : lowest - 1;
    if (!moved(done)) return;
    this.#checkpoint = done;
    this.#ownBefore = own;
    this.#keep(
      this.keep.checkpoint(done),
      () => (this.checkpointed = done),
      () => {
        if (this.#checkpoint === done) this.#checkpoint = before;
      },
    );
  }

  /** Resolves when what is being kept now is kept, or could not be. */
  async settled(): Promise<void> {
    await Promise.all(this.#keeping);
  }

  #keep(writing: Promise<void>, kept: () => void, failed: () => void): void {
    const keeping: Promise<void> = writing.then(kept, failed).finally(() => this.#keeping.delete(keeping));
    this.#keeping.add(keeping);
  }
}
