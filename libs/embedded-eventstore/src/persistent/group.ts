import type { EventStore } from '../event-store.js';
import { compileFilter, type EventFilter } from '../filters.js';
import { missingEvent } from '../log/event-index.js';
import { linkedEvent, isLinkEvent } from '../services/render.js';
import { eventIdOf, readEventFrame } from '../wire/event-frame.js';
import { endOfPiece, turn } from '../turns.js';
import { AnswerTimes } from './answer-times.js';
import { ConsumerChoice, hasRoom, type Connection, type Consumer, type Message } from './consumers.js';
import { allStream, isKeptForAll, type GroupKey } from './names.js';
import type { GroupSettings } from './settings.js';

/** What the group asks to be kept. */
export interface GroupStore {
  checkpoint(place: number): void;
  park(message: Message, reason: string): void;
}

/** One group of competing consumers: delivers, retries, parks and keeps its checkpoint. */
export class Group {
  readonly #connections: Connection[] = [];
  readonly #choice: ConsumerChoice;
  readonly #wanted: EventFilter;
  #retries: Message[] = [];
  #next: number;
  #lastKnown: number | undefined;
  #delivered = 0;
  #checkpoint: number;
  /** Events passed since the checkpoint that are only what groups over `$all` keep. */
  #own = 0;
  #checkpointed: number | undefined;
  #timer: NodeJS.Timeout | undefined;
  #pumping = false;
  #stopped = false;

  constructor(
    private readonly store: EventStore,
    readonly key: GroupKey,
    readonly settings: GroupSettings,
    private readonly keep: GroupStore,
    /** The last place that is done with. */
    checkpoint: number | undefined,
  ) {
    this.#choice = new ConsumerChoice(settings.consumerStrategy);
    this.#wanted = settings.filter ? compileFilter(settings.filter, store.log.index) : () => true;
    this.#next = checkpoint === undefined ? this.#start() : checkpoint + 1;
    this.#checkpoint = this.#next - 1;
    this.#checkpointed = checkpoint;
  }

  get isFull(): boolean {
    const { maxSubscriberCount } = this.settings;
    return maxSubscriberCount > 0 && this.#connections.length >= maxSubscriberCount;
  }

  connect(consumer: Consumer): void {
    this.#connections.push({
      consumer,
      inFlight: new Map(),
      times: new AnswerTimes(),
      blocked: false,
      delivered: 0,
    });
    this.#timer ??= setInterval(
      () => this.#keepCheckpoint(this.settings.minCheckpointCount),
      Math.max(10, this.settings.checkpointAfter),
    );
    this.#timer.unref();
    this.pump();
  }

  /** What the consumer had not answered goes to the others, counted as a retry. */
  disconnect(consumer: Consumer): void {
    const place = this.#connections.findIndex((connection) => connection.consumer === consumer);
    const [connection] = place < 0 ? [] : this.#connections.splice(place, 1);
    for (const { message, timer } of connection?.inFlight.values() ?? []) {
      clearTimeout(timer);
      this.#retry(message, 'The client went away too often without an answer');
    }
    this.pump();
  }

  acknowledge(consumer: Consumer, ids: readonly string[]): void {
    for (const id of ids) this.#take(consumer, id);
    this.#keepCheckpoint(this.settings.maxCheckpointCount);
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
      if (action === 'park') this.keep.park(message, reason);
      else if (action !== 'skip') this.#retry(message, reason);
    }
    if (action === 'stop') consumer.drop();
    this.pump();
  }

  /** Parked messages come again, before anything else and as if never tried. */
  replay(messages: readonly Message[]): void {
    this.#retries.push(...messages);
    this.pump();
  }

  /** Delivers whatever there is to whoever has room. */
  pump(): void {
    if (this.#pumping || this.#stopped) return;
    this.#pumping = true;
    try {
      const until = endOfPiece();
      while (this.#connections.some(hasRoom)) {
        if (performance.now() > until) {
          void turn().then(() => this.pump());
          break;
        }
        const message = this.#retries.shift() ?? this.#read();
        if (message === undefined) break;
        if (message !== 'unwanted') this.#dispatch(message);
      }
    } catch (error) {
      // An event that cannot be read is not passed over: whoever connects is told of it.
      for (const { consumer } of this.#connections.slice()) consumer.drop(error);
    } finally {
      this.#pumping = false;
    }
  }

  /** Ends the group here: keeps the checkpoint and drops the consumers. */
  stop(): void {
    if (this.#stopped) return;
    this.#keepCheckpoint(1);
    this.#stopped = true;
    clearInterval(this.#timer);
    for (const { consumer, inFlight } of this.#connections.splice(0)) {
      for (const { timer } of inFlight.values()) clearTimeout(timer);
      consumer.drop();
    }
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
      retrying: this.#retries.length,
      lastKnown: this.#lastKnown,
      checkpointed: this.#checkpointed,
    };
  }

  #start(): number {
    const { startFrom } = this.settings;
    const { index } = this.store.log;
    if (this.key.stream === allStream) {
      return startFrom === 'end' ? index.count : index.firstAtOrAfter(startFrom);
    }
    return startFrom === 'end' ? this.store.lastRevision(this.key.stream) + 1 : startFrom;
  }

  /** The next event of the source; undefined when there is none now. */
  #read(): Message | 'unwanted' | undefined {
    const { index } = this.store.log;
    const place = this.#next;
    let event: number | undefined;
    if (this.key.stream === allStream) event = place < index.count ? place : undefined;
    else {
      const first = this.store.firstVisible(this.key.stream);
      if (first > place) {
        this.#next = first;
        return 'unwanted';
      }
      event = index.eventAt(index.streams.find(this.key.stream) ?? -1, place);
    }
    if (event === undefined) return undefined;
    if (event === missingEvent) throw this.store.log.missing();
    this.#next += 1;
    this.#lastKnown = place;
    if (this.#isOwn(event)) {
      this.#own += 1;
      return 'unwanted';
    }
    if (!this.#wanted(event)) return 'unwanted';
    return this.#message(event, place);
  }

  /** What groups over `$all` keep never comes through `$all`, nor counts: each checkpoint would ask for the next. */
  #isOwn(event: number): boolean {
    if (this.key.stream !== allStream) return false;
    const { index } = this.store.log;
    return isKeptForAll(index.streams.names[index.stream[event] ?? 0] ?? '');
  }

  #message(event: number, place: number | undefined): Message | 'unwanted' {
    const stored = this.store.log.frame(event);
    const id = eventIdOf(stored);
    if (!this.settings.resolveLinkTos || !isLinkEvent(this.store, event)) {
      return { id, event, link: undefined, place, retries: 0 };
    }
    const target = linkedEvent(this.store, stored);
    return target === undefined ? 'unwanted' : { id, event: target, link: event, place, retries: 0 };
  }

  #dispatch(message: Message): void {
    const connection = this.#choice.choose(this.#connections, () => this.#pin(message));
    if (!connection) {
      this.#retries.unshift(message);
      return;
    }
    const timer = setTimeout(
      () => this.#timedOut(connection, message.id),
      Math.max(1, this.settings.messageTimeout),
    );
    timer.unref();
    connection.inFlight.set(message.id, { message, timer, since: performance.now() });
    connection.delivered += 1;
    this.#delivered += 1;
    if (!connection.consumer.deliver(message)) {
      connection.blocked = true;
      void connection.consumer.drained().then(() => {
        connection.blocked = false;
        this.pump();
      });
    }
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
    const taken = connection?.inFlight.get(id);
    if (!connection || !taken) return undefined;
    clearTimeout(taken.timer);
    connection.inFlight.delete(id);
    connection.times.add(performance.now() - taken.since);
    return taken.message;
  }

  #timedOut(connection: Connection, id: string): void {
    const message = this.#take(connection.consumer, id);
    if (message) this.#retry(message, 'The client did not answer in time');
    this.pump();
  }

  #retry(message: Message, reason: string): void {
    if (message.retries >= this.settings.maxRetryCount) {
      this.keep.park(message, reason);
      return;
    }
    message.retries += 1;
    this.#retries.push(message);
  }

  /** Keeps the place before which everything is done with, when it has moved so far. */
  #keepCheckpoint(atLeast: number): void {
    if (this.#stopped) return;
    let done = this.#next - 1;
    const waiting = [
      ...this.#retries,
      ...this.#connections.flatMap(({ inFlight }) => [...inFlight.values()].map(({ message }) => message)),
    ];
    for (const { place } of waiting) if (place !== undefined && place <= done) done = place - 1;
    if (done <= this.#checkpoint || done - this.#checkpoint - this.#own < atLeast) return;
    this.#checkpoint = done;
    this.#own = 0;
    this.#checkpointed = done;
    this.keep.checkpoint(done);
  }
}
