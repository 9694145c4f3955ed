import { randomUUID } from 'node:crypto';
import type { EventStore } from '../event-store.js';
import { GrpcError, grpcStatus } from '../grpc/status.js';
import { missingEvent } from '../log/event-index.js';
import { linkedEvent } from '../services/render.js';
import { metadataStreamOf, withTruncateBefore } from '../stream-metadata.js';
import { eventIdOf, readEventFrame } from '../wire/event-frame.js';
import type { Message } from './consumers.js';
import { Group } from './group.js';
import {
  allStream,
  checkpointStream,
  configurationStream,
  keyText,
  parkedStream,
  type GroupKey,
} from './names.js';
import type { GroupSettings } from './settings.js';

interface StoredGroup extends GroupKey {
  readonly settings: GroupSettings;
}

/** All persistent subscriptions of the node. Settings, checkpoints and parked messages lie in streams of the log. */
export class Groups {
  readonly #groups = new Map<string, Group>();
  #saving: Promise<unknown> = Promise.resolve();

  constructor(private readonly store: EventStore) {
    this.#load();
    store.log.onCommitted(() => {
      for (const group of this.#groups.values()) group.pump();
    });
  }

  get(key: GroupKey): Group {
    const group = this.#groups.get(keyText(key));
    if (!group) throw refusal(key, 'doesNotExist');
    return group;
  }

  list(stream?: string): Group[] {
    const all = [...this.#groups.values()];
    return stream === undefined ? all : all.filter(({ key }) => key.stream === stream);
  }

  async create(key: GroupKey, settings: GroupSettings): Promise<void> {
    if (this.#groups.has(keyText(key))) throw refusal(key, 'exists');
    this.#groups.set(keyText(key), this.#open(key, settings, undefined));
    await this.#save();
  }

  /** Consumers are dropped, and come back to the new settings; the checkpoint stays. */
  async update(key: GroupKey, settings: (old: GroupSettings) => GroupSettings): Promise<void> {
    const old = this.get(key);
    old.stop();
    await this.#saving;
    this.#groups.set(keyText(key), this.#open(key, settings(old.settings), this.#checkpoint(key)));
    await this.#save();
  }

  async delete(key: GroupKey): Promise<void> {
    const group = this.get(key);
    this.#groups.delete(keyText(key));
    group.stop();
    await this.#save();
    for (const stream of [checkpointStream(key), parkedStream(key)]) {
      if (this.store.lastRevision(stream) >= 0) await this.store.softDelete(stream, 'any');
    }
  }

  parkedCount(key: GroupKey): number {
    const stream = parkedStream(key);
    return this.store.lastRevision(stream) + 1 - this.store.firstVisible(stream);
  }

  /** Gives parked messages, at most so many, to the group again. */
  async replayParked(key: GroupKey, limit: number | undefined): Promise<void> {
    const group = this.get(key);
    await this.#saving;
    const { index } = this.store.log;
    const stream = parkedStream(key);
    const first = this.store.firstVisible(stream);
    const end = Math.min(this.store.lastRevision(stream) + 1, first + (limit ?? Infinity));
    const messages: Message[] = [];
    for (let revision = first; revision < end; revision += 1) {
      const parked = index.eventAt(index.streams.find(stream) ?? -1, revision);
      if (parked === undefined || parked === missingEvent) continue;
      const event = linkedEvent(this.store, this.store.log.frame(parked));
      if (event === undefined) continue;
      messages.push({
        id: eventIdOf(this.store.log.frame(event)),
        event,
        link: undefined,
        place: undefined,
        retries: 0,
      });
    }
    if (end > first) {
      const { fields } = this.store.metadataOf(stream);
      await this.#write(metadataStreamOf(stream), '$metadata', withTruncateBefore(fields, end));
    }
    group.replay(messages);
  }

  /** Stops every group and begins again from what is stored. */
  async restart(): Promise<void> {
    await this.close();
    this.#load();
  }

  /** Keeps every checkpoint and drops every consumer. */
  async close(): Promise<void> {
    for (const group of this.#groups.values()) group.stop();
    this.#groups.clear();
    await this.#saving;
  }

  #load(): void {
    const stored = this.#newest(configurationStream);
    if (!stored) return;
    const { entries } = JSON.parse(stored) as { entries: StoredGroup[] };
    for (const { stream, group, settings } of entries) {
      const key = { stream, group };
      this.#groups.set(keyText(key), this.#open(key, settings, this.#checkpoint(key)));
    }
  }

  #open(key: GroupKey, settings: GroupSettings, checkpoint: number | undefined): Group {
    const keep = {
      checkpoint: (place: number) => this.#keep(this.#writeCheckpoint(key, place)),
      park: (message: Message, reason: string) => this.#keep(this.#park(key, message, reason)),
    };
    return new Group(this.store, key, settings, keep, checkpoint);
  }

  async #save(): Promise<void> {
    const entries = this.list().map(({ key, settings }): StoredGroup => ({ ...key, settings }));
    const data = Buffer.from(JSON.stringify({ version: 2, entries }));
    await this.#write(configurationStream, '$PersistentConfig', data);
  }

  /** A checkpoint is a revision, or for `$all` a position. */
  #checkpoint(key: GroupKey): number | undefined {
    const stored = this.#newest(checkpointStream(key));
    if (!stored) return undefined;
    const place = Number(JSON.parse(stored));
    return key.stream === allStream ? this.store.log.index.firstAtOrAfter(place + 1) - 1 : place;
  }

  async #writeCheckpoint(key: GroupKey, place: number): Promise<void> {
    const stream = checkpointStream(key);
    if (this.store.lastRevision(stream) < 0) {
      await this.#write(metadataStreamOf(stream), '$metadata', Buffer.from('{"$maxCount":2}'));
    }
    const kept = key.stream === allStream ? (this.store.log.index.position[place] ?? 0) : place;
    await this.#write(stream, '$SubscriptionCheckpoint', Buffer.from(JSON.stringify(kept)));
  }

  async #park(key: GroupKey, { event, link }: Message, reason: string): Promise<void> {
    const { revision, stream } = readEventFrame(this.store.log.frame(link ?? event ?? 0));
    const metadata = Buffer.from(JSON.stringify({ added: new Date().toISOString(), reason }));
    await this.#write(parkedStream(key), '$>', Buffer.from(`${revision}@${stream}`), {
      isJson: false,
      metadata,
    });
  }

  #newest(stream: string): string | undefined {
    const { index } = this.store.log;
    const event = index.eventAt(index.streams.find(stream) ?? -1, this.store.lastRevision(stream));
    if (event === undefined || event === missingEvent || this.store.metadataOf(stream).softDeleted) {
      return undefined;
    }
    return Buffer.from(readEventFrame(this.store.log.frame(event)).data).toString('utf8');
  }

  async #write(
    stream: string,
    type: string,
    data: Buffer,
    more: { isJson?: boolean; metadata?: Buffer } = {},
  ): Promise<void> {
    const { isJson = true, metadata = Buffer.alloc(0) } = more;
    await this.store.append(stream, 'any', [{ id: randomUUID(), type, isJson, metadata, data }]);
  }

  /** What is being kept is waited for at the end; what cannot be kept comes again, as messages may. */
  #keep(writing: Promise<void>): void {
    this.#saving = Promise.allSettled([this.#saving, writing]);
  }
}

/** The answers that the clients know by their `exception` trailer. */
export function refusal(
  { stream, group }: GroupKey,
  what: 'doesNotExist' | 'exists' | 'full' | 'dropped',
): GrpcError {
  const of = `ubscription group ${group} on stream ${stream}`;
  const trailers = (exception: string) => ({ exception, 'stream-name': stream, 'group-name': group });
  switch (what) {
    case 'doesNotExist':
      return new GrpcError(
        grpcStatus.notFound,
        `S${of} does not exist.`,
        trailers('persistent-subscription-does-not-exist'),
      );
    case 'exists':
      return new GrpcError(
        grpcStatus.alreadyExists,
        `S${of} exists.`,
        trailers('persistent-subscription-exists'),
      );
    case 'full':
      return new GrpcError(
        grpcStatus.failedPrecondition,
        `Maximum subscriptions reached for s${of}.`,
        trailers('maximum-subscribers-reached'),
      );
    case 'dropped':
      return new GrpcError(
        grpcStatus.cancelled,
        `S${of} was dropped.`,
        trailers('persistent-subscription-dropped'),
      );
  }
}
