import type { EventStore } from '../event-store.js';
import { missingEvent } from '../log/event-index.js';
import { readEventFrame } from '../wire/event-frame.js';
import { rebuiltEvent } from '../wire/stream-replies.js';

/** The type of an event that stands for another one: its data is `revision@stream`. */
const linkType = '$>';

interface RenderOptions {
  readonly resolveLinks: boolean;
  readonly structuredIds: boolean;
}

/** Turns events into the bytes to send: the stored frames as they are, unless the client wants them otherwise. */
export function renderer(
  store: EventStore,
  { resolveLinks, structuredIds }: RenderOptions,
): (events: readonly number[]) => Buffer {
  if (!resolveLinks && !structuredIds) return (events) => store.log.frames(events);
  return (events) =>
    Buffer.concat(
      events.map((event) => {
        const stored = store.log.frame(event);
        const isLink = resolveLinks && isLinkEvent(store, event);
        const linked = isLink ? linkedEvent(store, stored) : undefined;
        const target = linked === undefined ? undefined : store.log.frame(linked);
        return isLink || structuredIds ? rebuiltEvent(stored, { target, isLink, structuredIds }) : stored;
      }),
    );
}

export function isLinkEvent(store: EventStore, event: number): boolean {
  const { index } = store.log;
  return index.types.names[index.type[event] ?? 0] === linkType;
}

/** The event that a link names; undefined when it does not exist or is hidden. */
export function linkedEvent(store: EventStore, link: Buffer): number | undefined {
  const text = Buffer.from(readEventFrame(link).data).toString('utf8');
  const at = text.indexOf('@');
  const revision = Number(text.slice(0, at));
  const stream = text.slice(at + 1);
  if (at < 1 || !Number.isSafeInteger(revision) || store.isTombstoned(stream)) return undefined;
  const { index } = store.log;
  const number = index.streams.find(stream);
  if (number === undefined || revision < store.firstVisible(stream)) return undefined;
  const event = index.eventAt(number, revision);
  return event === missingEvent ? undefined : event;
}
