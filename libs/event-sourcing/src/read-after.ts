/** A place in one log. */
export interface LogPosition {
  readonly logId: string;
  readonly position: bigint;
}

/** A position as clients get it (`readAfter`): opaque, and good for the log that it came from alone. */
export const encodePosition = ({ logId, position }: LogPosition): string =>
  Buffer.from(`${position}@${logId}`, 'utf8').toString('base64url');

/** What `encodePosition` made; undefined for any other text. The caller compares the log's id: another log's position is gone. */
export function decodePosition(text: string): LogPosition | undefined {
  if (text.length > 200 || !/^[A-Za-z0-9_-]+$/.test(text)) return undefined;
  const match = /^(0|[1-9]\d{0,18})@([0-9a-zA-Z-]{1,80})$/.exec(
    Buffer.from(text, 'base64url').toString('utf8'),
  );
  return match?.[1] && match[2] ? { logId: match[2], position: BigInt(match[1]) } : undefined;
}
