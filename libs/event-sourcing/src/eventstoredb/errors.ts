import {
  AccessDeniedError,
  MaxAppendSizeExceededError,
  NotLeaderError,
  StreamDeletedError,
  UnavailableError,
  WrongExpectedVersionError,
} from '@eventstore/db-client';
import {
  type ExpectedRevision,
  InvalidAppend,
  LogFault,
  NoRoom,
  StoreUnavailable,
  StreamDeleted,
  WrongExpectedRevision,
} from '../event-store.js';
import { Refusal } from './wire/call.js';

/** The port's error for a failed append. Whatever is no clear refusal leaves it unknown whether the append arrived. */
export function appendError(error: unknown, stream: string, expected: ExpectedRevision): Error {
  if (error instanceof WrongExpectedVersionError) {
    const { actualVersion } = error;
    return new WrongExpectedRevision(
      stream,
      expected,
      typeof actualVersion === 'bigint' ? actualVersion : 'no_stream',
    );
  }
  if (error instanceof MaxAppendSizeExceededError) {
    return new InvalidAppend(`The event store refused an append to ${stream} as too large.`);
  }
  return readError(error, `append to ${stream}`);
}

export function readError(error: unknown, what: string): Error {
  if (error instanceof StoreUnavailable || error instanceof LogFault) return error;
  if (error instanceof StreamDeletedError) {
    return new StreamDeleted(what, { cause: error });
  }
  if (isDenied(error)) {
    return new StoreUnavailable(
      `The event store does not let the login of its address ${what}: user or password is wrong, or the login lacks the right.`,
      { cause: error },
    );
  }
  const why = error instanceof Error ? error.message : 'for an unknown reason';
  if (isFull(error)) {
    return new NoRoom(`There is no room on the disk of the event store to ${what}: make room there.`, {
      cause: error,
    });
  }
  return new StoreUnavailable(`The event store cannot be reached to ${what}: ${why}`, { cause: error });
}

/** gRPC's PERMISSION_DENIED and UNAUTHENTICATED. */
const isDenied = (error: unknown) =>
  error instanceof AccessDeniedError || (error instanceof Refusal && [7, 16].includes(error.status));

/** The server tells in words alone; a quota counts as a full disk. */
const isFull = (error: unknown) =>
  error instanceof Error && /\b(ENOSPC|EDQUOT|EFBIG)\b|no space left|not enough space/i.test(error.message);

/** The client reconnects by itself after these, or is none the worse; after anything else it may be stuck. */
export const clientRecovers = (error: unknown) =>
  isFull(error) ||
  [UnavailableError, NotLeaderError, WrongExpectedVersionError, StreamDeletedError, LogFault].some(
    (kind) => error instanceof kind,
  );
