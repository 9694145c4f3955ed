import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { connect, type ClientHttp2Session } from 'node:http2';
import { createConnection } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AccessDeniedError, EventStoreDBClient, jsonEvent } from '@eventstore/db-client';
import { EventStoreLogins } from '../../../../test/support/event-store-logins.js';
import { startEmbeddedEventStore, type EmbeddedEventStore } from '../start.js';

const read = '/event_store.client.streams.Streams/Read';
const list = '/event_store.client.persistent_subscriptions.PersistentSubscriptions/List';
const features = '/event_store.client.server_features.ServerFeatures/GetSupportedMethods';
const basic = (text: string) => `Basic ${Buffer.from(text).toString('base64')}`;

let dataDir: string;
let node: EmbeddedEventStore | undefined;
const clients: EventStoreDBClient[] = [];

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'access-'));
});
afterEach(async () => {
  for (const client of clients.splice(0)) await client.dispose();
  await node?.close();
  node = undefined;
  rmSync(dataDir, { recursive: true });
});

const start = async (insecure = false) => (node = await startEmbeddedEventStore({ dataDir, insecure }));

function client(connectionString: string): EventStoreDBClient {
  const made = EventStoreDBClient.connectionString(connectionString);
  clients.push(made);
  return made;
}

const hash = `$scrypt$ln=14,r=8,p=5$${'A'.repeat(22)}$${'A'.repeat(43)}`;
const passwordOf = (url: string) => /:([^:@]+)@/.exec(url)?.[1] ?? '';
const withoutLogin = (url: string) => url.replace(/\/\/[^@]+@/, '//');
const outcome = (work: Promise<unknown>) =>
  work.then(
    () => 'allowed',
    (error: unknown) => (error instanceof AccessDeniedError ? (error.code ?? 'denied') : String(error)),
  );
const append = (by: EventStoreDBClient) =>
  by.appendToStream('case-1576.a', jsonEvent({ type: 'T', data: {} }));

async function readAll(by: EventStoreDBClient): Promise<number> {
  let events = 0;
  for await (const _ of by.readAll({ maxCount: 10 })) events += 1;
  return events;
}

/** The gRPC status of a call over a plain connection, with these headers. */
async function statusOf(port: number, path: string, headers: Record<string, string>): Promise<string> {
  const session: ClientHttp2Session = connect(`http://127.0.0.1:${port}`);
  session.on('error', () => undefined);
  try {
    return await new Promise((resolve) => {
      const call = session.request({
        ':method': 'POST',
        ':path': path,
        'content-type': 'application/grpc',
        ...headers,
      });
      const note = (received: Record<string, unknown>) => {
        const status = received['grpc-status'];
        if (typeof status === 'string') resolve(status);
      };
      call
        .on('response', note)
        .on('trailers', note)
        .on('error', () => resolve('error'))
        .resume();
      call.end(Buffer.alloc(5));
    });
  } finally {
    session.destroy();
  }
}

describe('a node', () => {
  it('A3 lets in who has its connection string, and no other account of the machine', async () => {
    const { connectionString, port } = await start();
    const owner = client(connectionString);
    expect(await outcome(append(owner))).toBe('allowed');
    expect(await readAll(owner)).toBe(1);

    for (const url of [withoutLogin(connectionString), `esdb://127.0.0.1:${port}?tls=false`]) {
      const stranger = client(url);
      // A refused batch append bears no code, as with a real server.
      expect(await outcome(append(stranger))).toBe('denied');
      expect(await outcome(readAll(stranger))).toBe(7);
      expect(await outcome(stranger.deleteStream('case-1576.a'))).toBe(7);
      expect(await outcome(stranger.setStreamMetadata('case-1576.a', { maxCount: 1 }))).toBe('denied');
    }
    const password = passwordOf(connectionString);
    for (const wrong of ['wrong', password.slice(1), `${password}x`, password.toUpperCase()]) {
      const guessing = client(connectionString.replace(password, wrong));
      expect(await outcome(append(guessing))).toBe(16);
      expect(await outcome(readAll(guessing))).toBe(16);
    }
    expect(await outcome(append(client(connectionString.replace('//samspor', '//admin'))))).toBe(16);
    expect(await readAll(owner)).toBe(1);
  });

  it('A3 asks for the same without TLS', async () => {
    const { connectionString, port } = await start();
    const login = `samspor:${passwordOf(connectionString)}`;
    const status = (authorization?: string, path = read) =>
      statusOf(port, path, authorization === undefined ? {} : { authorization });
    expect(await status(basic(login), features)).toBe('0');
    expect(await status(undefined, features)).toBe('0');
    expect(await status(undefined, list)).toBe('7');
    const wrong = [
      '',
      login,
      `Bearer ${login}`,
      basic(':'),
      basic(`${login}\n`),
      `${basic(login)}x`,
      'Basic',
    ];
    for (const one of [...wrong, 'x'.repeat(10_000)]) {
      expect([one.slice(0, 40), await status(one)]).toEqual([one.slice(0, 40), '16']);
    }
  });

  it('keeps its account in a file for its owner alone, over a restart', async () => {
    const { connectionString } = await start();
    const files = ['accounts.json', 'node.key', 'node.crt'].map((name) => join(dataDir, name));
    for (const file of files) expect([file, statSync(file).mode & 0o777]).toEqual([file, 0o600]);
    await node?.close();
    const again = await start();
    expect(passwordOf(again.connectionString)).toBe(passwordOf(connectionString));
    expect(passwordOf(connectionString)).toHaveLength(32);
    await node?.close();
    chmodSync(join(dataDir, 'accounts.json'), 0o640);
    await expect(start()).rejects.toThrow('may be read by others than its owner');
  });

  it.each([
    ['a right that it does not know', '{"accounts":[{"login":"a","password":"b","streams":["case-"]}]}'],
    ['a group that is none', '{"accounts":[{"login":"a","password":"b","groups":[7]}]}'],
    ['nobody', '{"accounts":[]}'],
    ['a hash of a password that it has to tell', `{"accounts":[{"login":"a","passwordHash":"${hash}"}]}`],
    [
      'a hash that it cannot try',
      '{"accounts":[{"login":"a","password":"b"},{"login":"c","passwordHash":"$scrypt$ln=20,r=8,p=1$c2FsdA$a2V5"}]}',
    ],
    [
      'two passwords of one account',
      `{"accounts":[{"login":"a","password":"b"},{"login":"c","password":"d","passwordHash":"${hash}"}]}`,
    ],
    ['half an account', '{"accounts":[{"login":"a"}]}'],
    ['something else', 'accounts'],
  ])('does not start where its accounts name %s', async (_, text) => {
    writeFileSync(join(dataDir, 'accounts.json'), text, { mode: 0o600 });
    await expect(start()).rejects.toThrow('does not hold accounts as this release knows them');
  });

  it('takes every account that is listed', async () => {
    const accounts = ['one', 'two'].map((login) => ({ login, password: `of-${login}` }));
    writeFileSync(join(dataDir, 'accounts.json'), JSON.stringify({ accounts }), { mode: 0o600 });
    const { connectionString } = await start();
    expect(connectionString).toMatch('//one:of-one@localhost:');
    const second = client(connectionString.replace('one:of-one', 'two:of-two'));
    expect(await outcome(append(second))).toBe('allowed');
    expect(await outcome(append(client(connectionString.replace('one:of-one', 'one:of-two'))))).toBe(16);
  });

  it('keeps no password of a login that an administrator makes, and lets it in over a restart, with each new password', async () => {
    let { connectionString } = await start();
    const by = (password: string) =>
      client(connectionString.replace(/\/\/[^@]+@/, `//tjeneste:${password}@`));
    const accounts = () => readFileSync(join(dataDir, 'accounts.json'), 'utf8');
    const administer = async (work: (logins: EventStoreLogins) => Promise<void>) => {
      const logins = new EventStoreLogins(connectionString);
      await work(logins);
      await logins.close();
    };
    await administer((logins) => logins.create('tjeneste', 'hemmelig-en'));
    // Several calls at once, none of which has come before.
    const first = by('hemmelig-en');
    expect(await Promise.all([1, 2, 3].map(() => outcome(append(first))))).toEqual(
      Array<string>(3).fill('allowed'),
    );
    for (const wrong of ['hemmelig', 'hemmelig-en2', 'Hemmelig-en']) {
      expect(await outcome(readAll(by(wrong)))).toBe(16);
    }
    expect(accounts()).not.toContain('hemmelig');
    const before = accounts();

    await administer((logins) => logins.resetPassword('tjeneste', 'hemmelig-to'));
    expect(accounts()).not.toBe(before);
    expect(await outcome(append(by('hemmelig-en')))).toBe(16);
    expect(await outcome(append(by('hemmelig-to')))).toBe('allowed');
    await administer((logins) => logins.disable('tjeneste'));
    expect(await outcome(append(by('hemmelig-to')))).toBe(16);
    await administer((logins) => logins.enable('tjeneste'));

    await node?.close();
    ({ connectionString } = await start());
    expect(await outcome(append(by('hemmelig-to')))).toBe('allowed');
    expect(await outcome(readAll(by('hemmelig-to')))).toBe(7);
    expect(await outcome(append(by('hemmelig-en')))).toBe(16);
    expect(accounts()).not.toContain('hemmelig');
  });

  it('goes on telling its own password when that is exchanged', async () => {
    const { connectionString } = await start();
    const logins = new EventStoreLogins(connectionString);
    await logins.resetPassword('samspor', 'hemmelig-tre');
    await logins.close();
    await node?.close();
    const again = await start();
    expect(passwordOf(again.connectionString)).toBe('hemmelig-tre');
    expect(await outcome(append(client(again.connectionString)))).toBe('allowed');
  });

  it('lets everybody in when it is told to, and makes no files for it', async () => {
    const { connectionString, plainConnectionString, port } = await start(true);
    expect([connectionString, plainConnectionString]).toEqual(
      Array<string>(2).fill(`esdb://127.0.0.1:${port}?tls=false`),
    );
    expect(await outcome(append(client(connectionString)))).toBe('allowed');
    expect(existsSync(join(dataDir, 'accounts.json'))).toBe(false);
  });

  it('gives nobody away who says nothing, or breaks off', async () => {
    const { port, connectionString } = await start();
    for (const bytes of ['', '\x16', '\x16\x03\x01', 'GET / HTTP/1.1\r\n\r\n', 'PRI * HTTP/2.0\r\n']) {
      await new Promise<void>((resolve) => {
        const socket = createConnection({ port, host: '127.0.0.1' }, () => {
          socket.write(bytes, 'latin1', () => {
            socket.resetAndDestroy();
            resolve();
          });
        });
        socket.on('error', () => resolve());
      });
    }
    expect(await outcome(append(client(connectionString)))).toBe('allowed');
    expect(readFileSync(join(dataDir, 'node.crt'), 'utf8')).toMatch(/^-----BEGIN CERTIFICATE-----\n/);
  });
});
