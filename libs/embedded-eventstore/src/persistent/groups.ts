import type { EventStore } from '../event-store.js';
import { compileFilter } from '../filters.js';
import { GrpcError, grpcStatus } from '../grpc/status.js';
import { Group, type Beginning } from './group.js';
import { GroupStreams } from './group-streams.js';
import { keyText, type GroupKey } from './names.js';
import type { GroupSettings } from './settings.js';

/**
 * All persistent subscriptions of the node. Settings, checkpoints and parked messages lie in streams of the log; what
 * is known here changes only once it is there. `log` takes what an operator should know, a sentence at a time.
 */
export class Groups {
  #groups = new Map<string, Group>();
  readonly #streams: GroupStreams;
  /** Changes happen one after the other. */
  #changing: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly store: EventStore,
    private readonly log: (line: string) => void = () => undefined,
  ) {
    this.#streams = new GroupStreams(store, log);
    this.#load();
    store.log.onCommitted(() => {
      for (const group of this.#groups.values()) group.news();
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

  create(key: GroupKey, settings: GroupSettings): Promise<void> {
    return this.#change(async () => {
      if (this.#groups.has(keyText(key))) throw refusal(key, 'exists');
      const group = this.#open(key, settings, { checkpoint: undefined });
      // One of that name may have been deleted, and the node killed before what it kept was gone.
      await this.#streams.forget(key);
      await this.#save([...this.list(), group]);
      this.#groups.set(keyText(key), group);
    });
  }

  /** Consumers are dropped, and come back to the new settings; the checkpoint stays. */
  update(key: GroupKey, settings: (old: GroupSettings) => GroupSettings): Promise<void> {
    return this.#change(async () => {
      const old = this.get(key);
      const changed = settings(old.settings);
      // A filter that is refused, or settings that cannot be kept, leave the group as it is.
      if (changed.filter) compileFilter(changed.filter, this.store.log.index);
      await this.#save(this.list().map((group) => (group === old ? { key, settings: changed } : group)));
      await old.stop();
      this.#groups.set(keyText(key), this.#openStored(key, changed));
    });
  }

  delete(key: GroupKey): Promise<void> {
    return this.#change(async () => {
      const group = this.get(key);
      await this.#save(this.list().filter((other) => other !== group));
      this.#groups.delete(keyText(key));
      await group.stop();
      await this.#streams.forget(key).catch((error: unknown) => {
        // The group is gone; whoever makes it anew hides what is left first.
        this.log(
          `What the deleted persistent subscription ${keyText(key)} kept is still there: ${String(error)}`,
        );
      });
    });
  }

  parkedCount(key: GroupKey): number {
    return this.#streams.parkedCount(key);
  }

  /** Gives parked messages, at most so many, to the group again. */
  replayParked(key: GroupKey, limit: number | undefined): Promise<void> {
    return this.#change(async () => {
      const group = this.get(key);
      await group.settled();
      group.replay(await this.#streams.takeParked(key, limit ?? Infinity));
    });
  }

  /** Stops every group and begins again from what is stored. */
  restart(): Promise<void> {
    return this.#change(async () => {
      await this.#stopAll();
      this.#load();
    });
  }

  /** Keeps every checkpoint and drops every consumer. */
  close(): Promise<void> {
    return this.#change(async () => {
      await this.#stopAll();
      this.#groups.clear();
    });
  }

  #change<T>(change: () => Promise<T>): Promise<T> {
    const changed = this.#changing.then(change);
    this.#changing = changed.catch(() => undefined);
    return changed;
  }

  async #stopAll(): Promise<void> {
    await Promise.all(this.list().map((group) => group.stop()));
  }

  #load(): void {
    const groups = this.#streams.configuration().map(({ stream, group, settings }) => {
      return this.#openStored({ stream, group }, settings);
    });
    this.#groups = new Map(groups.map((group) => [keyText(group.key), group]));
  }

  /** A group that cannot go on does not begin anew: it refuses its consumers with the reason. */
  #openStored(key: GroupKey, settings: GroupSettings): Group {
    try {
      return this.#open(key, settings, { checkpoint: this.#streams.checkpoint(key) });
    } catch (error) {
      const failure = error instanceof Error ? error : new Error(String(error));
      this.log(`The persistent subscription ${keyText(key)} cannot go on: ${failure.message}`);
      return this.#open(key, settings, { failure });
    }
  }

  #open(key: GroupKey, settings: GroupSettings, beginning: Beginning): Group {
    return new Group(this.store, key, settings, this.#streams.keeping(key), beginning);
  }

  #save(groups: readonly Pick<Group, 'key' | 'settings'>[]): Promise<void> {
    return this.#streams.saveConfiguration(groups.map(({ key, settings }) => ({ ...key, settings })));
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
