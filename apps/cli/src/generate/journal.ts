import {
  type Codec,
  type Draft,
  type EventStore,
  type ExpectedRevision,
  type KeyOwner,
  type NewEvent,
  type Recorded,
  type Sealing,
  type StoredEvent,
  WrongExpectedRevision,
} from '#event-sourcing';

/** What one command recorded, not sealed yet. */
export interface Entry {
  readonly at: string;
  readonly stream: string;
  readonly expected: ExpectedRevision;
  readonly drafts: readonly Draft[];
  /** What the first of them bears the MAC of. */
  readonly mac: MacAskedFor | undefined;
}
export interface MacAskedFor {
  readonly owner: KeyOwner;
  readonly body: string;
}

/** The log of the lives that are being told, in memory: what they look at and what they record, to be sealed and appended later. */
export class Journal implements Pick<EventStore, 'append' | 'read' | 'end' | 'readAll'> {
  private readonly streams = new Map<string, StoredEvent[]>();
  private entries: Entry[] = [];
  private readonly macs = new Map<string, MacAskedFor>();

  /** The MAC of a command's body is made with the key of its owner, who has one when the event is sealed: a number stands for it. */
  readonly sealing: Sealing = {
    seal: () => Promise.reject(new Error('The journal seals nothing.')),
    bodyMac: (owner, body) => {
      const number = String(this.macs.size);
      this.macs.set(number, { owner, body });
      return Promise.resolve(number);
    },
  };

  append(stream: string, expected: ExpectedRevision, events: readonly NewEvent[]) {
    const present = this.streams.get(stream) ?? [];
    const actual = present.at(-1)?.revision ?? 'no_stream';
    if (actual !== expected) throw new WrongExpectedRevision(stream, expected, actual);
    const first = BigInt(present.length);
    const stored = events.map((event, index) => {
      const revision = first + BigInt(index);
      return { ...event, stream, revision, position: revision };
    });
    this.streams.set(stream, [...present, ...stored]);
    const drafts = events as unknown as readonly Draft[];
    const { recordedAt: at = '', bodyMac = '' } = drafts[0]?.metadata ?? {};
    this.entries.push({ at, stream, expected, drafts, mac: this.macs.get(bodyMac) });
    const revision = first + BigInt(events.length) - 1n;
    return Promise.resolve({ revision, position: revision });
  }

  read(stream: string, { from = 0n }: { readonly from?: bigint } = {}): Promise<StoredEvent[]> {
    return Promise.resolve((this.streams.get(stream) ?? []).slice(Number(from)));
  }

  /** Whoever tells writes alone: there is never anything to catch up with. */
  end() {
    return Promise.resolve(undefined);
  }
  async *readAll(): AsyncGenerator<StoredEvent> {}

  /** What was recorded since the last time. */
  take(): Entry[] {
    const taken = this.entries;
    this.entries = [];
    this.macs.clear();
    return taken;
  }

  /** Nobody looks at these streams any more. */
  forget(streams: Iterable<string>): void {
    for (const stream of streams) this.streams.delete(stream);
  }
}

/** Facts pass as they are; the log's own codec checks and seals them when they are appended. */
export const unsealed: Codec = {
  eventsOf: () => {
    throw new Error('The journal declares no events.');
  },
  encode: (_stream, drafts) => Promise.resolve(drafts as unknown as NewEvent[]),
  decode: (stored) => stored as unknown as Recorded,
};
