/** An event as recorded: what it is, where it stands and under which circumstances it was written. */
export interface Recorded<Type extends string = string, Data = Readonly<Record<string, unknown>>> {
  readonly type: Type;
  readonly data: Data;
  readonly id: string;
  readonly stream: string;
  readonly revision: bigint;
  readonly position: bigint;
  readonly metadata: Metadata;
}

export interface Actor {
  readonly partyId: string;
  readonly role: string;
  readonly unit?: string;
}

/** Another stream that a decision rested on, as it stood then. */
export interface Basis {
  readonly stream: string;
  readonly revision: number;
}

/** What another stream answered to a command's question, and how far it had come then. */
export interface Answered<What> {
  readonly answer: What;
  readonly basis: readonly Basis[];
}
/** Where the command has nothing to ask. */
export const notAsked: Answered<undefined> = { answer: undefined, basis: [] };

export interface Metadata {
  readonly $correlationId: string;
  readonly $causationId: string;
  readonly municipality: string;
  readonly actor: Actor;
  /** The local date on which the thing happened. */
  readonly occurredOn: string;
  /** The instant at which it was recorded, by the command runner's clock. */
  readonly recordedAt: string;
  readonly schemaVersion: number;
  readonly basis?: readonly Basis[];
  /** HMAC of the command's canonical body under a key of the owner: tells a repeat from another command under the same key. */
  readonly bodyMac?: string;
  /** Says that Samspor recorded the event at this place (`Authenticity`); absent in what was recorded before there were any. */
  readonly mac?: string;
}

/** `<category>-<tenant>.<id>`: the name under which a stream stands in the log for ever. */
export const streamName = (category: string, tenant: string, streamId: string) =>
  `${category}-${tenant}.${streamId}`;

/** The parts of `<category>-<tenant>.<id>`; undefined for a stream that is none of ours. */
export function partsOf(stream: string): { category: string; tenant: string; id: string } | undefined {
  const match = /^([a-z][a-zA-Z]*)-([0-9a-zA-Z]+)\.(.+)$/.exec(stream);
  return match ? { category: match[1] ?? '', tenant: match[2] ?? '', id: match[3] ?? '' } : undefined;
}
