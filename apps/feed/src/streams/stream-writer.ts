import {
  derivedId,
  type EventStore,
  type ExpectedRevision,
  LogFault,
  type NewEvent,
  WrongExpectedRevision,
} from '#event-sourcing';
import type { Told } from '#public-events';
import { publicStream } from '#subscription';
import type { Cursors } from '../cursor.js';
import type { Grant } from '../grants.js';
import type { Page } from '../reader.js';

export interface StreamWriterParts {
  readonly tenant: string;
  readonly streamId: string;
  readonly logId: string;
  readonly store: Pick<EventStore, 'append' | 'last'>;
  readonly cursors: Cursors;
  /** What comes after a place, for whoever sees so. */
  readonly page: (grant: Grant, asked: { after: bigint; limit: number }) => Promise<Page>;
  readonly onWritten?: (count: number) => void;
}

const atATime = 200;
/** Well within what an event store takes at once. */
const mostBytes = 500_000;

/**
 * Writes what a grant sees into a stream, each event once: where it stands is the cursor of the stream's last event, and an append is made
 * behind that event or not at all. So nothing else can tell another place, and a second writer or a repeat adds nothing.
 */
export class StreamWriter {
  private place: { readonly revision: ExpectedRevision; readonly position: bigint } | undefined;

  constructor(private readonly parts: StreamWriterParts) {}

  /** Writes what comes next. True while there is more. */
  async write(grant: Grant): Promise<boolean> {
    const { page, store, onWritten } = this.parts;
    const place = (this.place ??= await this.read());
    const found = await page(grant, { after: place.position, limit: atATime });
    const told = fitting(found.told);
    const isAll = told.length === found.told.length;
    const position = isAll ? found.position : (told.at(-1)?.position ?? place.position);
    let { revision } = place;
    if (told.length > 0) {
      // Whether it arrived is not known until it is answered.
      this.place = undefined;
      try {
        ({ revision } = await store.append(this.stream, revision, this.eventsOf(told)));
      } catch (error) {
        if (error instanceof WrongExpectedRevision) return true;
        throw error;
      }
      onWritten?.(told.length);
    }
    this.place = { revision, position };
    return found.isFull || !isAll;
  }

  private get stream(): string {
    return publicStream(this.parts.tenant, this.parts.streamId);
  }

  private async read(): Promise<NonNullable<StreamWriter['place']>> {
    const { store, cursors, tenant, logId } = this.parts;
    const last = await store.last(this.stream);
    if (last === undefined) return { revision: 'no_stream', position: 0n };
    const { cursor } = last.metadata;
    const place = typeof cursor === 'string' ? cursors.read(cursor) : undefined;
    if (place?.tenant !== tenant || place.logId !== logId) {
      throw new LogFault(
        `The last event of ${this.stream} was not written from this log: nothing more is written there. Close the stream, and open another.`,
      );
    }
    return { revision: last.revision, position: place.position };
  }

  private eventsOf(told: readonly Told[]): readonly NewEvent[] {
    const { tenant, streamId, logId, cursors } = this.parts;
    return told.map(({ event, position }, index) => ({
      id: derivedId('public-event', streamId, event.id),
      type: event.type,
      data: event as unknown as NewEvent['data'],
      // As in the feed: the last of what is told of one event alone has a cursor.
      metadata:
        told[index + 1]?.position === position ? {} : { cursor: cursors.textOf({ tenant, logId, position }) },
    }));
  }
}

/** As much as one append takes, from the first on; what is told of one event is never parted. */
function fitting(told: readonly Told[]): readonly Told[] {
  let bytes = 0;
  const over = told.findIndex(({ event }) => (bytes += Buffer.byteLength(JSON.stringify(event))) > mostBytes);
  if (over <= 0) return told;
  const before = told.slice(0, over).filter(({ position }) => position !== told[over]?.position);
  return before.length > 0 ? before : told.filter(({ position }) => position === told[0]?.position);
}
