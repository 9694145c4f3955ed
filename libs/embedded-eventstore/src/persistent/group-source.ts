import type { EventStore } from '../event-store.js';
import { missingEvent } from '../log/event-index.js';
import { isLinkEvent, linkedEvent } from '../services/render.js';
import { eventIdOf } from '../wire/event-frame.js';
import type { Message } from './message.js';
import { allStream, type GroupKey } from './names.js';
import { type Search, searchFor } from './search.js';
import type { GroupSettings } from './settings.js';

/** What a group reads, event by event: a stream or `$all`, behind its checkpoint or from where it is to start. */
export class GroupSource {
  /** Of a group over `$all`. */
  readonly #search: Search | undefined;
  /** Behind which position of `$all` nothing may be missing. */
  readonly #from: number;
  #next: number;
  #lastRead: number | undefined;
  #own = 0;

  constructor(
    private readonly store: EventStore,
    private readonly key: GroupKey,
    private readonly settings: GroupSettings,
    checkpoint: number | undefined,
  ) {
    const { index } = store.log;
    const { filter, startFrom } = settings;
    this.#search = key.stream === allStream ? searchFor(filter, index) : undefined;
    if (checkpoint === undefined) {
      this.#next = this.#start();
      this.#from = startFrom === 'end' ? Infinity : startFrom;
    } else {
      this.#next = checkpoint + 1;
      this.#from = index.position[checkpoint] ?? 0;
    }
  }

  /** The place that is read next. */
  get next(): number {
    return this.#next;
  }

  get lastRead(): number | undefined {
    return this.#lastRead;
  }

  /** How many events were passed that are only what groups over `$all` keep. */
  get own(): number {
    return this.#own;
  }

  /** Passes what is not wanted, as far as one look goes, and tells whether anything is left. What cannot be read is told by `read`. */
  hasNews(): boolean {
    const { index } = this.store.log;
    if (!this.#search) {
      return index.lastRevision(index.streams.find(this.key.stream) ?? Infinity) >= this.#next;
    }
    try {
      this.#passUnwanted(this.#search);
    } catch {
      return true;
    }
    return this.#next < index.count;
  }

  /** The next event; undefined when there is none now. One that cannot be read is not passed: it throws each time. */
  read(): (Message & { readonly place: number }) | 'unwanted' | undefined {
    const { index } = this.store.log;
    const place = this.#next;
    let event: number | undefined;
    if (this.#search) {
      if (this.#passUnwanted(this.#search)) return 'unwanted';
      event = place < index.count ? place : undefined;
    } else {
      const first = this.store.firstVisible(this.key.stream);
      if (first > place) {
        this.#next = first;
        return 'unwanted';
      }
      event = index.eventAt(index.streams.find(this.key.stream) ?? -1, place);
    }
    if (event === undefined) return undefined;
    if (event === missingEvent) throw this.store.log.missing();
    if (this.#search) this.store.log.refuseHoleBefore(event, this.#from);
    const message = this.#message(event, place);
    this.#next = place + 1;
    this.#lastRead = place;
    return message;
  }

  #passUnwanted(search: Search): boolean {
    const place = this.#next;
    const { place: found, hidden } = search.next(place, this.store.log.index.count);
    if (found === place) return false;
    this.store.log.refuseHoleBetween(place, found, this.#from);
    this.#next = found;
    this.#lastRead = found - 1;
    // They do not count: each checkpoint would ask for the next.
    this.#own += hidden;
    return true;
  }

  #start(): number {
    const { startFrom } = this.settings;
    const { index } = this.store.log;
    if (this.#search) return startFrom === 'end' ? index.count : index.firstAtOrAfter(startFrom);
    return startFrom === 'end' ? this.store.lastRevision(this.key.stream) + 1 : startFrom;
  }

  #message(event: number, place: number): (Message & { readonly place: number }) | 'unwanted' {
    const stored = this.store.log.frame(event);
    const id = eventIdOf(stored);
    if (!this.settings.resolveLinkTos || !isLinkEvent(this.store, event)) {
      return { id, event, link: undefined, place, retries: 0 };
    }
    const target = linkedEvent(this.store, stored);
    if (target === undefined) return 'unwanted';
    this.store.log.frame(target);
    return { id, event: target, link: event, place, retries: 0 };
  }
}
