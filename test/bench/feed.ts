import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { ownCommand } from '#apps/api/src/commands/own-command';
import { withParts } from '#apps/cli/src/with-parts';
import { grantedTypes } from '#public-events';
import { issueSecret, recordStep } from '#subscription/application/index';
import { Subscriber } from '../support/subscriber.js';
import { type Done, perSecond, readAll, timed } from './embedded-node/reads.js';
import { type Ground, openGround, wanted } from './history/ground.js';
import { ended, firstLine, inBenchFolder, plainPage, type Server, type Stops } from './servers.js';
import type { BenchTable } from './table.js';

const rounds = 3;
const limit = 1_000;
const target = 20_000;
/** The municipality that the history is of. */
const tenant = '1576';
/** Events that the client reads. */
const some = Math.min(wanted, 200_000);

/** A subscriber that has everything to catch up with, by pages, beside pages of one SELECT from the same server, and the client's plain read. */
export function run(): Promise<BenchTable> {
  return inBenchFolder(async (folder, stops) => {
    const ground = await openGround();
    stops.push(() => ground.stop());
    const subscriber = await subscribed(ground, await feedOn(ground, stops));
    const [one] = (await subscriber.page({ limit: 1 })).events;
    if (one === undefined) throw new Error('There is nothing to tell');
    const plain = await plainPage(join(folder, 'plain'), one, stops);
    const ways: readonly (readonly [string, () => Promise<Done>])[] = [
      ['caught up over pages', () => timed(() => caughtUp(subscriber))],
      ['pages of one SELECT', () => timed(() => pagesOf(plain))],
      ['read by the client', () => readAll(ground.node.connectionString, some)],
    ];
    const turns = new Map<string, number[]>(ways.map(([what]) => [what, []]));
    for (let round = 0; round < rounds; round += 1) {
      for (const [what, way] of ways) turns.get(what)?.push(perSecond(await way()));
    }
    const middle = (what: string) => (turns.get(what) ?? []).toSorted((a, b) => a - b)[rounds >> 1] ?? 0;
    const fed = middle('caught up over pages');
    return {
      title: 'One subscriber catches up with everything there is, events a second',
      columns: ['what', 'events/s', 'ratio', 'target'],
      rows: ways.map(([what], at) => [
        what,
        Math.round(middle(what)),
        at === 0 ? '' : (fed / middle(what)).toFixed(2),
        at === 0 ? `≥ ${target}` : '',
      ]),
      notes: [
        ground.told,
        `The middle of ${rounds} turns, ${limit} events a page, one page at a time. Ratio: of what the subscriber gets to it.`,
      ],
    };
  });
}

/** The feed as a process of its own; its address. */
async function feedOn({ env }: Ground, stops: Stops): Promise<string> {
  const child = spawn(process.execPath, ['dist/apps/feed/src/main.js'], {
    env: { ...env, FEED_PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  stops.push(() => ended(child, () => child.kill('SIGTERM')));
  return (await firstLine(child, /listens on/)).split(' ').at(-1) ?? '';
}

async function subscribed({ env, databaseUrl }: Ground, url: string): Promise<Subscriber> {
  const attached = {
    databaseUrl,
    eventStoreUrl: env['EVENTSTORE_URL'] ?? '',
    vaultDatabaseUrl: env['VAULT_DATABASE_URL'] ?? '',
    keyFile: env['KEY_FILE'] ?? '',
    documentsDir: env['DATA_DIR'] ?? '',
  };
  const { clientId, clientSecret } = await withParts(attached, async ({ runner, vault: { subscribers } }) => {
    const by = () => ownCommand('OPERATOR', tenant, randomUUID());
    const terms = {
      name: 'Datavarehuset',
      types: grantedTypes.map(({ code }) => code),
      plans: true,
      purpose: 'Måling',
      legalBasis: 'CONSENT',
      validFrom: '2020-01-01',
      begins: 'ORIGIN',
    } as const;
    const { events } = await recordStep(runner, 'SubscriptionGranted', terms, by());
    const subscriptionId = String(events[0]?.data['subscriptionId']);
    return issueSecret({ runner, subscribers }, { subscriptionId, overlapHours: 1 }, by());
  });
  return Subscriber.login(url, clientId, clientSecret);
}

async function caughtUp(subscriber: Subscriber): Promise<number> {
  let count = 0;
  let { events, next } = await subscriber.page({ limit });
  while (events.length > 0) {
    count += events.length;
    ({ events, next } = await subscriber.page({ limit, after: next }));
  }
  return count;
}

async function pagesOf({ url, token }: Server): Promise<number> {
  let count = 0;
  for (;;) {
    const answer = await fetch(`${url}/v1/lines?after=${count}&limit=${limit}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    const { lines } = (await answer.json()) as { readonly lines: readonly unknown[] };
    if (lines.length === 0) return count;
    count += lines.length;
  }
}
