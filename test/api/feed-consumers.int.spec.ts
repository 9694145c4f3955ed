// @long
import { webhooksFromEnv } from '#apps/feed/src/webhooks/config';
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startFeedApp } from '#apps/feed/src/start-app';
import { derivedId } from '#event-sourcing';
import { ApiClient } from '../support/api-client.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { rounds, seed } from '../support/rounds.js';
import { type Received, Subscriber } from '../support/subscriber.js';
import { subscribersCli } from '../support/subscribers-cli.js';
import { eventually } from '../support/wait.js';
import { done } from './procedure.js';

const root = join(import.meta.dirname, '../..');
const eventsOfEach = 10;
const cases = rounds(2_000, 120);

let app: TestApp;
let access: Readonly<Record<string, string>>;
let all: readonly Received[];
const folders: string[] = [];

beforeAll(async () => {
  app = await startTestApp({ withProjector: false });
  const admin = await ApiClient.as(app.url, 'ADMIN');
  await record();
  const types = Object.keys(done(await admin.get('/v1/labels')).labels.publicEventType as object);
  const terms = { types, plans: true, purpose: 'Prøve', legalBasis: 'CONSENT', begins: 'ORIGIN' };
  const { subscriptionId } = done(await admin.post('/v1/subscriptions', { name: 'Arkivet', ...terms }));
  const secret = done(await admin.post(`/v1/subscriptions/${subscriptionId}/secrets`, {}));
  access = { FEED_URL: app.url, CLIENT_ID: secret.clientId, CLIENT_SECRET: secret.clientSecret, ONCE: '1' };
  const subscriber = await Subscriber.login(app.url, secret.clientId, secret.clientSecret);
  all = await subscriber.all({ limit: 1_000 });
}, 600_000);
afterAll(async () => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  await app?.stop();
});

/** Many cases at once, entry by entry, as they are recorded in real years. */
async function record(): Promise<void> {
  const { store, codec, vault } = app.parts;
  const caseIds = Array.from({ length: cases }, (_, n) => derivedId('case', n));
  for (let revision = 0; revision < eventsOfEach; revision += 1) {
    for (const [n, caseId] of caseIds.entries()) {
      const stream = `case-1576.${caseId}`;
      const about = { caseId, subjectId: derivedId('subject', n) };
      const type = revision % 2 === 0 ? 'CaseClosed' : 'CaseReopened';
      const data =
        type === 'CaseClosed'
          ? { ...about, closedOn: '2026-02-01', reasonCode: 'COMPLETED' }
          : { ...about, reopenedOn: '2026-02-01', reason: 'Likevel' };
      const draft = {
        id: derivedId('event', n, revision),
        type,
        data,
        metadata: {
          $correlationId: caseId,
          $causationId: caseId,
          municipality: '1576',
          actor: { partyId: 'party', role: 'CASEWORKER', unit: 'KE' },
          occurredOn: '2026-02-01',
          recordedAt: new Date().toISOString(),
        },
      };
      const expected = revision === 0 ? 'no_stream' : BigInt(revision - 1);
      await store.append(stream, expected, await codec.encode(stream, [draft], vault.keys, expected));
    }
  }
}

const newFolder = () => {
  const folder = mkdtempSync(join(tmpdir(), 'samspor-follow-'));
  folders.push(folder);
  return folder;
};
const typescript = ['--conditions=source', '--import', join(root, 'test/support/typescript.mjs')];
const started = (command: string, args: readonly string[], env: Readonly<Record<string, string>>) => {
  const child = spawn(command, args, { cwd: root, env: { ...process.env, ...access, ...env } });
  let told = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (told += text));
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => {
      if (code !== 0 && signal === null) reject(new Error(told));
      else resolve(code);
    });
  });
  return { child, ended };
};
const takenIn = (folder: string): Received[] =>
  readFileSync(join(folder, 'events.jsonl'), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Received);

/** Everything once, and what is of one case in order. */
function expectWhole(taken: readonly Received[]): void {
  expect(taken.length).toBe(all.length);
  expect(new Set(taken.map(({ id }) => id))).toEqual(new Set(all.map(({ id }) => id)));
  const last = new Map<string, number>();
  for (const { subject, sequence } of taken) {
    expect(Number(sequence)).toBe((last.get(subject) ?? 0) + 1);
    last.set(subject, Number(sequence));
  }
}

const python = spawnSync('python3', ['--version']).status === 0;
const programs: readonly (readonly [name: string, command: string, args: readonly string[]])[] = [
  ['follow.ts', process.execPath, [...typescript, 'docs/subscribing/follow.ts']],
  ...(python ? [['follow.py', 'python3', ['docs/subscribing/follow.py']] as const] : []),
];

describe('the programs to begin with', () => {
  it('have events to follow', () => expect(all.length).toBe(cases * eventsOfEach));

  it.each(programs)(
    '%s takes everything once, in order, and nothing twice when it is started again',
    async (_, command, args) => {
      const folder = newFolder();
      await started(command, args, { FOLDER: folder }).ended;
      expectWhole(takenIn(folder));
      rmSync(join(folder, 'cursor'));
      await started(command, args, { FOLDER: folder }).ended;
      expectWhole(takenIn(folder));
    },
  );

  it('follow.sh takes every page', async () => {
    const folder = newFolder();
    await started('bash', ['docs/subscribing/follow.sh'], { FOLDER: folder }).ended;
    const pages = readFileSync(join(folder, 'pages.jsonl'), 'utf8').split('\n').filter(Boolean);
    expectWhole(pages.flatMap((page) => JSON.parse(page) as Received[]));
  });
});

describe('a feed that runs by itself', () => {
  it('tells the same to the same logins, takes cursors of another, and stops while somebody listens', async () => {
    const feed = await startFeedApp(
      {
        eventStoreUrl: app.eventStoreUrl,
        vaultDatabaseUrl: app.database.vaultUrl,
        keyFile: app.keyFile,
        host: '127.0.0.1',
        port: 0,
        publicUrl: undefined,
        webhooks: webhooksFromEnv({}),
      },
      () => {},
    );
    try {
      expect((await fetch(`${feed.url}/health/ready`)).status).toBe(200);
      const here = await Subscriber.login(app.url, access['CLIENT_ID'] ?? '', access['CLIENT_SECRET'] ?? '');
      const there = Subscriber.with(feed.url, here.token);
      const { events, next } = await here.page({ limit: 500 });
      expect([...events, ...(await there.all({ limit: 1_000, after: next }))]).toEqual(all);
      const streamed: string[] = [];
      const listening = (async () => {
        for await (const { end, event } of there.stream({ from: 'now' }, new AbortController().signal)) {
          streamed.push(end ?? event?.id ?? '');
        }
      })();
      expect((await fetch(`${feed.url}/v1/cases`)).status).toBe(404);
      await feed.stop();
      await listening;
      expect(streamed).toEqual(['feed-closes']);
    } finally {
      await feed.stop();
    }
  });
});

describe('a subscriber that is killed', () => {
  it(`has every event once, in order for each case, after ${rounds(60, 8)} times (seed ${seed})`, async () => {
    const folder = newFolder();
    const program = [...typescript, 'docs/subscribing/follow.ts'];
    const reached: number[] = [];
    for (let round = 0; round < rounds(60, 8); round += 1) {
      const { child, ended } = started(process.execPath, program, { FOLDER: folder, LIMIT: '7' });
      const before = linesIn(folder);
      // Killed some events after it began to take any, wherever it is then.
      const wanted = before + 1 + ((seed + round * 37) % 60);
      const watching = setInterval(() => {
        if (linesIn(folder) >= wanted) child.kill('SIGKILL');
      }, 2);
      await ended.catch(() => {});
      clearInterval(watching);
      reached.push(linesIn(folder));
    }
    expect(reached[0]).toBeLessThan(all.length);
    await started(process.execPath, program, { FOLDER: folder }).ended;
    expectWhole(takenIn(folder));
  });

  /** How many lines there are, whole or not. */
  function linesIn(folder: string): number {
    const file = join(folder, 'events.jsonl');
    return existsSync(file) ? readFileSync(file, 'utf8').split('\n').length - 1 : 0;
  }
});

describe('samspor subscribers', () => {
  const cli = (...args: readonly string[]) => subscribersCli(app, ...args);

  it('lists who follows, gives a secret, pauses, resumes and revokes', async () => {
    const id = access['CLIENT_ID'] ?? '';
    expect(await cli('list')).toMatch(/^\S+ {2}granted from \d{4}-\d\d-\d\d {2}Arkivet\n$/);
    const told = await cli('secret', '--subscription', id);
    const subscriber = await Subscriber.login(app.url, id, /CLIENT_SECRET=(\S+)/.exec(told)?.[1] ?? '');
    for (const [name, standing] of [
      ['pause', 'paused'],
      ['resume', 'granted'],
      ['revoke', 'revoked'],
    ] as const) {
      await cli(name, '--subscription', id);
      expect(await cli('list')).toContain(`${id}  ${standing}`);
    }
    await eventually(async () => expect((await subscriber.get()).status).toBe(403));
  });
});
