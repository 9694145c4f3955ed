import { randomUUID } from 'node:crypto';
import {
  AccessDeniedError,
  BACKWARDS,
  END,
  jsonEvent,
  StreamNotFoundError,
  WrongExpectedVersionError,
} from '@eventstore/db-client';
import grpc from '@eventstore/db-client/generated/users_grpc_pb.js';
import messages from '@eventstore/db-client/generated/users_pb.js';
import { Connection } from './connection.js';

const admins = '$admins';

/** What a login of Samspor's needs in an event store, and what is taken from every other: nobody but administrators can then delete or hide. */
export const rightsFor = (login: string) => ({
  /** In the metadata of `$all`. */
  all: { $acl: { $r: [admins, login] } },
  /** The last event of `$settings`, of the type `update-default-acl`. */
  settings: {
    $userStreamAcl: { $r: [admins, login], $w: [login], $d: admins, $mr: [admins, login], $mw: admins },
    $systemStreamAcl: { $r: admins, $w: admins, $d: admins, $mr: admins, $mw: admins },
  },
});

/** What the metadata of one stream says where a login beside Samspor's is to read it and no other: whom, is put in by whoever may set its metadata. */
export const listOfStream = (login: string) => {
  const named = [...new Set([admins, login])];
  return { $acl: { $r: named, $mw: named } };
};

export interface GivenRights {
  readonly login: 'made' | 'standing';
}

/** Other rights stand in the event store; to set ours would lock out whoever has them. */
export class OtherRights extends Error {
  override name = 'OtherRights';
}

/**
 * Sets `rightsFor` with an administrator's address, and makes the login where there is none; one that exists keeps its password. Fails with
 * `OtherRights`, and changes nothing, where `$settings` holds other rights and they are not to be replaced.
 */
export async function giveRights(
  administrator: string,
  { username, password }: { readonly username: string; readonly password: string },
  { replace = false } = {},
): Promise<GivenRights> {
  const connection = new Connection(administrator);
  try {
    const { all, settings } = rightsFor(username);
    const standing = await lastIn(connection, '$settings');
    const isSet = JSON.stringify(standing) === JSON.stringify(settings);
    if (standing !== undefined && !isSet && !replace) {
      throw new OtherRights(
        'The stream $settings of this event store holds other rights already, which other applications may need. ' +
          'Compare them with what "samspor eventstore rights" prints; --replace puts ours in their place.',
      );
    }
    const isMade = await makeLogin(connection, username, password);
    await addReaderOfAll(connection, all.$acl.$r);
    if (!isSet) await appendAs(connection, '$settings', 'update-default-acl', settings);
    return { login: isMade ? 'made' : 'standing' };
  } catch (error) {
    if (error instanceof OtherRights) throw error;
    throw await connection.failure(error, { what: 'set rights', right: 'administer the event store' });
  } finally {
    await connection.close();
  }
}

/** Rights of all streams are every login's: to make one for a single stream would be to give it those of all. */
export class EveryLoginMay extends Error {
  override name = 'EveryLoginMay';
}

export interface StreamReader {
  readonly stream: string;
  /** The login that is to read it. */
  readonly reader: { readonly username: string; readonly password: string };
  /** Samspor's login, which says when that one may. */
  readonly owner: string;
  /** Sets `rightsFor` the owner first, where the event store says nothing of rights. */
  readonly narrow?: boolean;
}

/**
 * Makes a login with an administrator's address, or gives the one that stands a new password, and the list of rights of the stream that it is to read,
 * where there is none. Fails with `EveryLoginMay`, and changes nothing, where that login could do something with other streams as well.
 */
export async function giveStreamReader(
  administrator: string,
  { stream, reader, owner, narrow = false }: StreamReader,
): Promise<GivenRights> {
  const connection = new Connection(administrator);
  try {
    const { settings } = rightsFor(owner);
    const standing = await lastIn(connection, '$settings');
    const mayNarrow = narrow && standing === undefined;
    if (!mayNarrow && everyLoginMay(standing)) {
      throw new EveryLoginMay(
        'Every login may read, write or delete streams of this event store. Set the rights that "samspor eventstore rights" prints first; where no rights are set yet, --narrow sets them here.',
      );
    }
    if (mayNarrow) await appendAs(connection, '$settings', 'update-default-acl', settings);
    await setList(connection, stream, owner);
    const isMade = await makeLogin(connection, reader.username, reader.password);
    if (!isMade) await resetPassword(connection, reader.username, reader.password);
    return { login: isMade ? 'made' : 'standing' };
  } catch (error) {
    if (error instanceof EveryLoginMay) throw error;
    throw await connection.failure(error, {
      what: 'make a login that reads one stream',
      right: 'administer the event store',
    });
  } finally {
    await connection.close();
  }
}

function everyLoginMay(settings: unknown): boolean {
  const { $userStreamAcl: usual = {} } = (settings ?? {}) as {
    readonly $userStreamAcl?: Readonly<Record<string, unknown>>;
  };
  return ['$r', '$w', '$d', '$mr', '$mw'].some((right) => [usual[right] ?? '$all'].flat().includes('$all'));
}

/** Who stands in a list already goes on reading. */
async function setList(connection: Connection, stream: string, owner: string): Promise<void> {
  const standing = ((await lastIn(connection, `$$${stream}`)) ?? {}) as {
    readonly $acl?: Readonly<Record<string, unknown>>;
  };
  const list = listOfStream(owner).$acl;
  const named = (right: '$r' | '$mw') => [
    ...new Set([...[standing.$acl?.[right] ?? []].flat().filter((one) => one !== '$all'), ...list[right]]),
  ];
  const $acl = { ...standing.$acl, $r: named('$r'), $mw: named('$mw') };
  await appendAs(connection, `$$${stream}`, '$metadata', { ...standing, $acl });
}

/** What a login may do too little, and what too much: sentences for an operator. */
export interface RightsCheck {
  readonly lacks: readonly string[];
  readonly exceeds: readonly string[];
}

/** Tries what the login of an address may do, on a stream that does not exist and at a revision that it cannot have: nothing is written. */
export async function checkRights(connectionString: string): Promise<RightsCheck> {
  const connection = new Connection(connectionString);
  const { client } = connection;
  const stream = `rights-samspor.${randomUUID()}`;
  const never = { expectedRevision: 0n };
  const event = jsonEvent({ type: 'RightsTried', data: {} });
  const isAllowed = async (trying: Promise<unknown>) => {
    try {
      await trying;
      return true;
    } catch (error) {
      if (error instanceof StreamNotFoundError || error instanceof WrongExpectedVersionError) return true;
      if (error instanceof AccessDeniedError && Number(error.code) !== 16) return false;
      throw await connection.failure(error, { what: 'try its rights', right: 'read streams' });
    }
  };
  try {
    const needed: readonly (readonly [string, Promise<unknown>])[] = [
      ['read $all ($r in the metadata of $all)', ended(client.readAll({ maxCount: 1 }))],
      ['read streams ($r)', ended(client.readStream(stream, { maxCount: 1 }))],
      ['append to streams ($w)', client.appendToStream(stream, event, never)],
    ];
    const dangerous: readonly (readonly [string, Promise<unknown>])[] = [
      ['delete streams ($d)', client.deleteStream(stream, never)],
      [
        'hide events by the metadata of streams ($mw)',
        client.appendToStream(`$$${stream}`, metadataEvent(), never),
      ],
    ];
    const tried = (rights: typeof needed, wanted: boolean) =>
      Promise.all(
        rights.map(async ([right, trying]) => ((await isAllowed(trying)) === wanted ? [] : [right])),
      );
    const [lacks, exceeds] = await Promise.all([tried(needed, true), tried(dangerous, false)]);
    return { lacks: lacks.flat(), exceeds: exceeds.flat() };
  } finally {
    await connection.close();
  }
}

const metadataEvent = () => jsonEvent({ type: '$metadata', data: {} });

async function lastIn({ client }: Connection, stream: string): Promise<unknown> {
  try {
    const read = client.readStream(stream, { direction: BACKWARDS, fromRevision: END, maxCount: 1 });
    let last: unknown;
    for await (const { event } of read) last = event?.data;
    return last;
  } catch (error) {
    if (error instanceof StreamNotFoundError) return undefined;
    throw error;
  }
}

/** Whoever reads `$all` already goes on reading it. */
async function addReaderOfAll(connection: Connection, readers: readonly string[]): Promise<void> {
  const stream = '$$$all';
  const standing = ((await lastIn(connection, stream)) ?? {}) as {
    readonly $acl?: { readonly $r?: unknown };
  };
  const named = [standing.$acl?.$r ?? []].flat();
  const $r = [...new Set([...named, ...readers])];
  if ($r.length === named.length) return;
  await appendAs(connection, stream, '$metadata', { ...standing, $acl: { ...standing.$acl, $r } });
}

const appendAs = ({ client }: Connection, stream: string, type: string, data: object) =>
  client.appendToStream(stream, jsonEvent({ type, data: { ...data } }));

const notFound = 5;

async function makeLogin({ client }: Connection, username: string, password: string): Promise<boolean> {
  const asked = new messages.DetailsReq();
  const about = new messages.DetailsReq.Options();
  about.setLoginName(username);
  asked.setOptions(about);
  const options = new messages.CreateReq.Options();
  options.setLoginName(username);
  options.setPassword(password);
  options.setFullName(username);
  const creating = new messages.CreateReq();
  creating.setOptions(options);
  return client['execute'](grpc.UsersClient, 'make a login', async (users) => {
    try {
      await ended(users.details(asked, ...client['callArguments']({})));
      return false;
    } catch (error) {
      if ((error as { code?: unknown }).code !== notFound) throw error;
    }
    await new Promise<void>((resolve, reject) => {
      users.create(creating, ...client['callArguments']({}), (error) => (error ? reject(error) : resolve()));
    });
    return true;
  });
}

async function resetPassword({ client }: Connection, username: string, password: string): Promise<void> {
  const options = new messages.ResetPasswordReq.Options();
  options.setLoginName(username);
  options.setNewPassword(password);
  const resetting = new messages.ResetPasswordReq();
  resetting.setOptions(options);
  await client['execute'](
    grpc.UsersClient,
    'give a login a new password',
    (users) =>
      new Promise<void>((resolve, reject) => {
        users.resetPassword(resetting, ...client['callArguments']({}), (error) =>
          error ? reject(error) : resolve(),
        );
      }),
  );
}

async function ended(items: AsyncIterable<unknown>): Promise<void> {
  for await (const _ of items);
}
