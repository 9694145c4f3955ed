import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { StoredEvent } from '#event-sourcing';
import { done } from '../api/procedure.js';
import type { Answer } from '../support/api-client.js';
import { postgresOn, newFolder, type Program, startProgram } from '../support/program.js';
import { eventually } from '../support/wait.js';
import { burstOn, prepareStage, send, type Sent, type Stage } from './burst.js';
import { eventsIn, expectRowsOfAFreshBuild } from './read-model-rows.js';
import { generator, shuffled } from './seeded.js';
import { rounds as roundsOf, seed as firstSeed } from '../support/rounds.js';

const rounds = roundsOf(20);

let program: Program;
const dataDir = newFolder();

beforeAll(async () => {
  program = await startProgram({ dataDir });
});
afterAll(() => program?.kill());

const caseworker = () => program.client('CASEWORKER', '1576', 'burst');
const isDone = (answer: Answer | undefined): answer is Answer & { readonly status: 200 | 201 } =>
  answer?.status === 200 || answer?.status === 201;
const eventIdsOf = ({ body }: Answer): string[] =>
  (body.events as { eventId: string }[]).map(({ eventId }) => eventId);

/** Sends everything at once and kills the program when the `deathAt`th answer has come; answers by command. */
async function sendAndKill(
  burst: readonly Sent[],
  deathAt: number,
  withPostgres: boolean,
): Promise<Map<Sent, Answer | undefined>> {
  const worker = await caseworker();
  const answers = new Map<Sent, Answer | undefined>();
  let death: Promise<unknown> | undefined;
  await Promise.all(
    burst.map(async (sent) => {
      answers.set(sent, await send(worker, sent));
      if (answers.size < deathAt || death !== undefined) return;
      const postgres = postgresOn(dataDir);
      death = program.kill('SIGKILL');
      if (withPostgres && postgres !== undefined) process.kill(postgres.pid, 'SIGKILL');
    }),
  );
  await death;
  return answers;
}

/**
 * Repeats what was recorded or not answered, under the same keys: what was recorded is answered as before. What had nothing to change left
 * nothing to be known by, and may have something to change by now.
 */
async function repeat(answers: ReadonlyMap<Sent, Answer | undefined>): Promise<Map<Sent, Answer>> {
  const worker = await caseworker();
  const final = new Map<Sent, Answer>();
  await Promise.all(
    [...answers].map(async ([sent, before]) => {
      if (before !== undefined && (!isDone(before) || eventIdsOf(before).length === 0)) return;
      // Whoever meets too many others is told to ask again.
      const answer = await eventually(async () => {
        const found = await send(worker, sent);
        if (found === undefined) throw new Error(`No answer to a repeat of ${sent.path}`);
        return found;
      });
      expect([200, 201, 409]).toContain(answer.status);
      if (before !== undefined) expect(told(answer)).toEqual(told(before));
      final.set(sent, answer);
    }),
  );
  return final;
}

/** Warnings of likely doubles, and the other cases of a person, are of the moment. */
const told = ({ status, body }: Answer) => ({
  status,
  body: { ...body, warnings: undefined, openCases: undefined },
});

/** In every stream the events stand one after another, and no event stands twice. */
function expectWhole(events: readonly StoredEvent[]): void {
  const next = new Map<string, bigint>();
  for (const { stream, revision } of events) {
    expect([stream, revision]).toEqual([stream, next.get(stream) ?? 0n]);
    next.set(stream, revision + 1n);
  }
  expect(new Set(events.map(({ id }) => id)).size).toBe(events.length);
}

/** What people recorded since, by command. */
function recordedBy(events: readonly StoredEvent[], after: bigint): Map<string, string[]> {
  const byCommand = new Map<string, string[]>();
  for (const { id, position, metadata } of events) {
    const { $causationId: commandId, actor } = metadata as {
      readonly $causationId?: string;
      readonly actor?: { readonly role: string };
    };
    if (position <= after || commandId === undefined || actor?.role !== 'CASEWORKER') continue;
    byCommand.set(commandId, [...(byCommand.get(commandId) ?? []), id]);
  }
  return byCommand;
}

/** The case's history names each event of the case and its person once, and the overview each case once. */
async function expectReadBack({ caseId, subjectId }: Stage): Promise<void> {
  const worker = await caseworker();
  const events = await eventsIn(dataDir);
  const own = [`case-1576.${caseId}`, `coordination-1576.${subjectId}`, `subject-1576.${subjectId}`];
  const { entries, next } = done(await worker.get(`/v1/cases/${caseId}/audit-trail`));
  expect(next).toBeUndefined();
  // It is told by day, and recorded in another order.
  expect((entries as { eventId: string }[]).map(({ eventId }) => eventId).toSorted()).toEqual(
    events
      .filter(({ stream }) => own.includes(stream))
      .map(({ id }) => id)
      .toSorted(),
  );
  const gaps = (entries as { type: string }[]).filter(({ type }) => type === 'CoordinatorGapDetected');
  expect(gaps).toHaveLength(1);

  const streams = new Set(events.map(({ stream }) => stream).filter((stream) => stream.startsWith('case-')));
  const listed: string[] = [];
  let after: string | undefined;
  do {
    const page = done(await worker.get(`/v1/cases?limit=200${after === undefined ? '' : `&after=${after}`}`));
    listed.push(...(page.cases as { caseId: string }[]).map((one) => `case-1576.${one.caseId}`));
    after = page.next;
  } while (after !== undefined);
  expect(listed.toSorted()).toEqual([...streams].toSorted());
}

async function playRound(round: number, random: () => number): Promise<void> {
  const stage = await prepareStage(await caseworker());
  const start = (await eventsIn(dataDir)).at(-1)?.position ?? 0n;
  const burst = shuffled(burstOn(stage, round), random);
  expect(burst).toHaveLength(200);
  const deathAt = 1 + Math.floor(random() * 190);
  const answers = await sendAndKill(burst, deathAt, round % 2 === 1);

  program = await startProgram({ dataDir });
  const acknowledged = [...answers.values()].filter(isDone);
  expect(
    [...answers.values()].every((answer) => answer === undefined || isDone(answer) || answer.status === 409),
  ).toBe(true);
  const stored = new Set((await eventsIn(dataDir)).map(({ id }) => id));
  expect(acknowledged.flatMap(eventIdsOf).filter((id) => !stored.has(id))).toEqual([]);

  const repeated = await repeat(answers);
  const events = await eventsIn(dataDir);
  expectWhole(events);
  // Each command that was done left exactly the events that its answer names, and those that were refused left nothing.
  const told = [...repeated.values()]
    .filter(isDone)
    .map(eventIdsOf)
    .filter((ids) => ids.length > 0);
  const inOrder = (groups: readonly string[][]) => groups.map((ids) => ids.join(' ')).toSorted();
  expect(inOrder([...recordedBy(events, start).values()])).toEqual(inOrder(told));
  const persons = new Map<string, Set<string>>();
  for (const [{ identityNumber }, answer] of [...answers, ...repeated]) {
    if (identityNumber === undefined || !isDone(answer)) continue;
    persons.set(identityNumber, (persons.get(identityNumber) ?? new Set()).add(answer.body.subjectId));
  }
  expect(persons.size).toBe(10);
  expect([...persons.values()].map(({ size }) => size)).toEqual([...persons].map(() => 1));

  // The reactor may be the last to write.
  await eventually(() => expectReadBack(stage), { timeoutMs: 30_000, everyMs: 100 });
  await expectRowsOfAFreshBuild(dataDir);
}

describe('the program, killed during two hundred commands', () => {
  it(
    `keeps what it acknowledged, once, and completes the rest when asked again, in ${rounds} rounds`,
    async () => {
      for (let round = 0; round < rounds; round += 1) {
        const seed = firstSeed + round;
        await playRound(round, generator(seed)).catch((error: unknown) => {
          throw new Error(`Round ${round} failed; play it again with TEST_SEED=${seed}`, { cause: error });
        });
      }
    },
    rounds * 120_000,
  );
});
