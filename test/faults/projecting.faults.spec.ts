import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type Append, connectEventStore } from '#event-sourcing/eventstoredb/index';
import { createPool, type Pool } from '#postgres';
import { eventually } from '../support/wait.js';
import { EngineGround } from './engine-ground.js';
import { prefixes } from './read-model-rows.js';
import { SmallDisk } from './small-disk.js';
import { toldHistory } from './told-history.js';
import { rounds } from '../support/rounds.js';

const away = rounds(60_000);

let ground: EngineGround;
let left: Append[];
let superuser: Pool;

beforeAll(async () => {
  ground = await EngineGround.open();
  left = await toldHistory(3_000, 11);
  await ground.append(left.splice(0, 1_500));
}, 300_000);
afterAll(() => ground?.close(), 60_000);
beforeEach(() => {
  superuser = superuserOf();
  ground.lines.length = 0;
});
afterEach(async () => {
  await superuser.end().catch(() => undefined);
  await ground.killAll();
}, 60_000);

const superuserOf = () =>
  createPool({ connectionString: ground.postgres.url('samspor'), applicationName: 'samspor test', max: 1 });

/** The projector stands at the end of the log again, with the rows of a fresh rebuild. */
async function expectRecovery(): Promise<void> {
  const followed = await ground.followedRows();
  expect(followed).toEqual(await ground.rebuiltRows());
}

describe('while the projector follows', () => {
  it('PostgreSQL may be stopped and started: it says so once it cannot go on, and goes on by itself', async () => {
    const projector = await ground.begin('follow');
    await ground.append(left.splice(0, 300));
    await caughtUp();
    await superuser.end();
    const start = await ground.stopPostgres();
    await ground.append(left.splice(0, 300));
    await eventually(
      () => expect(ground.lines.join('')).toMatch(/is tried again|starts again|is made again/),
      {
        timeoutMs: 60_000,
      },
    );
    await start();
    superuser = superuserOf();
    await caughtUp();
    await ground.kill(projector);
    await expectRecovery();
  }, 300_000);

  it(`the event store may be gone for ${away / 1000} s: it says so, and goes on by itself`, async () => {
    const projector = await ground.begin('follow');
    await ground.append(left.splice(0, 300));
    await caughtUp();
    const start = await ground.stopEventStore();
    await delay(away);
    await eventually(
      () => expect(ground.lines.join('')).toMatch(/Reading the log failed and is tried again/),
      {
        timeoutMs: 60_000,
      },
    );
    await start();
    await ground.append(left.splice(0, 300));
    await caughtUp();
    await ground.kill(projector);
    await expectRecovery();
  }, 400_000);
});

describe('while rows are copied', () => {
  it('a connection that is cut fails the read model that it was for, and the next rebuild makes it', async () => {
    const standing = await ground.followedRows();
    // A small history is copied in a moment: until one of them is met.
    let failure: string | undefined;
    while (failure === undefined) {
      const rebuilding = failureOf(ground.rebuiltRows());
      await cutCopying(rebuilding);
      failure = await rebuilding;
    }
    expect(failure).toMatch(/terminat/i);
    expect(await ground.followedRows()).toEqual(standing);
    await expectRecovery();
  }, 300_000);

  it('a full disk fails the rebuild with its cause, leaves what is read, and the next one has room', async () => {
    const standing = await ground.followedRows();
    const disk = await SmallDisk.open(superuser);
    try {
      const failure = await failureOf(ground.rebuiltRows());
      expect(failure).toMatch(/No space left on device|could not extend file|could not write/);
      expect(await ground.rows()).toEqual(standing);
      expect(await ground.underWay()).toBe(0);
    } finally {
      await disk.close();
    }
    await expectRecovery();
  }, 300_000);
});

/** What it failed with; undefined when it did not. */
const failureOf = (work: Promise<unknown>): Promise<string | undefined> =>
  work.then(
    () => undefined,
    (error: Error) => error.message,
  );

/** Ends a connection that copies rows of cases, if one is met doing so before the rebuild has ended. */
async function cutCopying(rebuilding: Promise<unknown>): Promise<void> {
  let hasEnded = false;
  void rebuilding.then(() => (hasEnded = true));
  while (!hasEnded) {
    const { rowCount } = await superuser.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where query like 'copy samspor.case_overview%' and state = 'active'`,
    );
    if (rowCount !== 0) return;
  }
}

/** The projector has taken in all that the log holds. */
const caughtUp = () =>
  eventually(async () => expect(await newestProjected()).toBe(await newestInLog()), { timeoutMs: 90_000 });

/** Of the builds that are read; a first one that is still being filled stands nowhere. */
async function newestProjected(): Promise<string> {
  const { rows } = await superuser.query<{ position: string | null }>(
    `select min(coalesce(c.last_position, -1))::text as position
     from samspor.projection p
     left join samspor.checkpoint c on c.name = p.name and c.version = p.version and c.build = p.live_build`,
  );
  return rows[0]?.position ?? '';
}

async function newestInLog(): Promise<string> {
  const store = connectEventStore(ground.node.connectionString);
  let last = '';
  for await (const { position } of store.readAll({ streamPrefixes: prefixes })) {
    last = String(position);
  }
  await store.close();
  return last;
}
