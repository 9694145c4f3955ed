import type { EventStore } from '../event-store.js';
import { readEventFrame } from '../wire/event-frame.js';
import { endOfPiece, turn } from '../turns.js';
import { AnswerTimes } from './answer-times.js';
import { ConsumerChoice, hasRoom, type Connection, type Consumer } from './consumers.js';
import { Deliveries, type Delivery } from './deliveries.js';
import type { Message } from './message.js';
import { GroupSource } from './group-source.js';
import type { GroupKey } from './names.js';
import { Progress, type GroupStore } from './progress.js';
import { Queue } from './queue.js';
import type { GroupSettings } from './settings.js';

/** Where a group begins: behind the last place that is done with, or nowhere, because that cannot be told. */
export type Beginning = { readonly checkpoint: number | undefined } | { readonly failure: Error };

/** What waits for full consumers, before the others have to wait too. */
const mostWaiting = 500;
/** The most that a timer of Node.js waits. */
const longest = 2 ** 31 - 1;

/** One group of competing consumers: delivers, retries, parks and keeps its checkpoint. */
export class Group {
  readonly #connections: Connection[] = [];
  readonly #choice: ConsumerChoice;
  readonly #source: GroupSource;
  readonly #failure: Error | undefined;
  readonly #retries = new Queue<Message>();
  /** What was taken for delivery and nobody could have. */
  #held: Message | undefined;
  /** How many messages wait for the consumers that they are pinned to. */
  #waiting = 0;
  readonly #progress: Progress;
  #delivered = 0;
  #timer: NodeJS.Timeout | undefined;
  #pumping = false;
  #scheduled = false;
  #stopped: Promise<void> | undefined;

  constructor(
    private readonly store: EventStore,
    readonly key: GroupKey,
    readonly settings: GroupSettings,
    keep: GroupStore,
    beginning: Beginning,
  ) {
    this.#failure = 'failure' in beginning ? beginning.failure : undefined;
    const checkpoint = 'checkpoint' in beginning ? beginning.checkpoint : undefined;
    const { filter: _unread, ...unfiltered } = settings;
    this.#source = new GroupSource(store, key, this.#failure ? unfiltered : settings, checkpoint);
    this.#choice = new ConsumerChoice(settings.consumerStrategy);
    this.#progress = new Progress(this.#source, keep, checkpoint);
  }

  get isFull(): boolean {
    const { maxSubscriberCount } = this.settings;
    return maxSubscriberCount > 0 && this.#connections.length >= maxSubscriberCount;
  }

  /** A group that has stopped, or cannot tell where it was, drops the consumer at once. */
  connect(consumer: Consumer): void {
    if (this.#stopped || this.#failure) {
      consumer.drop(this.#stopped ? undefined : this.#failure);
      return;
    }
    this.#gather(this.#connections);
    this.#connections.push({
      consumer,
      inFlight: new Deliveries(),
      waiting: new Queue(),
      times: new AnswerTimes(),
      blocked: false,
      delivered: 0,
    });
    this.#timer ??= setInterval(
      () => this.#progress.keepCheckpoint(this.settings.minCheckpointCount),
      Math.min(longest, Math.max(10, this.settings.checkpointAfter)),
    );
    this.#timer.unref();
    this.pump();
  }

  /** What the consumer had not answered goes to the others, counted as a retry. */
  disconnect(consumer: Consumer): void {
    const place = this.#connections.findIndex((connection) => connection.consumer === consumer);
    const [connection] = place < 0 ? [] : this.#connections.splice(place, 1);
    if (!connection) return;
    for (const { message, timer } of connection.inFlight.values()) {
      clearTimeout(timer);
      this.#choice.answered(message);
      this.#retry(message, 'The client went away too often without an answer');
    }
    this.#gather([connection]);
    this.#choice.left(connection);
    this.pump();
  }

  acknowledge(consumer: Consumer, ids: readonly string[]): void {
    if (this.#stopped) return;
    for (const id of ids) {
      const message = this.#take(consumer, id);
      if (message) this.#progress.finish(message);
    }
    this.#progress.keepCheckpoint(this.settings.maxCheckpointCount);
    this.pump();
  }

  refuse(
    consumer: Consumer,
    ids: readonly string[],
    action: 'park' | 'retry' | 'skip' | 'stop',
    reason: string,
  ): void {
    for (const id of ids) {
      const message = this.#take(consumer, id);
      if (!message) continue;
      if (action === 'park') this.#park(message, reason);
      else if (action === 'skip') this.#progress.finish(message);
      else this.#retry(message, reason);
    }
    if (action === 'stop') consumer.drop();
    this.pump();
  }

  /** Parked messages come again, before anything else and as if never tried. */
  replay(messages: readonly Message[]): void {
    for (const message of messages) this.#retries.push(message);
    this.pump();
  }

  /** To be told of commits: takes a turn only where one of them may be wanted. */
  news(): void {
    if (this.#scheduled || this.#stopped || !this.#connections.some(hasRoom)) return;
    if (this.#source.hasNews()) this.wake();
  }

  /** Delivers what has come, in the group's turn among all long work. */
  wake(): void {
    if (this.#scheduled || this.#stopped || !this.#connections.some(hasRoom)) return;
    this.#scheduled = true;
    void turn().then(() => {
      this.#scheduled = false;
      this.pump();
    });
  }

  /** Delivers whatever there is to whoever has room. */
  pump(): void {
    if (this.#pumping || this.#scheduled || this.#stopped) return;
    this.#pumping = true;
    let left = false;
    try {
      const until = endOfPiece();
      while (this.#connections.some(hasRoom)) {
        left = performance.now() > until;
        if (left) break;
        if (this.#sendWaiting()) continue;
        const message = this.#held ?? this.#retries.shift() ?? this.#read();
        if (message === undefined) break;
        if (message === 'unwanted') continue;
        this.#held = message;
        if (!this.#dispatch(message)) break;
      }
    } catch (error) {
      this.#fail(error);
    } finally {
      this.#pumping = false;
    }
    if (left) this.wake();
  }

  /** What cannot be read is not passed over: whoever connects is told of it, once what came before is answered. */
  #fail(error: unknown): void {
    if (this.#connections.some(({ inFlight }) => inFlight.size > 0)) return;
    for (const { consumer } of this.#connections.slice()) {
      consumer.drop(error);
      this.disconnect(consumer);
    }
  }

  /** Resolves when what is being kept now is kept, or could not be. */
  async settled(): Promise<void> {
    await this.#progress.settled();
  }

  /** Ends the group here: drops the consumers; resolves when its checkpoint is kept, or could not be. */
  stop(): Promise<void> {
    this.#stopped ??= this.#stop();
    return this.#stopped;
  }

  async #stop(): Promise<void> {
    clearInterval(this.#timer);
    this.#gather(this.#connections);
    for (const { consumer, inFlight } of this.#connections.splice(0)) {
      for (const { timer, message } of inFlight.values()) {
        clearTimeout(timer);
        this.#retries.push(message);
      }
      consumer.drop();
    }
    // No checkpoint brings back what was parked before.
    for (let message = this.#retries.shift(); message; message = this.#retries.shift()) {
      if (message.place === undefined) this.#park(message, 'The group stopped before it was answered');
    }
    // What is being parked is done with only then.
    await this.settled();
    if (!this.#failure) this.#progress.keepCheckpoint(1);
    await this.settled();
  }

  describe() {
    const inFlight = this.#connections.reduce((sum, connection) => sum + connection.inFlight.size, 0);
    return {
      connections: this.#connections.map(({ consumer, inFlight: own, times, delivered }) => ({
        name: consumer.connectionName,
        delivered,
        measurements: this.settings.extraStatistics ? times.measurements() : [],
        inFlight: own.size,
        slots: consumer.slots - own.size,
      })),
      delivered: this.#delivered,
      inFlight,
      retrying: this.#retries.length + (this.#held ? 1 : 0),
      lastKnown: this.#source.lastRead,
      checkpointed: this.#progress.checkpointed,
    };
  }

  #read(): Message | 'unwanted' | undefined {
    const message = this.#source.read();
    if (typeof message === 'object') this.#progress.begin(message.place);
    return message;
  }

  /** Whether somebody got the message, or has it waiting. */
  #dispatch(message: Message): boolean {
    const connection = this.#choice.choose(this.#connections, message, () => this.#pin(message));
    if (!connection) return false;
    if (hasRoom(connection)) {
      this.#choice.sent(message);
      this.#send(connection, message);
    } else {
      if (this.#waiting >= mostWaiting) return false;
      this.#choice.sent(message);
      connection.waiting.push(message);
      this.#waiting += 1;
    }
    this.#held = undefined;
    return true;
  }

  /** Sends a message that waited for its consumer; false when there is none that could be sent. */
  #sendWaiting(): boolean {
    if (this.#waiting === 0) return false;
    const connection = this.#connections.find((each) => each.waiting.length > 0 && hasRoom(each));
    const message = connection?.waiting.shift();
    if (!connection || !message) return false;
    this.#waiting -= 1;
    this.#send(connection, message);
    return true;
  }

  #send(connection: Connection, message: Message): void {
    const delivery: Delivery = {
      message,
      timer: setTimeout(
        () => this.#timedOut(connection, delivery),
        Math.min(longest, Math.max(1, this.settings.messageTimeout)),
      ),
      since: performance.now(),
    };
    delivery.timer.unref();
    connection.inFlight.add(delivery);
    try {
      if (!connection.consumer.deliver(message)) this.#waitFor(connection);
    } catch (error) {
      this.#takeBack(connection, delivery);
      if (message !== this.#held) this.#retries.push(message);
      throw error;
    }
    connection.delivered += 1;
    this.#delivered += 1;
  }

  /** What waits for these consumers is given out anew, before what came after it. */
  #gather(connections: readonly Connection[]): void {
    for (const { waiting } of connections) {
      for (let message = waiting.shift(); message; message = waiting.shift()) {
        this.#waiting -= 1;
        this.#choice.answered(message);
        this.#retries.push(message);
      }
    }
    if (this.#held) this.#retries.push(this.#held);
    this.#held = undefined;
  }

  #waitFor(connection: Connection): void {
    connection.blocked = true;
    void connection.consumer.drained().then(() => {
      connection.blocked = false;
      this.pump();
    });
  }

  #pin({ event, link }: Message): string {
    const { index } = this.store.log;
    const number = event ?? link ?? 0;
    if (this.settings.consumerStrategy === 'PinnedByCorrelation') {
      const { metadata } = readEventFrame(this.store.log.frame(number));
      const correlation = /"\$correlationId"\s*:\s*"([^"]*)"/.exec(Buffer.from(metadata).toString('utf8'));
      if (correlation?.[1] !== undefined) return correlation[1];
    }
    return index.streams.names[index.stream[number] ?? 0] ?? '';
  }

  #take(consumer: Consumer, id: string): Message | undefined {
    const connection = this.#connections.find((candidate) => candidate.consumer === consumer);
    const delivery = connection?.inFlight.find(id);
    if (!connection || !delivery) return undefined;
    this.#takeBack(connection, delivery);
    connection.times.add(performance.now() - delivery.since);
    return delivery.message;
  }

  #takeBack({ inFlight }: Connection, delivery: Delivery): void {
    clearTimeout(delivery.timer);
    inFlight.remove(delivery);
    this.#choice.answered(delivery.message);
  }

  #timedOut(connection: Connection, delivery: Delivery): void {
    this.#takeBack(connection, delivery);
    connection.times.add(performance.now() - delivery.since);
    this.#retry(delivery.message, 'The client did not answer in time');
    this.pump();
  }

  /** One that cannot be parked comes again after a while. */
  #park(message: Message, reason: string): void {
    this.#progress.park(message, reason, () => {
      this.#retries.push(message);
      this.pump();
    });
  }

  #retry(message: Message, reason: string): void {
    if (message.retries >= this.settings.maxRetryCount) {
      this.#park(message, reason);
      return;
    }
    message.retries += 1;
    this.#retries.push(message);
  }
}
