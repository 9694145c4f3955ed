import type { ChildProcess, ChildProcessWithoutNullStreams } from 'node:child_process';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Append } from '#event-sourcing/eventstoredb/index';
import { EngineGround } from './engine-ground.js';
import { generator } from './seeded.js';
import { toldHistory } from './told-history.js';
import { eventually } from '../support/wait.js';
import { rounds as roundsOf, seed } from '../support/rounds.js';

/** Of each kind. */
const rounds = roundsOf(40, 2);
/** So late may the kill come; a rebuild of what there is takes about as long. */
const latestMs = 1_500;
/** Appends of a history, before the first round and in each. */
const before = 500 + roundsOf(1_000);
const each = 40;

let ground: EngineGround;
let left: Append[];
/** Loads while the round before is looked at. */
let next: ChildProcessWithoutNullStreams;
const random = generator(seed);

beforeAll(async () => {
  ground = await EngineGround.open();
  left = await toldHistory(before + 2 * rounds * each, seed);
  await ground.append(left.splice(0, before));
  next = ground.load();
}, 600_000);
afterAll(() => ground?.close());

/** The rows of some parts are there and not those of all, unless the rebuild was faster than one can look. */
const isHalfway = (rebuilding: ChildProcess) =>
  eventually(async () => expect(rebuilding.exitCode !== null || (await ground.underWay()) > 0).toBe(true), {
    everyMs: 5,
  });

describe(`a projector that is killed, TEST_SEED=${seed}`, () => {
  it(`${rounds} times while commands come has the rows of a fresh rebuild, byte for byte`, async () => {
    for (let round = 0; round < rounds; round += 1) {
      const projector = await ground.begin('follow', next);
      const load = ground.append(left.splice(0, each));
      await delay(random() * latestMs);
      await ground.kill(projector);
      next = ground.load();
      await load;
      const followed = await ground.followedRows();
      expect(followed).toEqual(await ground.rebuiltRows());
      expect(followed['audit_trail']).not.toEqual([]);
    }
  }, 3_600_000);

  it(`${rounds} times while it rebuilds leaves what is read as it was, and the next rebuild has the rows of one that nobody disturbed`, async () => {
    let halfway = 0;
    for (let round = 0; round < rounds; round += 1) {
      const standing = await ground.followedRows();
      const rebuilding = await ground.begin('rebuild', next);
      if (round % 2 === 0) await delay(random() * latestMs);
      else await isHalfway(rebuilding);
      await ground.kill(rebuilding);
      next = ground.load();
      // Also where the kill came after the switch: nothing was appended meanwhile.
      expect(await ground.rows()).toEqual(standing);
      if ((await ground.underWay()) > 0) halfway += 1;
      await ground.append(left.splice(0, each));
      const resumed = await ground.rebuiltRows();
      expect(resumed).toEqual(await ground.rebuiltRows(10_000_000));
    }
    expect(halfway).toBeGreaterThan(0);
  }, 3_600_000);
});
