import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jsonEvent } from '@eventstore/db-client';
import { startEmbeddedEventStore, type EmbeddedEventStore } from '#embedded-eventstore';
import { AccessRefused, type EventStore, StoreUnavailable } from '#event-sourcing';
import {
  checkRights,
  connectEventStore,
  Connection,
  giveRights,
  rightsFor,
} from '#event-sourcing/eventstoredb/index';
import { EventStoreLogins } from '../support/event-store-logins.js';
import { newEvent, ownStream } from './event-store-contract.js';

let folder: string;
let node: EmbeddedEventStore;
let logins: EventStoreLogins;
const stores: EventStore[] = [];

const at = (login: string) => node.connectionString.replace(/\/\/[^@]+@/, `//${login}:hemmelig@`);
const plainAt = (login: string) => node.plainConnectionString.replace(/\/\/[^@]+@/, `//${login}:hemmelig@`);
function storeAt(address: string): EventStore {
  const store = connectEventStore(address, { deadlineMs: 5_000 });
  stores.push(store);
  return store;
}

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'own-rights-'));
  const accounts = [
    { login: 'admin', password: 'hemmelig', groups: ['$admins'] },
    { login: 'samspor', password: 'hemmelig', groups: [] },
  ];
  writeFileSync(join(folder, 'accounts.json'), JSON.stringify({ accounts }), { mode: 0o600 });
  node = await startEmbeddedEventStore({ dataDir: folder });
  logins = new EventStoreLogins(at('admin'));
});
afterEach(async () => {
  for (const store of stores.splice(0)) await store.close();
  await logins.close();
  await node.close();
  rmSync(folder, { recursive: true });
});

/** Whether there is something to read in the log. */
async function read(store: EventStore): Promise<boolean> {
  for await (const _ of store.readAll({})) return true;
  return false;
}
const end = () => storeAt(at('admin')).end();

describe('the rights of a login', () => {
  it('B23 are tried without writing anything: by default it can delete and hide, and not read $all', async () => {
    const before = await end();
    expect(await checkRights(at('samspor'))).toEqual({
      lacks: [expect.stringContaining('read $all')],
      exceeds: [expect.stringContaining('delete streams'), expect.stringContaining('hide events')],
    });
    expect(await checkRights(at('admin'))).toMatchObject({ lacks: [] });
    expect(await end()).toBe(before);
  });

  it('B23 are set by an administrator, once: what is needed and no more, to a login that is made', async () => {
    const own = { username: 'new', password: 'hemmelig' };
    expect(await giveRights(at('admin'), own)).toEqual({ login: 'made' });
    expect(await checkRights(at('new'))).toEqual({ lacks: [], exceeds: [] });
    const set = await end();
    expect(await giveRights(at('admin'), { ...own, password: 'another' })).toEqual({ login: 'standing' });
    expect(await end()).toBe(set);

    const store = storeAt(at('new'));
    const { stream } = ownStream();
    await store.append(stream, 'no_stream', [newEvent()]);
    expect(await store.read(stream)).toHaveLength(1);
    expect(await read(store)).toBe(true);
    const other = storeAt(at('samspor'));
    await expect(other.read(stream)).rejects.toThrow(AccessRefused);
    await expect(other.append(stream, 0n, [newEvent()])).rejects.toThrow(AccessRefused);
  });

  it('B23 of others are not taken away unasked', async () => {
    const connection = new Connection(at('admin'));
    const { client } = connection;
    const theirs = {
      $userStreamAcl: { $r: '$all', $w: 'theirs', $d: '$admins', $mr: '$all', $mw: '$admins' },
    };
    await client.appendToStream('$settings', jsonEvent({ type: 'update-default-acl', data: theirs }));
    const $acl = { $r: ['$admins', 'theirs'] };
    await client.appendToStream('$$$all', jsonEvent({ type: '$metadata', data: { own: 1, $acl } }));
    const before = await end();
    const own = { username: 'samspor', password: 'hemmelig' };
    await expect(giveRights(at('admin'), own)).rejects.toThrow(/holds other rights already.*--replace/);
    expect(await end()).toBe(before);

    await giveRights(at('admin'), own, { replace: true });
    const lastOf = async (stream: string) => {
      let last: unknown;
      const events = client.readStream(stream, { direction: 'backwards', fromRevision: 'end', maxCount: 1 });
      for await (const { event } of events) last = event?.data;
      return last;
    };
    expect(await lastOf('$$$all')).toEqual({ own: 1, $acl: { $r: ['$admins', 'theirs', 'samspor'] } });
    expect(await lastOf('$settings')).toEqual(rightsFor('samspor').settings);
    expect(await checkRights(at('samspor'))).toEqual({ lacks: [], exceeds: [] });
    await connection.close();
  });

  it('B23 are given by an administrator alone', async () => {
    const own = { username: 'another', password: 'hemmelig' };
    await expect(giveRights(at('samspor'), own)).rejects.toThrow(
      /does not let the login "samspor" set rights: it lacks the right to administer/,
    );
  });
});

describe.each([
  ['over TLS', at],
  ['without TLS', plainAt],
])('a login that is refused, %s', (_, addressOf) => {
  const { stream } = ownStream();

  it('B21 is named, with the right that it lacks, and goes on by itself when that is given', async () => {
    const store = storeAt(addressOf('samspor'));
    await store.append(stream, 'no_stream', [newEvent()]);
    for (const ask of [() => read(store), () => store.end()]) {
      const fault = await ask().catch((error: unknown) => error);
      expect(fault).toBeInstanceOf(AccessRefused);
      expect(fault).toBeInstanceOf(StoreUnavailable);
      expect((fault as Error).message).toMatch(
        /^The event store does not let the login "samspor" (read|follow) .*: it lacks the right to read \$all\. Give it the rights that "samspor eventstore rights" prints\.$/,
      );
    }
    await giveRights(at('admin'), { username: 'samspor', password: 'hemmelig' });
    expect(await read(store)).toBe(true);
  });

  it('B21 is named when its password is wrong or it is disabled, and goes on when it is right again', async () => {
    await giveRights(at('admin'), { username: 'samspor', password: 'hemmelig' });
    const store = storeAt(addressOf('samspor'));
    await store.append(stream, 'no_stream', [newEvent()]);
    const refused =
      /^The event store does not let the login "samspor" .*: the password in the address is wrong, or the login is unknown or disabled\./;
    const changes = [
      [() => logins.disable('samspor'), () => logins.enable('samspor')],
      [() => logins.resetPassword('samspor', 'another'), () => logins.resetPassword('samspor', 'hemmelig')],
    ] as const;
    for (const [change, back] of changes) {
      await change();
      await expect(read(store)).rejects.toThrow(refused);
      await expect(store.read(stream)).rejects.toThrow(refused);
      await expect(store.append(stream, 0n, [newEvent()])).rejects.toThrow(refused);
      await back();
      expect(await read(store)).toBe(true);
      expect(await store.read(stream)).toHaveLength(1);
    }
    await store.append(stream, 0n, [newEvent({}, { id: randomUUID() })]);
  });

  it('B21 is asked for where the address names none', async () => {
    const store = storeAt(addressOf('x').replace(/\/\/[^@]+@/, '//'));
    const refused = /asks for a login to .*its address names none: write login:password@ before the server/;
    await expect(read(store)).rejects.toThrow(refused);
    await expect(store.read(stream)).rejects.toThrow(refused);
    await expect(store.append(stream, 'no_stream', [newEvent()])).rejects.toThrow(refused);
  });
});
