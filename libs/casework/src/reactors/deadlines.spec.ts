import { calendarEvents } from '#calendar';
import {
  codecOf,
  CommandRunner,
  derivedId,
  type IntentOf,
  type Recorded,
  StaleRevision,
} from '#event-sourcing';
import { MemoryEventStore } from '#event-sourcing/testing/memory-event-store';
import { plainSealing } from '#event-sourcing/testing/plain-sealing';
import { municipalityEvents } from '#municipality';
import { subjectEvents } from '#subject';
import { caseDecider } from '../domain/decide.js';
import { caseId, intent } from '../domain/example-case.testing.js';
import type { CaseIntent } from '../domain/intents.js';
import { caseEvents, caseStream } from '../index.js';
import { deadlines } from './deadlines.js';

const tenant = '1576';
const stream = caseStream(tenant, caseId);
const clockOn = (day: string) => ({ at: () => `${day}T05:00:00.000Z`, today: () => day });

const began = (day: string) =>
  ({
    id: derivedId('day', tenant, day),
    type: 'DayBegan',
    stream: `calendar-${tenant}.days`,
    data: { municipality: tenant, day },
    metadata: { municipality: tenant, $correlationId: day },
  }) as unknown as Recorded;

const contextOf = (key: string, today = '2026-02-10') => ({
  commandId: derivedId('said', key),
  correlationId: key,
  municipality: tenant,
  actor: { partyId: 'party-1', role: 'CASEWORKER' } as const,
  at: `${today}T09:00:00.000Z`,
  today,
});

/** A case that somebody records steps of, and the reactor that follows them. */
function opened() {
  const store = new MemoryEventStore();
  const codec = codecOf([caseEvents, municipalityEvents, subjectEvents, calendarEvents]);
  const runner = new CommandRunner(store, codec, plainSealing);
  const asked: string[] = [];
  const reactor = deadlines({
    casesDue: (_, day) => {
      asked.push(day);
      return Promise.resolve([caseId]);
    },
    log: () => undefined,
  });
  const history = async () => (await runner.look(caseDecider, stream)).history;
  return {
    runner,
    asked,
    history,
    say: async (key: string, wish: IntentOf<CaseIntent>, today = '2026-02-10') => {
      const { events } = await runner.run(caseDecider, stream, wish, contextOf(key, today));
      for (const event of events) await reactor.react(event, runner, clockOn(today));
    },
    begin: async (today: string, ...days: readonly string[]) => {
      for (const day of days) await reactor.react(began(day), runner, clockOn(today));
    },
    noted: async () =>
      (await history())
        .filter(({ type }) => type.startsWith('Deadline') || type === 'RecordedInErrorMarked')
        .map(({ type, data, metadata }) => [type, data['dueOn'], metadata.occurredOn, metadata.actor.role]),
  };
}

const set = (dueOn: string, on: string) => ['DeadlineSet', dueOn, on, 'SYSTEM'];
const missed = ['DeadlineMissed', '2026-03-03', '2026-03-04', 'SYSTEM'];
const week = [
  '2026-03-02',
  '2026-03-03',
  '2026-03-04',
  '2026-03-05',
  '2026-03-06',
  '2026-03-07',
  '2026-03-08',
  '2026-03-09',
];

describe('the deadlines of a case', () => {
  it('are noted beside what they follow from, and what is said after them is still fresh', async () => {
    const { say, noted, history, runner } = opened();
    await say('receive', intent.receive());
    expect(await noted()).toEqual([set('2026-03-03', '2026-02-10')]);
    const [application] = await history();
    const context = contextOf('fresh');
    const assigned = { ...context, ifMatch: application?.revision ?? -1n };
    await runner.run(caseDecider, stream, intent.assign(), assigned);
    const late = { ...assigned, commandId: derivedId('said', 'stale') };
    await expect(runner.run(caseDecider, stream, intent.withdraw(), late)).rejects.toThrow(StaleRevision);
  });

  it('pass once, on their day, also when a week was played at once and each day comes twice', async () => {
    const { say, begin, noted } = opened();
    await say('receive', intent.receive());
    await begin('2026-03-09', ...week, ...week);
    expect(await noted()).toEqual([set('2026-03-03', '2026-02-10'), missed]);
  });

  it('are set when a day begins in a case that has none yet', async () => {
    const { runner, begin, noted } = opened();
    const context = contextOf('unseen');
    await runner.run(caseDecider, stream, intent.receive(), context);
    await begin('2026-03-09', '2026-03-09');
    expect(await noted()).toEqual([set('2026-03-03', '2026-03-09'), missed]);
  });

  it('are set anew when the day of receipt is corrected, with the reason (inv. 10)', async () => {
    const { say, noted, history } = opened();
    await say('receive', intent.receive());
    const [application] = await history();
    await say('correct', intent.correct(application?.id ?? '', { receivedOn: '2026-02-10' }));
    expect(await noted()).toEqual([set('2026-03-03', '2026-02-10'), set('2026-03-10', '2026-02-10')]);
    expect((await history()).at(-1)?.data).toMatchObject({
      reasonCode: 'RECEIVED_CORRECTED',
      replaces: `${caseId}.1`,
      deadlineId: `${caseId}.2`,
    });
  });
});
