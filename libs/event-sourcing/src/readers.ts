import type { JsonObject } from './event-store.js';

const readers = '$r';

/** The metadata of a stream with a login among its readers, or without it: the same where it is so already, undefined where it has no list of readers of its own. */
export function withReader(metadata: JsonObject, login: string, may: boolean): JsonObject | undefined {
  const { $acl } = metadata;
  if (typeof $acl !== 'object' || $acl === null || !(readers in $acl)) return undefined;
  const named = [$acl[readers] ?? []].flat();
  if (named.includes(login) === may) return metadata;
  const changed = may ? [...named, login] : named.filter((one) => one !== login);
  return { ...metadata, $acl: { ...$acl, [readers]: changed } };
}
