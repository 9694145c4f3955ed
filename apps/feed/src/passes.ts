import { LRUCache } from 'lru-cache';
import { type Decoder, type EventStore, type Recorded, revises } from '#event-sourcing';
import { Telling, type Told } from '#public-events';
import { historyToTell, type Seeing } from './courses.js';
import type { Entry } from './follower.js';

/** More streams are not remembered at once: those that come again are read again. */
const mostStreams = 100_000;
/** So many who are behind go on from where they were without reading streams again. */
const mostPasses = 8;

/**
 * Somebody's way through the log from far behind: of each stream that was met, how far it has been told, and none of its events. The stream
 * itself is read where the way begins in its middle, and for what corrects or annuls.
 */
export class Pass {
  private readonly tellings = new Map<string, { readonly telling: Telling; next: bigint }>();

  constructor(
    private readonly store: Pick<EventStore, 'history'>,
    private readonly decoder: Decoder,
    private readonly seeing: Seeing,
  ) {}

  async toldOf({ event }: Entry): Promise<readonly Told[]> {
    const { stream, revision } = event;
    const known = this.tellings.get(stream);
    const isNext = known === undefined ? revision === 0n : known.next === revision;
    if (!isNext || revises(event)) return this.toldFromHistory(event);
    const { telling } = known ?? { telling: new Telling(this.seeing.view) };
    this.remember(stream, telling, revision + 1n);
    const alone: Recorded[] = [];
    alone[Number(revision)] = event;
    return telling.next(alone);
  }

  private async toldFromHistory(event: Recorded): Promise<readonly Told[]> {
    const events = await historyToTell(this.store, this.decoder, event);
    if (events === undefined) return [];
    const telling = new Telling(this.seeing.view);
    let told: readonly Told[] = [];
    for (let at = 0n; at <= event.revision; at += 1n) told = telling.next(events);
    this.remember(event.stream, telling, event.revision + 1n);
    return told;
  }

  private remember(stream: string, telling: Telling, next: bigint): void {
    if (this.tellings.size >= mostStreams) this.tellings.clear();
    this.tellings.set(stream, { telling, next });
  }
}

/** Where those who are behind stand, each by what it sees and the place after which it will ask for more. */
export class Passes {
  readonly #waiting = new LRUCache<string, Pass>({ max: mostPasses });

  constructor(
    private readonly store: Pick<EventStore, 'history'>,
    private readonly decoder: Decoder,
  ) {}

  /** The way that has come to this place, for one who goes on with it; a new one where there is none. */
  take(tenant: string, seeing: Seeing, after: bigint): Pass {
    const place = placeOf(tenant, seeing, after);
    const pass = this.#waiting.get(place);
    this.#waiting.delete(place);
    return pass ?? new Pass(this.store, this.decoder, seeing);
  }

  leave(pass: Pass, tenant: string, seeing: Seeing, after: bigint): void {
    this.#waiting.set(placeOf(tenant, seeing, after), pass);
  }
}

const placeOf = (tenant: string, { key }: Seeing, after: bigint) => `${tenant} ${after} ${key}`;
