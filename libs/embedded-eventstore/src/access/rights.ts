import type { EventStore } from '../event-store.js';
import { GrpcError, grpcStatus } from '../grpc/status.js';
import { isMetadataStream, streamOfMetadata } from '../stream-metadata.js';
import { admins, type Caller } from './accounts.js';

/** To read, write and delete a stream, and to read and write its metadata, by the words that stand in the log. */
export type Right = '$r' | '$w' | '$d' | '$mr' | '$mw';

/** Whom a list of rights names; what it leaves out is taken from elsewhere. */
export type AccessList = Readonly<Partial<Record<Right, readonly string[]>>>;

/** Whether somebody may do something with a stream, `$all` among them. */
export type Judge = (caller: Caller, right: Right, stream: string) => boolean;

export const allowAll: Judge = () => true;

const settingsStream = '$settings';
const everyLogin = '$all';
const rights: readonly Right[] = ['$r', '$w', '$d', '$mr', '$mw'];

/** The rights of a list as it stands in JSON: a name, or several. */
export function accessListIn(value: unknown): AccessList {
  if (typeof value !== 'object' || value === null) return {};
  const fields = value as Readonly<Record<string, unknown>>;
  const list: Partial<Record<Right, readonly string[]>> = {};
  for (const right of rights) {
    const named = fields[right];
    if (typeof named === 'string') list[right] = [named];
    else if (Array.isArray(named)) list[right] = named.filter((one) => typeof one === 'string');
  }
  return list;
}

/** The first list that says something of the right decides. Administrators may do everything, and nobody anything without a login. */
export function isNamed(caller: Caller, right: Right, lists: readonly AccessList[]): boolean {
  if (caller.groups.includes(admins)) return true;
  if (caller.login === undefined) return false;
  const named = lists.map((list) => list[right]).find((one) => one !== undefined) ?? [];
  return named.some((one) => one === everyLogin || one === caller.login || caller.groups.includes(one));
}

/** Judges by what the log says: the stream's own metadata, then the last event of `$settings`, then what a server begins with. */
export const judgeOf =
  (store: EventStore): Judge =>
  (caller, right, stream) => {
    if (isMetadataStream(stream)) {
      return judgeOf(store)(caller, right === '$r' ? '$mr' : '$mw', streamOfMetadata(stream));
    }
    const isSystem = stream.startsWith('$');
    const own = accessListIn(store.metadataOf(stream).fields['$acl']);
    const settings = store.lastFields(settingsStream);
    const usual = accessListIn(settings[isSystem ? '$systemStreamAcl' : '$userStreamAcl']);
    return isNamed(caller, right, [own, usual, isSystem ? forAdmins : forEveryLogin]);
  };

const listOf = (name: string): AccessList => Object.fromEntries(rights.map((right) => [right, [name]]));
const forAdmins = listOf(admins);
const forEveryLogin = listOf(everyLogin);

export const accessDenied = (): GrpcError =>
  new GrpcError(grpcStatus.permissionDenied, 'Access Denied', { exception: 'access-denied' });

/** Fails as a real server does where the caller belongs to none of the groups. */
export function assertIn(groups: readonly string[], { groups: own }: Caller): void {
  if (!own.some((group) => groups.includes(group))) throw accessDenied();
}
