import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  EventStoreDBClient,
  jsonEvent,
  persistentSubscriptionToAllSettingsFromDefaults,
  persistentSubscriptionToStreamSettingsFromDefaults,
  streamNameFilter,
} from '@eventstore/db-client';
import { startEmbeddedEventStore, type EmbeddedEventStore } from '#embedded-eventstore';

type Outcome = string | { readonly type: string; readonly code?: number; readonly message?: string };
type Cells = Readonly<Record<string, Outcome>>;

const recorded = JSON.parse(
  readFileSync(new URL('./data/eventstoredb-23.10/rights.json', import.meta.url), 'utf8'),
) as Readonly<Record<string, Readonly<Record<string, Cells>>>>;

/** The logins of the recording, all with this password but for one that shows another. */
const password = 'changed';
const accounts = [
  { login: 'admin', password, groups: ['$admins'] },
  { login: 'ops', password, groups: ['$ops'] },
  { login: 'samspor', password, groups: [] },
  { login: 'other', password, groups: [] },
  { login: 'disabled', password, groups: [], disabled: true },
];
const shown: Readonly<Record<string, string>> = {
  anonymous: '',
  'wrong password': 'samspor:wrong@',
  'unknown login': `nobody:${password}@`,
  'disabled login': `disabled:${password}@`,
  ...Object.fromEntries(
    ['other', 'samspor', 'ops', 'admin'].map((login) => [login, `${login}:${password}@`]),
  ),
};
const samsporAlone = {
  $userStreamAcl: {
    $r: ['$admins', 'samspor'],
    $w: ['samspor'],
    $d: '$admins',
    $mr: ['$admins', 'samspor'],
    $mw: '$admins',
  },
  $systemStreamAcl: { $r: '$admins', $w: '$admins', $d: '$admins', $mr: '$admins', $mw: '$admins' },
};
const readers = ['$admins', 'samspor', 'other'];
const ofTheStream: Readonly<Record<string, object>> = {
  'a stream whose own metadata names readers alone': { $r: readers },
  'a stream whose own metadata names all five rights': { ...samsporAlone.$userStreamAcl, $r: readers },
};

let folder: string;
let node: EmbeddedEventStore;
let clients: Map<string, EventStoreDBClient>;
let made = 0;

/** Makes the node of a setting, with whoever calls it. */
async function begin(setting: string): Promise<void> {
  folder = mkdtempSync(join(tmpdir(), 'rights-'));
  writeFileSync(join(folder, 'accounts.json'), JSON.stringify({ accounts }), { mode: 0o600 });
  node = await startEmbeddedEventStore({ dataDir: folder });
  const at = (login: string) =>
    EventStoreDBClient.connectionString(node.connectionString.replace(/\/\/[^@]+@/, `//${login}`));
  clients = new Map(Object.entries(shown).map(([who, login]) => [who, at(login)]));
  if (setting === 'default rights') return;
  await admin().appendToStream('$$$all', metadata({ $r: ['$admins', 'samspor'] }));
  await admin().appendToStream('$settings', jsonEvent({ type: 'update-default-acl', data: samsporAlone }));
}

async function end(): Promise<void> {
  // To dispose of a client would be to wait for subscriptions that were refused, for ever.
  for (const client of clients.values()) (await client['getChannel']()).close();
  await node.close();
  rmSync(folder, { recursive: true });
}

const by = (who: string) => clients.get(who) ?? admin();
const admin = () => clients.get('admin') as EventStoreDBClient;
const event = () => jsonEvent({ type: 'T', data: {} });
const metadata = ($acl: object) => jsonEvent({ type: '$metadata', data: { $acl } });

async function stream(setting: string): Promise<string> {
  made += 1;
  const name = `case-1576-${made}`;
  await admin().appendToStream(name, event());
  const $acl = ofTheStream[setting];
  if ($acl) await admin().appendToStream(`$$${name}`, metadata($acl));
  return name;
}

async function first(items: AsyncIterable<unknown>): Promise<void> {
  for await (const _ of items) return;
}

/** Resolves when a subscription is confirmed. */
async function confirmed(subscription: {
  on(event: 'confirmation' | 'error', listener: (error: Error) => void): unknown;
  unsubscribe(): Promise<void>;
}): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    subscription.on('confirmation', () => resolve());
    subscription.on('error', reject);
  });
  await subscription.unsubscribe();
}

type Ask = (who: string, setting: string) => Promise<unknown>;
const asks: Readonly<Record<string, Ask>> = {
  'append to a stream (batch append)': async (who, setting) =>
    by(who).appendToStream(await stream(setting), event()),
  'append with credentials of the call (single append)': async (who, setting) => {
    const [, username = '', secret = ''] = /^(.*):(.*)@$/.exec(shown[who] ?? '') ?? [];
    const credentials = { username, password: secret };
    return by('anonymous').appendToStream(await stream(setting), event(), { credentials });
  },
  'read a stream': async (who, setting) => first(by(who).readStream(await stream(setting))),
  'read a stream that does not exist': (who) => first(by(who).readStream('case-1576-28-none')),
  'subscribe to a stream': async (who, setting) =>
    confirmed(by(who).subscribeToStream(await stream(setting))),
  'read $all': (who) => first(by(who).readAll({ maxCount: 1 })),
  'read $all by prefix': (who) => first(by(who).readAll({ maxCount: 1, filter: caseStreams } as never)),
  'subscribe to $all by prefix': (who) => confirmed(by(who).subscribeToAll({ filter: caseStreams })),
  'read metadata': async (who, setting) => by(who).getStreamMetadata(await stream(setting)),
  'set metadata': async (who, setting) => by(who).setStreamMetadata(await stream(setting), { maxCount: 7 }),
  delete: async (who, setting) => by(who).deleteStream(await stream(setting)),
  tombstone: async (who, setting) => by(who).tombstoneStream(await stream(setting)),
  // The last event there counts: it says what the one before did.
  'append to $settings': (who, setting) => {
    const data = setting === 'default rights' ? {} : samsporAlone;
    return by(who).appendToStream('$settings', jsonEvent({ type: 'update-default-acl', data }));
  },
  'create a group on a stream': async (who, setting) =>
    by(who).createPersistentSubscriptionToStream(
      await stream(setting),
      'g',
      persistentSubscriptionToStreamSettingsFromDefaults(),
    ),
  'create a group on $all': (who) =>
    by(who).createPersistentSubscriptionToAll(`g-${who}`, persistentSubscriptionToAllSettingsFromDefaults()),
  'list groups': async (who, setting) => {
    await group(setting);
    return by(who).listAllPersistentSubscriptions();
  },
  'list projections': (who) => by(who).listProjections(),
  'connect to a group on the stream': async (who, setting) =>
    confirmed(by(who).subscribeToPersistentSubscriptionToStream(await group(setting), 'g')),
  'connect to a group on $all': async (who) => {
    made += 1;
    const name = `connected-${made}`;
    await admin().createPersistentSubscriptionToAll(name, persistentSubscriptionToAllSettingsFromDefaults());
    return confirmed(by(who).subscribeToPersistentSubscriptionToAll(name));
  },
};
const caseStreams = streamNameFilter({ prefixes: ['case-'] });

async function group(setting: string): Promise<string> {
  const name = await stream(setting);
  await admin().createPersistentSubscriptionToStream(
    name,
    'g',
    persistentSubscriptionToStreamSettingsFromDefaults(),
  );
  return name;
}

const outcomeOf = (asked: Promise<unknown>): Promise<Outcome> =>
  asked.then(
    () => 'allowed',
    ({ type, code, message }: { type: string; code?: number; message: string }) => ({
      type,
      ...(code !== undefined && { code, message }),
    }),
  );

/** What is missing, or offered by nobody, each server says in its own words. */
function comparable(outcome: Outcome): Outcome {
  if (typeof outcome === 'string') return outcome;
  const { type, code, message } = outcome;
  return { type, ...(code !== undefined && { code }), ...((code === 7 || code === 16) && { message }) };
}

describe.each(Object.keys(recorded))(
  'B23 the rights of EventStoreDB 23.10, on the embedded node: %s',
  (setting) => {
    beforeAll(() => begin(setting));
    afterAll(end);

    it.each(Object.keys(recorded[setting] ?? {}))('are the same: %s', async (asked) => {
      const cells = recorded[setting]?.[asked] ?? {};
      const given: Record<string, Outcome> = {};
      for (const [who, outcome] of Object.entries(cells)) {
        const isTried = typeof outcome === 'string' || outcome.type !== 'not-tried';
        const ask = asks[asked];
        if (ask === undefined) throw new Error(`Nobody knows how to ${asked}.`);
        given[who] = isTried ? comparable(await outcomeOf(ask(who, setting))) : outcome;
      }
      expect(given).toEqual(
        Object.fromEntries(Object.entries(cells).map(([who, one]) => [who, comparable(one)])),
      );
    });
  },
);

it('B23 the recorded rights are 416 answers', () => {
  const cells = Object.values(recorded).flatMap((setting) => Object.values(setting));
  expect(cells.flatMap((one) => Object.keys(one))).toHaveLength(416);
});
