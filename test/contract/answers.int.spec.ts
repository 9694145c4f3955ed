// @long
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EventStoreDBClient } from '@eventstore/db-client';
import { startEmbeddedEventStore, type EmbeddedEventStore } from '#embedded-eventstore';
import { startKillableNode } from './killable-node.js';
import { deadlyForClients, expectedAnswer, oddAnswers } from './odd-answers.js';
import { comparable, play, restarts } from './player.js';
import { Names, scenarios, type Scenario } from './scenario.js';
import { answerOf, otherAnswers, serverAt, type Server } from './servers.js';

const realServer = process.env['CONTRACT_EVENTSTORE_URL'];
const all = scenarios();
const shared = all.filter((scenario) => !restarts(scenario));
const restarting = all.filter(restarts);
const run = Date.now().toString(36);

describe(`the answers of EventStoreDB 23.10, on ${realServer ? 'a real server' : 'the embedded node'}`, () => {
  let node: EmbeddedEventStore | undefined;
  let client: EventStoreDBClient;
  let server: Server;

  beforeAll(async () => {
    node = realServer ? undefined : await startEmbeddedEventStore({ temporary: true, insecure: true });
    const address = node?.connectionString ?? realServer ?? '';
    client = EventStoreDBClient.connectionString(address);
    server = await serverAt(client, address);
    // The client opens its shared call with the first append; before that it does not keep the order of a race.
    await client.appendToStream(`${run}-first`, []);
  });

  afterAll(async () => {
    await client.dispose();
    await node?.close();
  });

  const playable = realServer ? shared.filter(({ name }) => !deadlyForClients.includes(name)) : shared;
  it.each(playable.map((scenario, place) => ({ scenario, place, name: scenario.name })))(
    'are given: $name',
    async ({ scenario, place }) => {
      const stage = { client, names: new Names(`x${run}${place}.`, scenario.name) };
      for (const [step, { op, answer }] of answersOf(scenario)) {
        const given = await play(stage, step, () =>
          Promise.reject(new Error('This scenario needs a node of its own.')),
        );
        const expected = answerOf(server, scenario.name, scenario.steps.indexOf(step), answer);
        if (op !== 'wait' && expected) {
          expect({ op, answer: comparable(given) }).toEqual({ op, answer: comparable(expected.answer) });
        }
      }
    },
  );

  it('B24 are asked of a server that says which it is', () => {
    if (!realServer) expect(server).toEqual({ version: '23.10.6', isSecure: false });
    expect(server.version).toMatch(/^\d+\.\d+\.\d+/);
  });

  if (!realServer) {
    it.each(restarting.map((scenario) => ({ scenario, name: scenario.name })))(
      'are given across restarts: $name',
      async ({ scenario }) => {
        await playOnNodeOfItsOwn(scenario);
      },
    );
  }

  it('are 163 scenarios with 581 answers', () => {
    expect(all).toHaveLength(163);
    expect(all.flatMap(({ steps }) => steps).filter((step) => 'answer' in step)).toHaveLength(581);
  });

  it('B24 are otherwise on a server with logins, and on KurrentDB, where that was seen', () => {
    const recorded = all.flatMap(({ name, steps }) =>
      steps.map((step, place) => ({ name, place, answer: 'answer' in step ? step.answer : undefined })),
    );
    const otherOn = (on: Server) =>
      recorded
        .filter(({ name, place, answer }) => answerOf(on, name, place, answer)?.answer !== answer)
        .map(({ name }) => name);
    expect(otherOn({ version: '23.10.6', isSecure: false })).toEqual([]);
    expect(otherOn({ version: '23.10.6', isSecure: true })).toEqual(['append to $all']);
    expect(otherOn({ version: '26.1.0', isSecure: false })).toHaveLength(otherAnswers.length - 1);
    expect(otherOn({ version: '26.1.0', isSecure: true }).toSorted()).toEqual(
      otherAnswers.map(({ scenario }) => scenario).toSorted(),
    );
  });

  it('differ only where the real server is odd', () => {
    for (const { scenario, step } of oddAnswers) {
      expect(all.find(({ name }) => name === scenario)?.steps[step]).toBeDefined();
    }
  });
});

/** The steps with the answers to expect. */
function answersOf(scenario: Scenario): [Scenario['steps'][number], { op: string; answer: unknown }][] {
  return scenario.steps.map((step, place) => {
    const recorded = 'answer' in step ? step.answer : undefined;
    return [
      step,
      { op: step.op, answer: realServer ? recorded : expectedAnswer(scenario.name, place, recorded) },
    ];
  });
}

async function playOnNodeOfItsOwn(scenario: Scenario): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'contract-'));
  let node = await startKillableNode(folder);
  const names = new Names('x.', scenario.name);
  let client = EventStoreDBClient.connectionString(node.connectionString);
  const restart = async (kill: boolean): Promise<void> => {
    await client.dispose();
    await node.stop(kill ? 'SIGKILL' : 'SIGTERM');
    node = await startKillableNode(folder);
    client = EventStoreDBClient.connectionString(node.connectionString);
  };
  try {
    for (const [step, { op, answer }] of answersOf(scenario)) {
      const given = await play({ client, names }, step, restart);
      if (op !== 'wait' && op !== 'restart') {
        expect({ op, answer: comparable(given) }).toEqual({ op, answer: comparable(answer) });
      }
    }
  } finally {
    await client.dispose();
    await node.stop('SIGTERM');
    rmSync(folder, { recursive: true, force: true });
  }
}
