import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { binaryEvent, EventStoreDBClient, jsonEvent } from '@eventstore/db-client';
import { connectEventStore } from '#event-sourcing/eventstoredb/index';
import { done, Procedure } from '../api/procedure.js';
import type { Answer } from '../support/api-client.js';
import { cli, DidNotStart, type Ended, postgresOn, type Program, startProgram } from '../support/program.js';
import { rounds, seed as firstSeed, someOf } from '../support/rounds.js';
import { eventually } from '../support/wait.js';
import { runtimeOn } from './read-model-rows.js';
import { generator } from './seeded.js';

const bootMs = 180_000;
const damaged = /files of the event store are damaged\. .*segment \S+ at offset \d+ is damaged/;

interface Case {
  readonly caseId: string;
  /** The event that tells of its application. */
  readonly eventId: string;
}

let program: Program;
let dataDir: string;
/** Whose stream is damaged, and another. */
let hit: Case;
let whole: Case;
let corrections = 0;
const acknowledged = new Set<string>();

beforeAll(async () => {
  program = await startProgram();
  ({ dataDir } = program);
  hit = await newCase();
  whole = await newCase();
  await again();
}, 2 * bootMs);
afterAll(() => program?.kill());

async function newCase(): Promise<Case> {
  const worker = await program.client('CASEWORKER');
  const { caseId, events } = done(
    await worker.post('/v1/cases', {
      opening: 'APPLICATION',
      subjectId: await new Procedure(worker).person(),
      items: ['COORDINATOR'],
      receivedOn: '2026-02-06',
      channel: 'FORM',
      signed: true,
    }),
  );
  for (const { eventId } of events) acknowledged.add(String(eventId));
  return { caseId: String(caseId), eventId: String(events[0].eventId) };
}

/** Stops the program, lets it befall the files, and starts it. */
async function again(befall: () => void = () => undefined): Promise<void> {
  await program.kill();
  befall();
  program = await startProgram({ dataDir });
}

/** The same, where it does not come up; answers with how it ended. */
async function refusedStart(befall: () => void): Promise<Ended> {
  await program.kill();
  befall();
  const outcome: unknown = await startProgram({ dataDir }).catch((error: unknown) => error);
  if (!(outcome instanceof DidNotStart)) throw new Error('It started');
  return outcome.ended;
}

const samspor = (...args: readonly string[]) => cli(args, { DATA_DIR: dataDir });
const folder = () => join(dataDir, 'eventstore');
const segments = () =>
  readdirSync(folder())
    .filter((name) => name.endsWith('.segment'))
    .toSorted()
    .map((name) => join(folder(), name));

/** Turns one bit of what the log holds last that reads like this; answers with what turns it back. */
function turnBit(text: string, random: () => number): () => void {
  const found = segments().map((path) => ({ path, start: readFileSync(path).lastIndexOf(text) }));
  const place = found.findLast(({ start }) => start >= 0);
  if (!place) throw new Error(`The log does not hold ${text}`);
  const at = place.start + Math.floor(random() * text.length);
  const bit = 1 << Math.floor(random() * 8);
  const turn = () => {
    const bytes = readFileSync(place.path);
    bytes[at] = (bytes[at] ?? 0) ^ bit;
    writeFileSync(place.path, bytes);
  };
  turn();
  return turn;
}

/** Where what is written ends, and the file. */
function endOfLog(): { path: string; bytes: Buffer; length: number } {
  const path = segments().at(-1) ?? '';
  const bytes = readFileSync(path);
  let { length } = bytes;
  while (bytes[length - 1] === 0) length -= 1;
  return { path, bytes, length };
}

/** A command on a case that is right at any time. */
async function correct({ caseId, eventId }: Case): Promise<Answer> {
  const receivedOn = `2026-01-${String(1 + (corrections += 1)).padStart(2, '0')}`;
  const answer = await (
    await program.client('CASEWORKER')
  ).post(
    `/v1/cases/${caseId}/corrections`,
    { eventId, changed: { receivedOn }, reason: 'Stempelet sa noe annet.' },
    { headers: { 'Idempotency-Key': randomUUID() } },
  );
  if (answer.status === 201) for (const { eventId: id } of answer.body.events) acknowledged.add(String(id));
  return answer;
}

const pageOf = ({ caseId }: Case) => `/v1/cases/${caseId}`;
const trailOf = (one: Case) => `${pageOf(one)}/audit-trail`;
const pagesOf = (one: Case) => [pageOf(one), trailOf(one)];
async function read(path: string): Promise<Answer> {
  return (await program.client('CASEWORKER')).get(path);
}

/** Whoever needs another stream goes on. */
async function goesOn(): Promise<void> {
  expect(await correct(whole)).toMatchObject({ status: 201 });
  for (const page of pagesOf(whole)) expect(await read(page)).toMatchObject({ status: 200 });
  const opened = await newCase();
  await eventually(async () => expect(await read(pageOf(opened))).toMatchObject({ status: 200 }));
}

async function idsIn(): Promise<ReadonlySet<string>> {
  const store = connectEventStore(runtimeOn(dataDir).eventStoreUrl);
  const ids = new Set<string>();
  for await (const events of store.scan({})) for (const { id } of events) ids.add(id);
  await store.close();
  return ids;
}

/** As after any other start. */
async function isWhole(): Promise<void> {
  const stored = await idsIn();
  expect([...acknowledged].filter((id) => !stored.has(id))).toEqual([]);
  expect(await correct(hit)).toMatchObject({ status: 201 });
  for (const page of pagesOf(hit)) expect(await read(page)).toMatchObject({ status: 200 });
  expect(await read('/health/ready')).toMatchObject({ status: 200, body: { setAside: [] } });
}

/** What befalls the log, and what each surface then says. All of them end as it was before. */
const faults: Readonly<Record<string, (random: () => number) => Promise<void>>> = {
  async 'an event of before is damaged: its stream alone is refused'(random) {
    // A start reads the last event again, which is to be another's.
    await goesOn();
    let turnBack = () => {};
    await again(() => (turnBack = turnBit(`"caseId":"${hit.caseId}"`, random)));
    expect(await correct(hit)).toMatchObject({ status: 500, body: { type: 'record-unreadable' } });
    expect(await read(trailOf(hit))).toMatchObject({ status: 500, body: { type: 'record-unreadable' } });
    // What is read of rows alone stands.
    expect(await read(pageOf(hit))).toMatchObject({ status: 200 });
    await goesOn();
    expect(readFileSync(join(dataDir, 'logs', 'requests.log'), 'utf8')).toMatch(damaged);
    for (const asked of [
      ['eventstore', 'check'],
      ['projections', 'rebuild', '--all'],
    ]) {
      expect(await samspor(...asked)).toMatchObject({ code: 1, stderr: expect.stringMatching(damaged) });
    }
    // What could not be made anew is read as it was.
    expect(await samspor('projections', 'status')).toMatchObject({ code: 0 });
    await goesOn();
    await again(turnBack);
    expect(await samspor('projections', 'rebuild', '--all')).toMatchObject({ code: 0 });
  },

  async 'an event that a start has to read is damaged: it does not start, and says where'(random) {
    expect(await correct(hit)).toMatchObject({ status: 201 });
    await untilRefused(() => turnBit(`case-1576.${hit.caseId}`, random));
  },

  async 'the end of the log is torn off after it was closed: it does not start, and says where'(random) {
    expect(await correct(hit)).toMatchObject({ status: 201 });
    await untilRefused(() => {
      const { path, bytes, length } = endOfLog();
      truncateSync(path, length - 1 - Math.floor(random() * 300));
      return () => writeFileSync(path, bytes);
    });
  },

  async 'an event cannot be read: its stream alone is set aside, also by a start and a rebuild'(random) {
    const stream = `case-1576.${hit.caseId}`;
    const log = EventStoreDBClient.connectionString(runtimeOn(dataDir).eventStoreUrl);
    const event = unreadable[Math.floor(random() * unreadable.length)]?.();
    if (event) await log.appendToStream(stream, event);
    await log.dispose();
    const isNamed = async () => {
      const named = {
        status: 200,
        body: { status: 'impaired', setAside: [expect.objectContaining({ stream })] },
      };
      await eventually(async () => expect(await read('/health/ready')).toMatchObject(named));
      expect(await correct(hit)).toMatchObject({ status: 500, body: { type: 'record-unreadable' } });
      await goesOn();
    };
    await isNamed();
    await again();
    await isNamed();
    expect(await samspor('projections', 'rebuild', '--all')).toMatchObject({ code: 0 });
    await isNamed();
    expect(await samspor('eventstore', 'check')).toMatchObject({
      code: 1,
      stdout: expect.stringContaining(stream),
    });
    const note = ['--stream', stream, '--by', 'Testine', '--reason', 'Et forsøk'];
    expect(await samspor('eventstore', 'take-note', ...note)).toMatchObject({ code: 0 });
    await eventually(async () =>
      expect(await read('/health/ready')).toMatchObject({ body: { setAside: [] } }),
    );
  },

  async 'an append was cut short by a kill: what nobody was promised is cut off, and a line says so'(random) {
    expect(await correct(hit)).toMatchObject({ status: 201 });
    await program.kill('SIGKILL');
    const { path, bytes, length } = endOfLog();
    const lastCommit = bytes.subarray(bytes.lastIndexOf('SCMT'), length);
    const part = lastCommit.subarray(0, 1 + Math.floor(random() * (lastCommit.length - 1)));
    writeFileSync(path, Buffer.concat([bytes.subarray(0, length), part]));
    program = await startProgram({ dataDir });
    expect(program.stderr()).toMatch(/was not finished when the node stopped; \d+ bytes .* are cut off/);
    await goesOn();
  },
};

/** What nobody can read, in one form or another. */
const unreadable = [
  () => binaryEvent({ type: 'ApplicationReceived', data: Buffer.from('{"caseId": ') }),
  () => jsonEvent({ type: 'ApplicationReceived', data: { caseId: 7 }, metadata: {} }),
  () => jsonEvent({ type: 'ThoughtOfLater', data: {}, metadata: { schemaVersion: 1 } }),
  () => jsonEvent({ type: 'ApplicationReceived', data: {}, metadata: { schemaVersion: 99 } }),
];

/** Does not start while it is damaged, leaves nothing running, and starts once it is as it was. */
async function untilRefused(befall: () => () => void): Promise<void> {
  let undo = () => {};
  const ended = await refusedStart(() => (undo = befall()));
  expect(ended).toMatchObject({ code: 1, stderr: expect.stringMatching(/^Samspor did not start: /m) });
  expect(ended.stderr).toMatch(damaged);
  expect(postgresOn(dataDir)).toBeUndefined();
  expect(await samspor('eventstore', 'check', '--data', folder())).toMatchObject({
    code: 1,
    stdout: expect.stringMatching(/\.segment at offset \d+: /),
  });
  undo();
  program = await startProgram({ dataDir });
}

describe.each(Array.from({ length: rounds(5) }, (_, round) => [firstSeed + round, round] as const))(
  'B8 a log of which, in round %d,',
  (seed, round) => {
    const random = generator(seed);
    // In this order: what has been noted of a stream is read by the next start.
    const some = someOf(Object.keys(faults), 2, round);
    it.each(Object.entries(faults).filter(([name]) => some.includes(name)))(
      '%s; nothing acknowledged is lost',
      async (_name, befall) => {
        await befall(random);
        await isWhole();
      },
      2 * bootMs,
    );
  },
);
