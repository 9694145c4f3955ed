import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** An event in a step: its label alone, or with what is not the default. */
export type ScenarioEvent =
  | string
  | {
      readonly id: string;
      readonly type?: string;
      readonly json?: unknown;
      readonly bytes?: string;
      readonly size?: number;
      readonly link?: readonly [stream: string, revision: number];
      readonly metadata?: Record<string, unknown>;
    };

export type ScenarioEvents =
  | readonly ScenarioEvent[]
  | { readonly many: number; readonly typeEvery?: readonly [every: number, type: string] };

export type Expected = 'any' | 'no_stream' | 'stream_exists' | number;

interface Common {
  readonly answer: unknown;
  /** A stream's name as it is, without the scenario's prefix. */
  readonly exact?: boolean;
}

export interface AppendStep extends Common {
  readonly op: 'append';
  readonly stream: string;
  readonly expect: Expected;
  readonly events: ScenarioEvents;
  readonly credentials?: boolean;
}

export interface ReadStep extends Common {
  readonly op: 'read';
  readonly stream: string;
  readonly direction?: 'backwards';
  readonly from?: number | 'start' | 'end';
  readonly max?: number;
  readonly resolve?: boolean;
  readonly content?: boolean;
  readonly positions?: boolean;
  readonly count?: boolean;
}

export interface ReadAllStep extends Common {
  readonly op: 'readAll';
  readonly direction?: 'backwards';
  readonly from?: 'start' | 'end';
  readonly fromEvent?: readonly [stream: string, revision: number];
  readonly max?: number;
  readonly positions?: boolean;
}

export interface DeleteStep extends Common {
  readonly op: 'delete' | 'tombstone';
  readonly stream: string;
  readonly expect: Expected;
}

export interface MetadataStep extends Common {
  readonly op: 'setMetadata' | 'getMetadata';
  readonly stream: string;
  readonly metadata?: Record<string, unknown>;
  readonly expect?: Expected;
}

export interface RaceStep extends Common {
  readonly op: 'race';
  readonly stream: string;
  readonly expect: Expected;
  readonly writers: number;
}

/** Done while a subscription runs: events for a stream, or its end. */
export type LiveAction =
  readonly ['DELETE' | 'TOMBSTONE', string] | readonly [stream: string, events: ScenarioEvents];

export interface SubscribeStep extends Common {
  readonly op: 'subscribe' | 'subscribeAll';
  readonly stream?: string;
  readonly from?: number | 'end';
  readonly fromEvent?: readonly [stream: string, revision: number];
  readonly streamPrefix?: string;
  readonly typePrefix?: string;
  readonly window?: number;
  readonly interval?: number;
  readonly live?: readonly LiveAction[];
  readonly ms?: number;
  readonly checkpoints?: boolean;
}

export type Reply = 'ack' | 'park' | 'retry' | 'skip' | 'stop';

export interface PersistentStep extends Common {
  readonly op: 'ps';
  readonly does:
    | 'create'
    | 'update'
    | 'delete'
    | 'info'
    | 'createAll'
    | 'deleteAll'
    | 'consume'
    | 'consumeAll'
    | 'two'
    | 'replayParked';
  readonly stream: string;
  readonly group: string;
  readonly settings?: Record<string, unknown>;
  readonly streamPrefix?: string;
  readonly answers?: readonly Reply[];
  readonly ms?: number;
}

export type Step =
  | AppendStep
  | ReadStep
  | ReadAllStep
  | DeleteStep
  | MetadataStep
  | RaceStep
  | SubscribeStep
  | PersistentStep
  | { readonly op: 'wait'; readonly ms: number }
  | { readonly op: 'restart'; readonly kill?: boolean };

export interface Scenario {
  readonly name: string;
  readonly steps: readonly Step[];
}

export const recorded = (file: string): string =>
  readFileSync(fileURLToPath(new URL(`./data/eventstoredb-23.10/${file}`, import.meta.url)), 'utf8');

export const scenarios = (): Scenario[] => JSON.parse(recorded('answers.json')) as Scenario[];

/** The names of one scenario: its streams under a prefix of their own, its events' ids made from their labels. */
export class Names {
  readonly #labels = new Map<string, string>();

  constructor(
    private readonly prefix: string,
    private readonly scenario: string,
  ) {}

  /** The prefix goes behind what makes a stream a system or metadata stream. */
  stream(name: string, exact = false): string {
    if (exact) return name;
    const [, system = '', rest = ''] = /^(\$\$|\$)?(.*)$/s.exec(name) ?? [];
    return `${system}${this.prefix}${rest}`;
  }

  isOurs(stream: string): boolean {
    return this.plain(stream) !== stream;
  }

  /** A stream's or an error text's name without the prefix. */
  plain(text: string): string {
    return text.replace(this.prefix, '');
  }

  id(label: string): string {
    const hash = createHash('sha1').update(`${this.prefix}${this.scenario}\n${label}`).digest('hex');
    const id = `${hash.slice(0, 8)}-${hash.slice(8, 12)}-5${hash.slice(13, 16)}-8${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
    this.#labels.set(id, label);
    return id;
  }

  /** The label of an event id; `?` for an event that the server made. */
  label(id: string): string {
    return this.#labels.get(id) ?? '?';
  }
}
