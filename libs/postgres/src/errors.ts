/** A row with this key is there already. With `constraint`, only when it was that one. */
export function isUniqueViolation(error: unknown, constraint?: string): boolean {
  return (
    codeOf(error) === '23505' &&
    (constraint === undefined || (error as { constraint?: unknown }).constraint === constraint)
  );
}

const unreachable = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  '53300', // too many connections
  '57P01', // shut down by an operator
  '57P02', // shut down after a crash
  '57P03', // starting or stopping
]);
/** The driver gives these no code. */
const driverMessages =
  /^(Connection terminated|Query read timeout|timeout exceeded when trying to connect|timeout expired|Client (has encountered a connection error|was closed)|The server closed the connection)/;

/** The database could not be reached, or the connection to it broke: the same work may succeed later. */
export function isConnectionError(error: unknown): boolean {
  const code = codeOf(error);
  if (code !== undefined) return unreachable.has(code) || /^08...$/.test(code);
  return error instanceof Error && driverMessages.test(error.message);
}

/** PostgreSQL found no room on its disk; a quota counts as a full one. */
export const isDiskFull = (error: unknown): boolean =>
  codeOf(error) === '53100' ||
  (error instanceof Error &&
    /^[0-9A-Z]{5}$/.test(codeOf(error) ?? '') &&
    /No space left on device|File too large|Disk quota exceeded/.test(error.message));

/** The same error, of a database that does not exist with what makes it. */
export function tellWhatMakesIt(error: unknown): never {
  if (codeOf(error) !== '3D000') throw error;
  const { message } = error as Error;
  throw Object.assign(
    new Error(`${message}; "samspor db init" prints the SQL that makes it`, { cause: error }),
    {
      code: '3D000',
    },
  );
}

/** The SQLSTATE or the system's error code. */
export function codeOf(error: unknown): string | undefined {
  const code = (error as { code?: unknown } | null | undefined)?.code;
  return typeof code === 'string' ? code : undefined;
}
