import { createHmac, hash, timingSafeEqual } from 'node:crypto';
import { canonical } from './canonical-json.js';
import {
  type ExpectedRevision,
  type JsonObject,
  LogFault,
  type NewEvent,
  type StoredEvent,
  UnreadEvent,
} from './event-store.js';
import { type EventDigests, leafEntry } from './leaf.js';

/** A key under which events are authenticated. The vault holds it; its id stands in each event's `mac`. */
export interface EventKey {
  /** Eight hex digits. */
  readonly id: string;
  readonly key: Buffer;
}

/** Under which key an event says to be authenticated; whether it is, only the key tells. */
export const eventKeyIdIn = ({ mac }: JsonObject): string | undefined =>
  typeof mac === 'string' ? mac.slice(0, keyIdLength) : undefined;

/** Something stands in one of our streams that Samspor did not record there. Whoever needs the stream stops at it. */
export class NotAuthentic extends LogFault {
  constructor({ type, id, revision, stream }: EventPlace, why: string) {
    super(`${type} (${id}) at revision ${revision} of ${stream} is not believed: ${why}`);
    this.name = 'NotAuthentic';
  }
}

type EventPlace = Pick<StoredEvent, 'stream' | 'revision' | 'position' | 'id' | 'type'>;

const keyIdLength = 8;
/** `<key id>.<HMAC-SHA-256 in base64url>` */
const macLength = keyIdLength + 1 + 43;
export const macPattern = '^[0-9a-f]{8}\\.[A-Za-z0-9_-]{43}$';
const macBegins = '"mac":"';

/**
 * Tells what Samspor recorded from what others put into its streams: `metadata.mac` is an HMAC-SHA-256 over stream, revision, id, type and
 * the digests of data and of all other metadata, so that an event copied elsewhere, repeated or changed is noticed (docs/adr/0020).
 */
export class Authenticity {
  private readonly keys: ReadonlyMap<string, EventKey>;
  private readonly current: EventKey;

  /**
   * The last key is the one to sign with. What stands at or before `takenOver` in the log and bears no MAC was recorded before there were any,
   * and an operator answers for it.
   */
  constructor(
    keys: readonly EventKey[],
    private readonly takenOver?: bigint,
  ) {
    const current = keys.at(-1);
    if (current === undefined) throw new Error('The vault has no key to authenticate events with.');
    this.current = current;
    this.keys = new Map(keys.map((key) => [key.id, key]));
  }

  /** The events with their MACs, for an append at this revision and no other. */
  signed(stream: string, expected: ExpectedRevision, events: readonly NewEvent[]): NewEvent[] {
    const first = expected === 'no_stream' ? 0n : expected + 1n;
    return events.map((event, index) => {
      const digests = { data: digest(canonical(event.data)), metadata: digest(canonical(event.metadata)) };
      const place = { stream, revision: first + BigInt(index), id: event.id, type: event.type };
      return { ...event, metadata: { ...event.metadata, mac: macOf(this.current, place, digests) } };
    });
  }

  /** Fails with `NotAuthentic`. An event as it arrived is judged by its bytes, which are canonical JSON. */
  assertAuthentic(event: StoredEvent | UnreadEvent): void {
    const { mac, ...digests } = event instanceof UnreadEvent ? partsOfBytes(event) : partsOf(event);
    if (mac === undefined) {
      if (this.takenOver !== undefined && event.position <= this.takenOver) return;
      throw new NotAuthentic(event, 'it bears no MAC. Something else than Samspor put it there.');
    }
    const key = this.keys.get(mac.slice(0, keyIdLength));
    if (key === undefined) {
      throw new NotAuthentic(
        event,
        `its MAC names a key that this vault does not have. Restore the vault that belongs to this log; else it is forged.`,
      );
    }
    if (!isSame(mac, macOf(key, event, digests))) {
      throw new NotAuthentic(
        event,
        'its MAC is not its own: it was changed, copied from elsewhere or forged. Compare the stream with a backup of the log.',
      );
    }
  }
}

interface Judged extends EventDigests {
  readonly mac: string | undefined;
}

function partsOf(event: StoredEvent): Judged {
  const { mac, ...metadata } = event.metadata;
  try {
    return {
      data: digest(canonical(event.data)),
      metadata: digest(canonical(metadata)),
      mac: mac === undefined ? undefined : textOf(mac),
    };
  } catch {
    throw new NotAuthentic(event, 'it holds what Samspor never stores.');
  }
}

const textOf = (mac: JsonObject[string]) => (typeof mac === 'string' ? mac : '');

function partsOfBytes({ data, metadata }: UnreadEvent): Judged {
  // Within a JSON string its quotes would be escaped. Where it stands in another object than metadata itself, the metadata is refused for it.
  const at = metadata.indexOf(macBegins);
  if (at < 0) return { data: digest(data), metadata: digest(metadata), mac: undefined };
  const begins = at + macBegins.length;
  const ends = begins + macLength;
  // With the comma that parts it from the next member, or else from the one before.
  const [from, to] =
    metadata[ends + 1] === comma ? [at, ends + 2] : [metadata[at - 1] === comma ? at - 1 : at, ends + 1];
  return {
    data: digest(data),
    metadata: digest(Buffer.concat([metadata.subarray(0, from), metadata.subarray(to)])),
    mac: metadata[ends] === quote ? metadata.toString('latin1', begins, ends) : '',
  };
}

/** The MAC as it stands in metadata that arrived; empty where there is none. */
export function storedMac(metadata: Buffer): string {
  const at = metadata.indexOf(macBegins);
  if (at < 0) return '';
  const begins = at + macBegins.length;
  return metadata.toString('latin1', begins, begins + macLength);
}

const comma = 0x2c;
const quote = 0x22;

const digest = (json: string | Buffer) => hash('sha256', json, 'hex');

const macOf = (
  { id, key }: EventKey,
  event: Pick<StoredEvent, 'stream' | 'revision' | 'id' | 'type'>,
  digests: EventDigests,
) => `${id}.${createHmac('sha256', key).update(leafEntry(event, digests)).digest('base64url')}`;

const isSame = (given: string, expected: string) =>
  given.length === expected.length && timingSafeEqual(Buffer.from(given), Buffer.from(expected));
