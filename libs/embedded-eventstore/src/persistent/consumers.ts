import type { AnswerTimes } from './answer-times.js';
import type { Deliveries } from './deliveries.js';
import type { Message } from './message.js';
import { bucketOf, Pinning } from './pinning.js';
import type { Queue } from './queue.js';
import type { ConsumerStrategy } from './settings.js';

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
  /** What is pinned to the consumer and came while it was full. */
  readonly waiting: Queue<Message>;
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
   * A consumer that has room, or the one that the message is pinned to, also while that is full; `pin` says to what a
   * pinned strategy ties it. Undefined while nobody can have it.
   */
  choose(connections: readonly Connection[], message: Message, pin: () => string): Connection | undefined {
    switch (this.strategy) {
      case 'DispatchToSingle':
        return connections.find(hasRoom);
      case 'Pinned':
      case 'PinnedByCorrelation': {
        message.bucket ??= bucketOf(pin());
        return this.#pinning.ownerOf(message.bucket, connections);
      }
      case 'RoundRobin': {
        const free = connections.filter(hasRoom);
        this.#turn += 1;
        return free[this.#turn % free.length];
      }
    }
  }

  /** Tells that the message was given to a consumer, or waits for it. */
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
