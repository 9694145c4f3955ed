import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  EventStoreDBClient,
  jsonEvent,
  persistentSubscriptionToStreamSettingsFromDefaults,
} from '@eventstore/db-client';
import { type Answer, ApiClient } from '../support/api-client.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { EventStoreLogins } from '../support/event-store-logins.js';
import { Subscriber } from '../support/subscriber.js';
import { subscribersCli } from '../support/subscribers-cli.js';
import { eventually } from '../support/wait.js';
import { done, Procedure } from './procedure.js';

let app: TestApp;
let admin: ApiClient;
let steps: Procedure;
let client: EventStoreDBClient;
let logins: EventStoreLogins;
const readers: EventStoreDBClient[] = [];
const own = { username: 'samspor-own', password: 'hemmelig' };

beforeAll(async () => {
  app = await startTestApp({ tenants: ['1576', '3403'], eventStoreLogin: own });
  admin = await ApiClient.as(app.url, 'ADMIN');
  steps = new Procedure(await ApiClient.as(app.url, 'CASEWORKER'));
  client = EventStoreDBClient.connectionString(app.eventStoreUrl);
  logins = new EventStoreLogins(app.eventStoreUrl);
});
afterAll(async () => {
  for (const one of [...readers, client]) await one?.dispose();
  await logins?.close();
  await app?.stop();
});

const allTypes = async () =>
  Object.keys(done(await admin.get('/v1/labels')).labels.publicEventType as object);
async function subscription(more: object = {}): Promise<string> {
  const terms = {
    types: await allTypes(),
    plans: true,
    purpose: 'Prøve',
    legalBasis: 'CONSENT',
    begins: 'ORIGIN',
  };
  return done(await admin.post('/v1/subscriptions', { name: 'Datavarehuset', ...terms, ...more }))
    .subscriptionId as string;
}
const open = async (subscriptionId: string) =>
  done(await admin.post(`/v1/subscriptions/${subscriptionId}/streams`, {})).streamId as string;

interface Shown {
  readonly streamId: string;
  readonly stream: string;
  readonly [field: string]: unknown;
}
async function standing(streamId: string): Promise<Shown> {
  const { streams } = done(await admin.get('/v1/streams')) as { readonly streams: readonly Shown[] };
  const found = streams.find((one) => one.streamId === streamId);
  if (found === undefined) throw new Error(`There is no stream ${streamId}`);
  return found;
}

interface Written {
  readonly id: string;
  readonly subject: string;
  readonly [field: string]: unknown;
}
/** What stands in a stream, as the official client reads it. */
async function written(stream: string, by = client): Promise<readonly Written[]> {
  const all: Written[] = [];
  try {
    for await (const { event } of by.readStream(stream)) all.push(event?.data as unknown as Written);
  } catch (error) {
    if ((error as { type?: string }).type !== 'stream-not-found') throw error;
  }
  return all;
}
/** What operations.md has an administrator of the event store set for a stream. */
function asDocumented(): Record<string, unknown> {
  const page = readFileSync(join(import.meta.dirname, '../../docs/operations.md'), 'utf8');
  const [, text = ''] =
    /appends an event of the type `\$metadata` to `\$\$public-.*?^```json\n(.*?)^```$/ms.exec(page) ?? [];
  return JSON.parse(text.replaceAll('"samspor"', JSON.stringify(own.username))) as Record<string, unknown>;
}
const setReaders = (stream: string, data: Record<string, unknown>) =>
  client.appendToStream(`$$${stream}`, jsonEvent({ type: '$metadata', data }));
function clientOf(login: string, password: string, at = app.eventStoreUrl): EventStoreDBClient {
  const reader = EventStoreDBClient.connectionString(at.replace(/\/\/[^@]+@/, `//${login}:${password}@`));
  readers.push(reader);
  return reader;
}
/** The client of a service, with the login that an administrator of the event store makes for a stream. */
async function readerOf({ stream, streamId }: Shown): Promise<EventStoreDBClient> {
  const login = `subscriber-${streamId}`;
  await logins.create(login, 'hemmelig');
  await setReaders(stream, asDocumented());
  return clientOf(login, 'hemmelig');
}
/** What an operator is told of the login that reads a stream. */
async function account(streamId: string, ...more: readonly string[]): Promise<Record<string, string>> {
  const setting = process.env['EVENTSTORE_ADMIN_URL'];
  process.env['EVENTSTORE_ADMIN_URL'] = app.eventStoreUrl;
  try {
    const eventStoreUrl = app.eventStoreUrl.replace(/\/\/[^@]+@/, `//${own.username}:${own.password}@`);
    const told = await subscribersCli({ ...app, eventStoreUrl }, 'account', '--stream', streamId, ...more);
    return Object.fromEntries(
      [...told.matchAll(/^([A-Z]+)=(\S+)$/gm)].map(([, name, value]) => [name, value]),
    );
  } finally {
    if (setting === undefined) delete process.env['EVENTSTORE_ADMIN_URL'];
    else process.env['EVENTSTORE_ADMIN_URL'] = setting;
  }
}
/** The client of a service, with the login that `samspor subscribers account` makes. */
async function accountOf({ streamId }: Shown): Promise<EventStoreDBClient> {
  const { LOGIN = '', PASSWORD = '' } = await account(streamId);
  return clientOf(LOGIN, PASSWORD);
}
const refused = { type: 'access-denied' };
const isLetIn = (reader: EventStoreDBClient, stream: string) =>
  eventually(async () => expect(await written(stream, reader)).toEqual(await written(stream)));
const isShutOut = (reader: EventStoreDBClient, stream: string) =>
  eventually(() => expect(written(stream, reader)).rejects.toMatchObject(refused));

async function subscriberOf(subscriptionId: string): Promise<Subscriber> {
  const { clientId, clientSecret } = done(
    await admin.post(`/v1/subscriptions/${subscriptionId}/secrets`, {}),
  );
  return Subscriber.login(app.url, clientId as string, clientSecret as string);
}

type End = (subscriptionId: string, streamId: string) => Promise<Answer>;
const ends: readonly (readonly [string, End])[] = [
  ['it is closed', (_: string, streamId: string) => admin.post(`/v1/streams/${streamId}/closing`, {})],
  [
    'the subscription is revoked',
    (subscriptionId: string) => admin.post(`/v1/subscriptions/${subscriptionId}/revocation`, {}),
  ],
  [
    'the subscription is changed: another version of it stands in another stream',
    async (subscriptionId: string) =>
      admin.post(`/v1/subscriptions/${subscriptionId}/changes`, {
        types: ['CASE_CLOSED_V1'],
        plans: false,
        purpose: 'Prøve',
        legalBasis: 'CONSENT',
      }),
  ],
];

describe('a stream of the event store', () => {
  it('holds the same events as the pages have, once each, and goes on where it was when a pause is over', async () => {
    await steps.granted();
    const subscriptionId = await subscription();
    const subscriber = await subscriberOf(subscriptionId);
    const { stream, streamId } = await standing(await open(subscriptionId));
    expect(stream).toBe(`public-1576.${streamId}`);
    const isAsInPages = async () => expect(await written(stream)).toEqual(await subscriber.all());
    await eventually(isAsInPages);

    done(await admin.post(`/v1/subscriptions/${subscriptionId}/pause`, {}));
    const { caseId } = await steps.granted();
    const before = await written(stream);
    expect(before.some(({ subject }) => subject === caseId)).toBe(false);
    done(await admin.post(`/v1/subscriptions/${subscriptionId}/resumption`, {}));
    await eventually(async () =>
      expect((await written(stream)).some(({ subject }) => subject === caseId)).toBe(true),
    );
    await eventually(isAsInPages);
    const all = await written(stream);
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    expect(await standing(streamId)).toMatchObject({
      written: all.length,
      lastRecordedAt: all.at(-1)?.['time'],
      closedOn: null,
    });
  });

  it('gives with each event a cursor that the feed goes on from', async () => {
    const subscriptionId = await subscription();
    const { stream } = await standing(await open(subscriptionId));
    const subscriber = await subscriberOf(subscriptionId);
    await eventually(async () => expect(await written(stream)).toEqual(await subscriber.all()));
    const all = await written(stream);
    const cursors: unknown[] = [];
    for await (const { event } of client.readStream(stream)) {
      cursors.push((event?.metadata as { readonly cursor?: string } | undefined)?.cursor);
    }
    const at = cursors.findIndex((cursor, index) => index > 0 && typeof cursor === 'string');
    expect(await subscriber.all({ after: String(cursors[at]) })).toEqual(all.slice(at + 1));
  });

  it('shows no more than the subscription, and nothing of another municipality', async () => {
    const types = ['CASE_CLOSED_V1'];
    const { stream } = await standing(await open(await subscription({ types, plans: false })));
    const others = await standing(await open(await subscription()));
    await steps.granted();
    await eventually(async () => expect((await written(others.stream)).length).toBeGreaterThan(3));
    expect(await written(stream)).toEqual([]);
    expect((await written(others.stream)).every((one) => one['source'] === 'urn:samspor:1576')).toBe(true);
    const elsewhere = await ApiClient.as(app.url, 'ADMIN', '3403');
    expect(done(await elsewhere.get('/v1/streams')).streams).toEqual([]);
  });

  it.each(ends)('gets nothing more once %s', async (_, end) => {
    const subscriptionId = await subscription();
    const { stream, streamId } = await standing(await open(subscriptionId));
    const subscriber = await subscriberOf(subscriptionId);
    await eventually(async () => expect(await written(stream)).toEqual(await subscriber.all()));
    const other = await standing(await open(await subscription()));
    done(await end(subscriptionId, streamId));
    const before = await written(stream);
    const { caseId } = await steps.granted();
    await eventually(async () =>
      expect((await written(other.stream)).some(({ subject }) => subject === caseId)).toBe(true),
    );
    expect(await written(stream)).toEqual(before);
    expect(await standing(streamId)).toMatchObject({ closedOn: expect.stringMatching(/^\d{4}-/) });
  });

  it('is opened and closed by an administrator alone', async () => {
    const subscriptionId = await subscription();
    const streamId = await open(subscriptionId);
    for (const role of ['LEADER', 'CASEWORKER']) {
      const other = await ApiClient.as(app.url, role);
      for (const path of [`subscriptions/${subscriptionId}/streams`, `streams/${streamId}/closing`]) {
        expect(await other.post(`/v1/${path}`, {})).toMatchObject({ status: 403 });
      }
    }
    expect(await admin.post(`/v1/subscriptions/${subscriptionId}/streams`, {})).toMatchObject({
      status: 409,
    });
  });
});

describe('whoever reads a stream in the event store', () => {
  it.each(ends)(
    'is let in by the feed alone, and shut out while it is paused and once %s',
    async (_, end) => {
      await steps.granted();
      const subscriptionId = await subscription();
      const shown = await standing(await open(subscriptionId));
      const { stream, streamId } = shown;
      await eventually(async () => expect(await written(stream)).not.toEqual([]));
      const reader = await readerOf(shown);
      await isLetIn(reader, stream);
      expect(await written(stream, reader)).not.toEqual([]);

      done(await admin.post(`/v1/subscriptions/${subscriptionId}/pause`, {}));
      await isShutOut(reader, stream);
      done(await admin.post(`/v1/subscriptions/${subscriptionId}/resumption`, {}));
      await isLetIn(reader, stream);
      done(await end(subscriptionId, streamId));
      await isShutOut(reader, stream);
      expect(await written(stream)).not.toEqual([]);
    },
  );

  it('is shut out of a stream that was closed before anybody said who reads it', async () => {
    await steps.granted();
    const subscriptionId = await subscription();
    const shown = await standing(await open(subscriptionId));
    const { stream, streamId } = shown;
    await eventually(async () => expect(await written(stream)).not.toEqual([]));
    done(await admin.post(`/v1/streams/${streamId}/closing`, {}));
    const reader = await readerOf(shown);
    const login = `subscriber-${streamId}`;
    for (const readRoles of [login, ['$admins', own.username, login]]) {
      await setReaders(stream, { $acl: { ...(asDocumented()['$acl'] as object), $r: readRoles } });
      await isShutOut(reader, stream);
    }
    expect(await written(stream)).not.toEqual([]);
  });

  it('is let in and shut out again, whatever an administrator sets meanwhile, which stands but for that', async () => {
    const subscriptionId = await subscription();
    const shown = await standing(await open(subscriptionId));
    const { stream, streamId } = shown;
    const login = `subscriber-${streamId}`;
    const reader = await readerOf(shown);
    const metadata = async () => (await client.getStreamMetadata(stream)).metadata;
    await isLetIn(reader, stream);
    await setReaders(stream, { ...asDocumented(), note: 'Prøve' });
    await isLetIn(reader, stream);
    const readersNow = ['$admins', own.username];
    expect(await metadata()).toMatchObject({ note: 'Prøve', acl: { readRoles: [...readersNow, login] } });

    done(await admin.post(`/v1/subscriptions/${subscriptionId}/pause`, {}));
    await isShutOut(reader, stream);
    const $acl = { ...(asDocumented()['$acl'] as object), $r: [login, ...readersNow] };
    await setReaders(stream, { $acl });
    await isShutOut(reader, stream);
    expect(await metadata()).toMatchObject({ acl: { readRoles: readersNow } });
  });

  it('stays outside where the feed may not set the list, and the log says what to do about it', async () => {
    const shown = await standing(await open(await subscription()));
    const { stream } = shown;
    const reader = await readerOf(shown);
    await isLetIn(reader, stream);
    await setReaders(stream, { $acl: { $r: ['$admins', own.username] } });
    const reason = `The stream ${stream} waits: The event store does not let the login "${own.username}" set who reads ${stream}`;
    await eventually(() => {
      const line = app.logged.find((one) => one.startsWith(reason));
      expect(line).toMatch(/Name it in \$mw of the metadata of the stream\.$/);
    });
    await isShutOut(reader, stream);
    await setReaders(stream, asDocumented());
    await isLetIn(reader, stream);
  });

  it('shares the work among several by a persistent subscription', async () => {
    await steps.granted();
    const shown = await standing(await open(await subscription()));
    const { stream } = shown;
    await eventually(async () => expect(await written(stream)).not.toEqual([]));
    const reader = await readerOf(shown);
    await isLetIn(reader, stream);
    const settings = persistentSubscriptionToStreamSettingsFromDefaults({ startFrom: 'start' });
    await client.createPersistentSubscriptionToStream(stream, 'tjenesten', settings);
    const following = reader.subscribeToPersistentSubscriptionToStream(stream, 'tjenesten');
    const [first] = await written(stream);
    for await (const resolved of following) {
      expect(resolved.event?.data).toEqual(first);
      await following.ack(resolved);
      break;
    }
    await following.unsubscribe();
  });

  it.each([
    ['an administrator made by hand', readerOf],
    ['samspor subscribers account made', accountOf],
  ])('reads nothing else there, and writes nothing, by a login that %s', async (_, madeFor) => {
    await steps.granted();
    const shown = await standing(await open(await subscription()));
    const other = await standing(await open(await subscription()));
    const reader = await madeFor(shown);
    await madeFor(other);
    await isLetIn(reader, shown.stream);
    await eventually(async () => expect(await written(other.stream)).not.toEqual([]));

    const streams = new Set<string>();
    for await (const { event } of client.readAll()) if (event) streams.add(event.streamId);
    streams.delete(shown.stream);
    expect([...streams]).toEqual(
      expect.arrayContaining([
        other.stream,
        '$settings',
        `$$${shown.stream}`,
        expect.stringMatching(/^case-1576/),
      ]),
    );
    for (const stream of streams) {
      await expect(written(stream, reader)).rejects.toMatchObject(refused);
    }
    const all = async () => {
      for await (const _ of reader.readAll({ maxCount: 1 }));
    };
    await expect(all()).rejects.toMatchObject(refused);
    const event = jsonEvent({ type: 'Noted', data: {} });
    for (const stream of [shown.stream, other.stream, `$$${shown.stream}`]) {
      await expect(reader.appendToStream(stream, event)).rejects.toMatchObject(refused);
    }
    await expect(reader.deleteStream(shown.stream)).rejects.toMatchObject(refused);
  });
});

describe('samspor subscribers account', () => {
  it('tells the password once, and another when it is asked again, which alone holds then', async () => {
    await steps.granted();
    const shown = await standing(await open(await subscription()));
    const { stream, streamId } = shown;
    await eventually(async () => expect(await written(stream)).not.toEqual([]));
    const first = await account(streamId);
    expect(first).toEqual({
      STREAM: stream,
      LOGIN: `subscriber-${streamId}`,
      PASSWORD: expect.stringMatching(/^[\w-]{32}$/),
    });
    await isLetIn(clientOf(first['LOGIN'] ?? '', first['PASSWORD'] ?? ''), stream);

    const again = await account(streamId);
    expect(again).toEqual({ ...first, PASSWORD: expect.not.stringMatching(first['PASSWORD'] ?? '') });
    await isLetIn(clientOf(again['LOGIN'] ?? '', again['PASSWORD'] ?? ''), stream);
    const before = clientOf(first['LOGIN'] ?? '', first['PASSWORD'] ?? '');
    await expect(written(stream, before)).rejects.toMatchObject({ ...refused, code: 16 });
    const { metadata } = await client.getStreamMetadata(stream);
    expect(metadata).toMatchObject({
      acl: {
        readRoles: ['$admins', own.username, `subscriber-${streamId}`],
        metaWriteRoles: ['$admins', own.username],
      },
    });
  });

  it('makes none for a stream that is closed, or that there is none of', async () => {
    const streamId = await open(await subscription());
    done(await admin.post(`/v1/streams/${streamId}/closing`, {}));
    await expect(account(streamId)).rejects.toThrow(/^The stream was closed on \d{4}-/);
    await expect(account('unknown')).rejects.toThrow('There is no stream unknown here.');
  });

  it('makes none where every login may read everything, unless it is told to set the rights first', async () => {
    const other = await startTestApp();
    const by = EventStoreDBClient.connectionString(other.eventStoreUrl);
    readers.push(by);
    try {
      const its = await ApiClient.as(other.url, 'ADMIN');
      await new Procedure(await ApiClient.as(other.url, 'CASEWORKER')).granted();
      const terms = {
        types: await allTypes(),
        plans: true,
        purpose: 'Prøve',
        legalBasis: 'CONSENT',
        begins: 'ORIGIN',
      };
      const { subscriptionId } = done(
        await its.post('/v1/subscriptions', { name: 'Datavarehuset', ...terms }),
      );
      const { streamId } = done(
        await its.post(`/v1/subscriptions/${String(subscriptionId)}/streams`, {}),
      ) as unknown as Shown;
      const stream = `public-1576.${streamId}`;
      await eventually(async () => expect(await written(stream, by)).not.toEqual([]));
      const asked = ['account', '--stream', streamId];
      await expect(subscribersCli(other, ...asked)).rejects.toThrow(
        /^Every login may read, write or delete streams .* --narrow /,
      );
      await expect(written('$settings', by)).resolves.toEqual([]);
      await expect(written(`$$${stream}`, by)).resolves.toEqual([]);

      const told = await subscribersCli(other, ...asked, '--narrow');
      const [, password = ''] = /^PASSWORD=(\S+)$/m.exec(told) ?? [];
      const reader = clientOf(`subscriber-${streamId}`, password, other.eventStoreUrl);
      await eventually(async () => expect(await written(stream, reader)).toEqual(await written(stream, by)));
      const streams = new Set<string>();
      for await (const { event } of by.readAll()) if (event) streams.add(event.streamId);
      streams.delete(stream);
      for (const one of streams) await expect(written(one, reader)).rejects.toMatchObject(refused);
      const event = jsonEvent({ type: 'Noted', data: {} });
      await expect(reader.appendToStream(stream, event)).rejects.toMatchObject(refused);
      // Samspor itself goes on as before.
      await new Procedure(await ApiClient.as(other.url, 'CASEWORKER')).granted();
    } finally {
      await other.stop();
    }
  });
});
