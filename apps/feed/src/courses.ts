import { LRUCache } from 'lru-cache';
import { type Decoder, type EventStore, historyOf, type Recorded } from '#event-sourcing';
import { Telling, type Told, type View } from '#public-events';
import { type Entry, Halted } from './follower.js';

/** What a grant sees, and a text that is the same for all that see the same. */
export interface Seeing {
  readonly view: View;
  readonly key: string;
}

/** One stream from its first event on, as far as it was needed, and what was told of it to each that sees alike. */
class Course {
  readonly #tellings = new Map<string, { readonly telling: Telling; readonly told: (readonly Told[])[] }>();

  constructor(readonly events: Recorded[]) {}

  told({ view, key }: Seeing, revision: number): readonly Told[] {
    const one = this.#tellings.get(key) ?? { telling: new Telling(view), told: [] };
    this.#tellings.set(key, one);
    while (one.told.length <= revision) one.told.push(one.telling.next(this.events));
    return one.told[revision] ?? [];
  }
}

/** Tells events in the middle of their streams: each stream is read from its first event once, and kept while it moves, within a bound. */
export class Courses {
  readonly #kept: LRUCache<string, Course>;
  readonly #underWay = new Map<string, Promise<Course | undefined>>();

  constructor(
    private readonly store: Pick<EventStore, 'history'>,
    private readonly decoder: Decoder,
    mostEvents = 50_000,
  ) {
    this.#kept = new LRUCache({ maxSize: mostEvents, sizeCalculation: ({ events }) => events.length + 1 });
  }

  /** What is told of an event to whoever sees so. Nothing where an operator took note that the history of its stream is lost. */
  async toldOf({ event }: Entry, seeing: Seeing): Promise<readonly Told[]> {
    const course = this.#known(event) ?? (await this.#read(event));
    return course?.told(seeing, Number(event.revision)) ?? [];
  }

  #known(event: Recorded): Course | undefined {
    const { stream, revision } = event;
    const known = this.#kept.get(stream);
    const length = BigInt(known?.events.length ?? 0);
    if (known !== undefined && revision < length) {
      return known.events[Number(revision)]?.id === event.id ? known : undefined;
    }
    if (revision !== length) return undefined;
    const course = known ?? new Course([]);
    course.events.push(event);
    this.#kept.set(stream, course);
    return course;
  }

  #read(event: Recorded): Promise<Course | undefined> {
    const key = `${event.stream} ${event.revision}`;
    const underWay = this.#underWay.get(key) ?? this.#begun(event).finally(() => this.#underWay.delete(key));
    this.#underWay.set(key, underWay);
    return underWay;
  }

  async #begun(event: Recorded): Promise<Course | undefined> {
    const events = await historyToTell(this.store, this.decoder, event);
    const course = events && new Course([...events]);
    if (course) this.#kept.set(event.stream, course);
    return course;
  }
}

/**
 * A stream up to an event that is to be told; undefined where an operator took note that its history is lost. Fails with `Halted` where it is
 * not whole: what is told of the event could not be numbered.
 */
export async function historyToTell(
  store: Pick<EventStore, 'history'>,
  decoder: Decoder,
  { stream, position, revision, id }: Recorded,
): Promise<readonly Recorded[] | undefined> {
  const { events, fault } = await historyOf(store, stream, decoder, { upTo: position });
  if (events[Number(revision)]?.id === id) return events;
  if (fault?.isNoted === true) return undefined;
  throw new Halted(fault?.message ?? `The stream ${stream} is not whole up to revision ${revision}`);
}
