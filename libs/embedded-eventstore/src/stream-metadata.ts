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

/** Reads stored metadata; what is not a JSON object hides nothing. */
export function parseMetadata(data: Uint8Array): StreamMetadata {
  let fields: unknown;
  try {
    fields = JSON.parse(Buffer.from(data).toString('utf8'));
  } catch {
    return noMetadata;
  }
  if (typeof fields !== 'object' || fields === null || Array.isArray(fields)) return noMetadata;
  const values = fields as Record<string, unknown>;
  const maxCount = positive(values['$maxCount']);
  const maxAge = positive(values['$maxAge']);
  const truncateBefore = positive(values['$tb']);
  return {
    softDeleted: truncateBefore !== undefined && truncateBefore >= 2 ** 63 - 1024,
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

const positive = (value: unknown): number | undefined =>
  typeof value === 'number' && value >= 0 && Number.isFinite(value) ? value : undefined;
