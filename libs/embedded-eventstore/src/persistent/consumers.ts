import type { AnswerTimes } from './answer-times.js';
import type { Deliveries } from './deliveries.js';
import { bucketOf, Pinning } from './pinning.js';
import type { ConsumerStrategy } from './settings.js';

/** An event on its way through a group. */
export interface Message {
  /** The id that the client acknowledges: the link's where there is one. */
  readonly id: string;
  readonly event: number | undefined;
  readonly link: number | undefined;
  /** Its place in the source: a revision, or for `$all` an event's number; undefined when it was parked before. */
  readonly place: number | undefined;
  retries: number;
  /** Where a pinned strategy has put it. */
  bucket?: number;
}

/** A connected client. */
export interface Consumer {
  /** What its client calls the connection. */
  readonly connectionName: string;
  /** How many messages it takes before it answers. */
  readonly slots: number;
  deliver(message: Message): boolean;
  drained(): Promise<void>;
  /** Ends the connection, with the reason when it is not the group's own end. */
  drop(reason?: unknown): void;
}

/** A consumer and what is on its way to it. */
export interface Connection {
  readonly consumer: Consumer;
  readonly inFlight: Deliveries;
  readonly times: AnswerTimes;
  blocked: boolean;
  delivered: number;
}

/** Whose turn it is among a group's consumers. */
export class ConsumerChoice {
  readonly #pinning = new Pinning<Connection>();
  #turn = 0;

  constructor(private readonly strategy: ConsumerStrategy) {}

  /**
   * A consumer that has room; `pin` says to what a pinned strategy ties the message. Undefined while all are full, or
   * the one that it is pinned to.
   */
  choose(connections: readonly Connection[], message: Message, pin: () => string): Connection | undefined {
    switch (this.strategy) {
      case 'DispatchToSingle':
        return connections.find(hasRoom);
      case 'Pinned':
      case 'PinnedByCorrelation': {
        message.bucket ??= bucketOf(pin());
        const owner = this.#pinning.ownerOf(message.bucket, connections);
        return owner && hasRoom(owner) ? owner : undefined;
      }
      case 'RoundRobin': {
        const free = connections.filter(hasRoom);
        this.#turn += 1;
        return free[this.#turn % free.length];
      }
    }
  }

  sent({ bucket }: Message): void {
    if (bucket !== undefined) this.#pinning.sent(bucket);
  }

  answered({ bucket }: Message): void {
    if (bucket !== undefined) this.#pinning.answered(bucket);
  }

  left(connection: Connection): void {
    this.#pinning.left(connection);
  }
}

export const hasRoom = ({ consumer, inFlight, blocked }: Connection): boolean =>
  !blocked && inFlight.size < consumer.slots;
