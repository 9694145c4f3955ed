import type { AnswerTimes } from './answer-times.js';
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
  readonly inFlight: Map<string, { message: Message; timer: NodeJS.Timeout; since: number }>;
  readonly times: AnswerTimes;
  blocked: boolean;
  delivered: number;
}

/** Whose turn it is among a group's consumers. */
export class ConsumerChoice {
  #turn = 0;

  constructor(private readonly strategy: ConsumerStrategy) {}

  /** A consumer that has room; `pin` says to what a pinned strategy ties the message. Undefined while all are full. */
  choose(connections: readonly Connection[], pin: () => string): Connection | undefined {
    const free = connections.filter(hasRoom);
    switch (this.strategy) {
      case 'DispatchToSingle':
        return free[0];
      case 'Pinned':
      case 'PinnedByCorrelation': {
        // A name's consumer stays the same while the consumers do; a full one hands over for the moment.
        const chosen = connections[hash(pin()) % connections.length];
        return chosen && hasRoom(chosen) ? chosen : free[0];
      }
      case 'RoundRobin':
        this.#turn += 1;
        return free[this.#turn % free.length];
    }
  }
}

export const hasRoom = ({ consumer, inFlight, blocked }: Connection): boolean =>
  !blocked && inFlight.size < consumer.slots;

function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    value = Math.imul(value ^ text.charCodeAt(at), 0x01000193) >>> 0;
  }
  return value;
}
