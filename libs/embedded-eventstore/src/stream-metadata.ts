/** The metadata of a soft-deleted stream: nothing of what it had before. Its `$tb` is beyond the integers of JavaScript. */
export const deletion = Buffer.from('{"$tb":9223372036854775807}');

/** What a stream's metadata says about which of its events are read. */
export interface StreamMetadata {
  readonly maxCount?: number;
  /** Seconds. */
  readonly maxAge?: number;
  readonly truncateBefore?: number;
  readonly softDeleted: boolean;
  /** The JSON object as it was stored. */
  readonly fields: Readonly<Record<string, unknown>>;
}

export const noMetadata: StreamMetadata = { softDeleted: false, fields: {} };

/** Metadata streams keep their newest event only. */
export const metadataOfMetadata: StreamMetadata = { maxCount: 1, softDeleted: false, fields: {} };

const metadataPrefix = '$$';

export const isMetadataStream = (stream: string): boolean => stream.startsWith(metadataPrefix);
export const metadataStreamOf = (stream: string): string => `${metadataPrefix}${stream}`;
export const streamOfMetadata = (stream: string): string => stream.slice(metadataPrefix.length);

/** Beyond every revision: from here on a `$tb` is that of a deletion, which JavaScript reads as 2^63. */
const endOfRevisions = 2 ** 63;

/** Reads stored metadata; what is not a JSON object, or a setting that the real server would refuse, hides nothing. */
export function parseMetadata(data: Uint8Array): StreamMetadata {
  let fields: unknown;
  try {
    fields = JSON.parse(Buffer.from(data).toString('utf8'));
  } catch {
    return noMetadata;
  }
  if (typeof fields !== 'object' || fields === null || Array.isArray(fields)) return noMetadata;
  const values = fields as Record<string, unknown>;
  const maxCount = wholeFrom(1, values['$maxCount']);
  const maxAge = wholeFrom(1, values['$maxAge']);
  const truncateBefore = wholeFrom(0, values['$tb']);
  return {
    softDeleted: truncateBefore === endOfRevisions,
    fields: values,
    ...(maxCount === undefined ? {} : { maxCount }),
    ...(maxAge === undefined ? {} : { maxAge }),
    ...(truncateBefore === undefined ? {} : { truncateBefore }),
  };
}

/** The stored fields with another `$tb`. */
export function withTruncateBefore(
  fields: Readonly<Record<string, unknown>>,
  truncateBefore: number,
): Buffer {
  return Buffer.from(JSON.stringify({ ...fields, $tb: truncateBefore }));
}

/** A whole number within the server's 64 bits and not below the least one; undefined for anything else. */
const wholeFrom = (least: number, value: unknown): number | undefined =>
  typeof value === 'number' && Number.isInteger(value) && value >= least && value <= endOfRevisions
    ? value
    : undefined;
