import {
  AccessDeniedError,
  MaxAppendSizeExceededError,
  NotLeaderError,
  StreamDeletedError,
  UnavailableError,
  WrongExpectedVersionError,
} from '@eventstore/db-client';
import {
  AccessRefused,
  DamagedLog,
  type ExpectedRevision,
  InvalidAppend,
  LogFault,
  NoRoom,
  StoreUnavailable,
  StreamDeleted,
  WrongExpectedRevision,
} from '../event-store.js';
import { Refusal } from './wire/call.js';

/** What a call does, for people, and the right that the login of the address needs for it. */
export interface Asked {
  readonly what: string;
  readonly right: keyof typeof remedies;
}

const ownRights = 'Give it the rights that "samspor eventstore rights" prints.';
const remedies = {
  'read $all': ownRights,
  'read streams': ownRights,
  'append to streams': ownRights,
  'administer the event store': ownRights,
  'set who reads the stream': 'Name it in $mw of the metadata of the stream.',
} as const;

/** The port's error for an append that was refused as such; undefined for any other failure. */
export function refusedAppend(error: unknown, stream: string, expected: ExpectedRevision): Error | undefined {
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
  return undefined;
}

/** The port's error for what the event store answered; undefined where it did not. */
export function answeredError(error: unknown, asked: Asked, login: string | undefined): Error | undefined {
  if (error instanceof StoreUnavailable || error instanceof LogFault) return error;
  if (error instanceof StreamDeletedError) {
    return new StreamDeleted(asked.what, { cause: error });
  }
  if (isFull(error)) {
    return new NoRoom(`There is no room on the disk of the event store to ${asked.what}: make room there.`, {
      cause: error,
    });
  }
  const damage = damageIn(error);
  if (damage !== undefined) return new DamagedLog(asked.what, damage, { cause: error });
  const denial = denialIn(error);
  return denial && new AccessRefused(refusalOf(denial, asked, login), { cause: error });
}

type Denial = 'nobody' | 'no right';

/** gRPC's number for what kind of failure it is. */
const statusOf = (error: unknown) =>
  error instanceof Refusal ? error.status : Number((error as { code?: unknown } | undefined)?.code);

/** gRPC's DATA_LOSS: what the server says of it. */
export function damageIn(error: unknown): string | undefined {
  if (statusOf(error) !== 15 || !(error instanceof Error)) return undefined;
  return error instanceof Refusal ? error.said : error.message.replace(/^15 DATA_LOSS: /, '');
}

/** gRPC's UNAUTHENTICATED and PERMISSION_DENIED; a refused append has the client's error and no number. */
function denialIn(error: unknown): Denial | undefined {
  const status = statusOf(error);
  if (status === 16) return 'nobody';
  return status === 7 || error instanceof AccessDeniedError ? 'no right' : undefined;
}

function refusalOf(denial: Denial, { what, right }: Asked, login: string | undefined): string {
  if (login === undefined) {
    return (
      `The event store asks for a login to ${what}, and its address names none: ` +
      'write login:password@ before the server, and esdb:// without tls=false.'
    );
  }
  if (denial === 'nobody') {
    return (
      `The event store does not let the login "${login}" ${what}: the password in the address is wrong, ` +
      'or the login is unknown or disabled. Correct the address, or enable the login in the event store.'
    );
  }
  return (
    `The event store does not let the login "${login}" ${what}: it lacks the right to ${right}. ` +
    remedies[right]
  );
}

/** The server tells in words alone; a quota counts as a full disk. */
const isFull = (error: unknown) =>
  error instanceof Error && /\b(ENOSPC|EDQUOT|EFBIG)\b|no space left|not enough space/i.test(error.message);

/** The client reconnects by itself after these, or is none the worse; after anything else it may be stuck. */
export const clientRecovers = (error: unknown) =>
  isFull(error) ||
  damageIn(error) !== undefined ||
  [UnavailableError, NotLeaderError, StreamDeletedError, LogFault].some((kind) => error instanceof kind);
