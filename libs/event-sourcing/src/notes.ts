import { type Authenticity, NotAuthentic } from './authenticity.js';
import { type EventStore, type StoredEvent, UnreadEvent } from './event-store.js';
import { passedOver } from './effective.js';
import type { Metadata, Recorded } from './recorded.js';
import type { LeavingOut } from './stream-history.js';

/** The stream of what Samspor notes for itself. */
export const logStream = 'log-samspor';
export const noteType = 'FaultNoted';

type Place = Pick<StoredEvent, 'stream' | 'revision' | 'id'>;
const keyOf = ({ stream, revision, id }: Place) => `${stream} ${revision} ${id}`;
const leftOutKey = ({ name, version }: LeavingOut, place: Place) => `${name} ${version} ${keyOf(place)}`;

/** What operators took note of (docs/adr/0023), as the stream `log-samspor` says: events that everybody passes over, and histories that are lost. */
export class Notes {
  private events: ReadonlySet<string> = new Set();
  private lost: ReadonlySet<string> = new Set();
  private leftOut: ReadonlySet<string> = new Set();

  private constructor(
    private readonly store: Pick<EventStore, 'history'>,
    private readonly authenticity: Authenticity,
  ) {}

  static async read(store: Pick<EventStore, 'history'>, authenticity: Authenticity): Promise<Notes> {
    const notes = new Notes(store, authenticity);
    await notes.learn();
    return notes;
  }

  /** Reads what was noted since. */
  async learn(): Promise<void> {
    const { events } = await this.store.history(logStream);
    const notes = events.filter((event) => this.isNote(event)).map(({ data }) => data as unknown as Noted);
    this.events = new Set(
      notes.flatMap(({ stream, passesOver }) =>
        passesOver.map(({ revision, id }) => keyOf({ stream, revision: BigInt(revision), id })),
      ),
    );
    this.leftOut = new Set(
      notes.flatMap(({ stream, foldedWithout = [] }) =>
        foldedWithout.map(({ projection: name, version, revision, id }) =>
          leftOutKey({ name, version }, { stream, revision: BigInt(revision), id }),
        ),
      ),
    );
    this.lost = new Set(notes.filter(({ isLost }) => isLost).map(({ stream }) => stream));
  }

  /** Of an event that is passed over. */
  placeholder(event: StoredEvent | UnreadEvent): Recorded | undefined {
    if (!this.events.has(keyOf(event))) return undefined;
    const { stream, revision, position, id } = event;
    return { type: passedOver, data: {}, stream, revision, position, id, metadata: {} as Metadata };
  }

  isKnownLost(stream: string): boolean {
    return this.lost.has(stream);
  }

  isLeftOut(by: LeavingOut, event: Place): boolean {
    return this.leftOut.size > 0 && this.leftOut.has(leftOutKey(by, event));
  }

  private isNote(event: StoredEvent | UnreadEvent): event is StoredEvent {
    if (event.type !== noteType || event instanceof UnreadEvent) return false;
    try {
      this.authenticity.assertAuthentic(event);
      return event.metadata['mac'] !== undefined;
    } catch (error) {
      if (error instanceof NotAuthentic) return false;
      throw error;
    }
  }
}

/** What a note says, besides who took it and why, which is sealed. */
export interface Noted {
  readonly stream: string;
  readonly passesOver: readonly { readonly revision: number; readonly id: string }[];
  /** The history is not whole, and will not be. */
  readonly isLost: boolean;
  /** Sound events that a read model cannot take in and goes on without (docs/adr/0032). */
  readonly foldedWithout?: readonly LeftOut[];
}

/** An event, and the version of a read model that leaves it out. */
export interface LeftOut {
  readonly projection: string;
  readonly version: number;
  readonly revision: number;
  readonly id: string;
}
