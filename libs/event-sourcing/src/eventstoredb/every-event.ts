import type { Connection } from './connection.js';
import type { BytesEvent } from './wire/appending.js';
import { Call } from './wire/call.js';
import { MessageReader } from './wire/message.js';
import { readAllRequest, readPath } from './wire/reading.js';

/** An event of whatever kind, byte for byte. */
export interface StoredBytes extends BytesEvent {
  readonly stream: string;
  readonly revision: bigint;
}

const window = 4 * 1024 * 1024;
const nothing: Buffer = Buffer.alloc(0);

/**
 * Every event in the order of `$all`, the server's own and those that metadata hide included, as many at a time as have arrived; of streams that
 * begin so alone, where told.
 */
export async function* everyEvent(
  connection: Connection,
  streamPrefixes?: readonly string[],
): AsyncGenerator<readonly StoredBytes[], void> {
  const endpoint = await connection.endpoint(connection.client);
  const call = new Call(endpoint, { path: readPath, window });
  try {
    await call.send(readAllRequest({ streamPrefixes }));
    call.finish();
    for await (const messages of call) {
      yield messages.flatMap((message) => eventIn(message) ?? []);
    }
  } catch (error) {
    throw await connection.failure(error, { what: 'read the log', right: 'read $all' });
  } finally {
    await call.cancel();
  }
}

/** `ReadResp { event = 1 { event = 1 } }`; undefined for other answers. */
function eventIn(message: Buffer): StoredBytes | undefined {
  const reader = new MessageReader(message);
  let end = message.length;
  for (const tag of [0x0a, 0x0a]) {
    if (reader.at === end || reader.uint() !== tag) return undefined;
    end = reader.end();
  }
  return recordedIn(reader, end);
}

function recordedIn(reader: MessageReader, end: number): StoredBytes {
  let [id, stream, revision] = ['', '', 0n];
  let data: Buffer = nothing;
  let metadata: Buffer = nothing;
  const properties = new Map<string, string>();
  while (reader.at < end) {
    const tag = reader.uint();
    if (tag === 0x0a) id = reader.textWithin(0x12);
    else if (tag === 0x12) stream = reader.textWithin(0x1a);
    else if (tag === 0x18) revision = reader.uint64();
    else if (tag === 0x32) addProperty(reader, properties);
    else if (tag === 0x3a) metadata = reader.content();
    else if (tag === 0x42) data = reader.content();
    else reader.skip(tag);
  }
  const isJson = properties.get('content-type') === 'application/json';
  return { id, stream, revision, type: properties.get('type') ?? '', isJson, data, metadata };
}

/** An entry of a map: key = 1, value = 2. */
function addProperty(reader: MessageReader, properties: Map<string, string>): void {
  const end = reader.end();
  let [key, value] = ['', ''];
  while (reader.at < end) {
    const tag = reader.uint();
    if (tag === 0x0a) key = reader.text();
    else if (tag === 0x12) value = reader.text();
    else reader.skip(tag);
  }
  properties.set(key, value);
}
