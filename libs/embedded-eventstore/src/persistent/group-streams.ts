import { randomUUID } from 'node:crypto';
import type { AppendOutcome, EventStore } from '../event-store.js';
import { GrpcError, grpcStatus } from '../grpc/status.js';
import { missingEvent } from '../log/event-index.js';
import { linkedEvent } from '../services/render.js';
import { metadataStreamOf, withTruncateBefore } from '../stream-metadata.js';
import { endOfPiece, turn } from '../turns.js';
import { eventIdOf, readEventFrame } from '../wire/event-frame.js';
import type { Message } from './message.js';
import type { GroupStore } from './progress.js';
import {
  allStream,
  checkpointStream,
  configurationStream,
  keyText,
  parkedStream,
  type GroupKey,
} from './names.js';
import { readStoredGroups, writeStoredGroups, type StoredGroup } from './stored-groups.js';

/** The streams of the log in which groups keep their settings, checkpoints and parked messages. */
export class GroupStreams {
  constructor(
    private readonly store: EventStore,
    private readonly log: (line: string) => void,
  ) {}

  /** The newest configuration that is one. Anybody may append to its stream: what is odd there is told and passed. */
  configuration(): readonly StoredGroup[] {
    const stream = configurationStream;
    try {
      const first = this.store.firstVisible(stream);
      for (let revision = this.store.lastRevision(stream); revision >= first; revision -= 1) {
        const found = this.#configurationAt(revision);
        if (found) return found;
      }
    } catch (error) {
      this.log(`The persistent subscriptions cannot be read from ${stream}: ${text(error)}`);
    }
    return [];
  }

  async saveConfiguration(entries: readonly StoredGroup[]): Promise<void> {
    await this.#write(configurationStream, '$PersistentConfig', writeStoredGroups(entries));
  }

  /** The last place that is done with: a revision, or for `$all` an event's number, stored as its position. */
  checkpoint(key: GroupKey): number | undefined {
    const stream = checkpointStream(key);
    const revision = this.store.lastRevision(stream);
    if (!this.#shows(stream)) return undefined;
    const place = numberIn(this.#dataAt(stream, revision));
    if (place === undefined) {
      throw new GrpcError(
        grpcStatus.dataLoss,
        `The last event of ${stream} is no checkpoint, so where the persistent subscription goes on cannot be told. ` +
          'Delete it and create it again from where it should go on.',
      );
    }
    return key.stream === allStream ? this.store.log.index.firstAtOrAfter(place + 1) - 1 : place;
  }

  /** Where a group has its checkpoints and parked messages written. Checkpoints are written one after the other. */
  keeping(key: GroupKey): GroupStore {
    let last: Promise<void> = Promise.resolve();
    const told = (writing: Promise<void>, what: string): Promise<void> => {
      writing.catch((error: unknown) =>
        this.log(`${what} of the persistent subscription ${keyText(key)} could not be kept: ${text(error)}`),
      );
      return writing;
    };
    return {
      checkpoint: (place) => {
        last = last.catch(() => undefined).then(() => this.#writeCheckpoint(key, place));
        return told(last, 'The checkpoint');
      },
      park: (message, reason) => told(this.#park(key, message, reason), 'A parked message'),
    };
  }

  parkedCount(key: GroupKey): number {
    const stream = parkedStream(key);
    return this.store.lastRevision(stream) + 1 - this.store.firstVisible(stream);
  }

  /** Takes parked messages, at most so many, from their stream. When one cannot be read, none is taken. */
  async takeParked(key: GroupKey, limit: number): Promise<readonly Message[]> {
    const stream = parkedStream(key);
    const first = this.store.firstVisible(stream);
    const end = Math.min(this.store.lastRevision(stream) + 1, first + limit);
    if (end <= first) return [];
    const messages: Message[] = [];
    let until = endOfPiece();
    for (let revision = first; revision < end; revision += 1) {
      if (performance.now() > until) {
        await turn();
        until = endOfPiece();
      }
      const event = linkedEvent(this.store, this.#frameAt(stream, revision));
      if (event === undefined) continue;
      const id = eventIdOf(this.store.log.frame(event));
      messages.push({ id, event, link: undefined, place: undefined, retries: 0 });
    }
    const { fields } = this.store.metadataOf(stream);
    await this.#write(metadataStreamOf(stream), '$metadata', withTruncateBefore(fields, end));
    return messages;
  }

  /** Hides what a group of this name has kept: one that is made anew does not go on there. */
  async forget(key: GroupKey): Promise<void> {
    for (const stream of [checkpointStream(key), parkedStream(key)]) {
      if (this.#shows(stream)) refuseFailure(stream, await this.store.softDelete(stream, 'any'));
    }
  }

  #configurationAt(revision: number): readonly StoredGroup[] | undefined {
    const where = `Event ${revision} of ${configurationStream}`;
    try {
      const stored = readStoredGroups(this.#dataAt(configurationStream, revision));
      if (!stored) {
        this.log(`${where} is no configuration of persistent subscriptions; the one before it counts.`);
      } else if (stored.odd > 0) {
        this.log(
          `${where} has ${stored.odd} entries that are no persistent subscriptions; they are left out.`,
        );
      }
      return stored?.groups;
    } catch (error) {
      this.log(`${where} cannot be read, so the one before it counts: ${text(error)}`);
      return undefined;
    }
  }

  async #writeCheckpoint(key: GroupKey, place: number): Promise<void> {
    const stream = checkpointStream(key);
    const { fields, maxCount } = this.store.metadataOf(stream);
    if (maxCount === undefined) {
      const data = Buffer.from(JSON.stringify({ ...fields, $maxCount: 2 }));
      await this.#write(metadataStreamOf(stream), '$metadata', data);
    }
    const kept = key.stream === allStream ? (this.store.log.index.position[place] ?? 0) : place;
    await this.#write(stream, '$SubscriptionCheckpoint', Buffer.from(JSON.stringify(kept)));
  }

  async #park(key: GroupKey, { event, link }: Message, reason: string): Promise<void> {
    const { revision, stream } = readEventFrame(this.store.log.frame(link ?? event ?? 0));
    const why = Buffer.from(JSON.stringify({ added: new Date().toISOString(), reason }));
    await this.#write(parkedStream(key), '$>', Buffer.from(`${revision}@${stream}`), {
      isJson: false,
      metadata: why,
    });
  }

  #shows(stream: string): boolean {
    const shows = this.store.lastRevision(stream) >= this.store.firstVisible(stream);
    return shows && !this.store.isTombstoned(stream);
  }

  #frameAt(stream: string, revision: number): Buffer {
    const { index } = this.store.log;
    const event = index.eventAt(index.streams.find(stream) ?? -1, revision);
    if (event === undefined || event === missingEvent) throw this.store.log.missing();
    return this.store.log.frame(event);
  }

  #dataAt(stream: string, revision: number): string {
    return Buffer.from(readEventFrame(this.#frameAt(stream, revision)).data).toString('utf8');
  }

  async #write(
    stream: string,
    type: string,
    data: Buffer,
    more: { isJson?: boolean; metadata?: Buffer } = {},
  ): Promise<void> {
    const { isJson = true, metadata = Buffer.alloc(0) } = more;
    const event = { id: randomUUID(), type, isJson, metadata, data };
    refuseFailure(stream, await this.store.append(stream, 'any', [event]));
  }
}

function refuseFailure(stream: string, { outcome }: AppendOutcome): void {
  if (outcome !== 'success') throw new Error(`${stream} does not take it: ${outcome}.`);
}

function numberIn(data: string): number | undefined {
  try {
    const value: unknown = JSON.parse(data);
    return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : undefined;
  } catch {
    return undefined;
  }
}

const text = (error: unknown): string => (error instanceof Error ? error.message : String(error));
