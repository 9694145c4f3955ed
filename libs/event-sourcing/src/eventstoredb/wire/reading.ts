import { field, uintField } from './message.js';

export const readPath = '/event_store.client.streams.Streams/Read';

export interface Reading {
  /** From this position on, that event included when reading, left out when following. */
  readonly from?: bigint | undefined;
  readonly streamPrefixes?: readonly string[] | undefined;
  /** Metadata of these streams too. */
  readonly withMarks?: boolean | undefined;
}

/** A signed 64-bit integer's largest: as many as there are. */
const all = 2n ** 63n - 1n;
/** The server looks at so many events that no prefix fits between two checkpoints. */
const searchWindow = 512;

/** `Streams.Read` of `$all`, forwards to its present end. */
export const readAllRequest = (reading: Reading): Buffer => request(reading, uintField(5, all));

/** `Streams.Read` of `$all` as a subscription. */
export const followAllRequest = (reading: Reading): Buffer => request(reading, field(6));

function request({ from, streamPrefixes, withMarks = false }: Reading, howMany: Buffer): Buffer {
  const position = from === undefined ? field(2) : field(1, uintField(1, from), uintField(2, from));
  const forwards = uintField(3, 0);
  const idsAsText = field(9, field(2));
  const prefixes = withMarks ? streamPrefixes?.flatMap((prefix) => [prefix, `$$${prefix}`]) : streamPrefixes;
  return field(1, field(2, position), forwards, howMany, filter(prefixes), idsAsText);
}

function filter(streamPrefixes: readonly string[] | undefined): Buffer {
  if (streamPrefixes === undefined) return field(8);
  const byStream = field(1, ...streamPrefixes.map((prefix) => field(2, prefix)));
  return field(7, byStream, uintField(3, searchWindow), uintField(5, 1));
}
