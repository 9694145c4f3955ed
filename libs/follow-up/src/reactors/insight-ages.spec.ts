import { coordinationEvents, coordinationStream } from '#coordination';
import { codecOf, CommandRunner, derivedId, type Events, type FactOf, type Recorded } from '#event-sourcing';
import { MemoryEventStore } from '#event-sourcing/testing/memory-event-store';
import { plainSealing, plainText } from '#event-sourcing/testing/plain-sealing';
import { subjectEvents, subjectStream } from '#subject';
import { followUpDecider } from '../domain/decide.js';
import { followUpEvents } from '../domain/events.js';
import { followUpStream } from '../questions.js';
import { insightAges } from './insight-ages.js';

const tenant = '1576';
const subjectId = 'subject-1';
const clock = { at: () => '2026-03-10T05:00:00.000Z', today: () => '2026-03-10' };
const week = ['03', '04', '05', '06', '07', '08', '09'].map((day) => `2026-03-${day}`);

/** A child with a plan, in a log in memory. */
async function child(
  born: { readonly birthDate?: string; readonly birthYear: number },
  startedOn = '2026-02-01',
) {
  const store = new MemoryEventStore();
  const codec = codecOf([coordinationEvents, subjectEvents, followUpEvents]);
  const runner = new CommandRunner(store, codec, plainSealing);
  const record = async <E extends Events>(_: E, stream: string, { type, data }: FactOf<E>) => {
    const last = await store.last(stream);
    const metadata = {
      $correlationId: 'lived',
      $causationId: `${type}-lived`,
      municipality: tenant,
      actor: { partyId: 'party-1', role: 'CASEWORKER' },
      occurredOn: startedOn,
      recordedAt: '2026-02-01T08:00:00.000Z',
    };
    const draft = { id: derivedId('lived', type), type, data: data as Recorded['data'], metadata };
    await store.append(
      stream,
      last?.revision ?? 'no_stream',
      await codec.encode(stream, [draft], plainSealing),
    );
  };
  await record(subjectEvents, subjectStream(tenant, subjectId), {
    type: 'SubjectRegistered',
    data: { subjectId, givenName: 'Testine', familyName: 'Prøvesen', protectedAddress: false, ...born },
  });
  const planned = { subjectId, planId: `${subjectId}.1` };
  const ofPlan = coordinationStream(tenant, subjectId);
  await record(coordinationEvents, ofPlan, {
    type: 'PlanStarted',
    data: { ...planned, startedOn, withSubject: true },
  } as FactOf<typeof coordinationEvents>);
  const close = () =>
    record(coordinationEvents, ofPlan, {
      type: 'PlanClosed',
      data: { ...planned, closedOn: '2026-03-01', reasonCode: 'OTHER' },
    } as FactOf<typeof coordinationEvents>);
  const keys = {
    open: (sealed: Parameters<Parameters<typeof insightAges>[0]['keys']['open']>[0]) =>
      Promise.resolve(sealed.map((one) => ({ status: 'open' as const, text: plainText(one) }))),
  };
  const reactor = insightAges({ keys, turningBy: () => Promise.resolve([subjectId]) });
  const begin = async (...days: readonly string[]) => {
    for (const day of days) {
      const began = {
        id: derivedId('day', tenant, day),
        type: 'DayBegan',
        stream: `calendar-${tenant}.days`,
        data: { municipality: tenant, day },
        metadata: { municipality: tenant, $correlationId: day },
      };
      await reactor.react(began as unknown as Recorded, runner, clock);
    }
  };
  const noticed = async () => {
    const { history } = await runner.look(followUpDecider, followUpStream(tenant, subjectId));
    return history.map(({ data, metadata }) => [data['age'], data['dueOn'], metadata.actor.role]);
  };
  return { begin, close, noticed };
}

describe('An age at which parents see otherwise of a child’s plan', () => {
  it.each([
    ['12', 2014, 'FROM_12'],
    ['16', 2010, 'FROM_16'],
    ['18', 2008, 'ADULT'],
  ])('is noticed on the day on which the child is %s (pbrl § 3-4)', async (_, birthYear, age) => {
    const { begin, noticed } = await child({ birthDate: `${birthYear}-03-05`, birthYear });
    await begin('2026-03-03', '2026-03-04');
    expect(await noticed()).toEqual([]);
    await begin('2026-03-05');
    expect(await noticed()).toEqual([[age, '2026-03-05', 'SYSTEM']]);
  });

  it('is noticed on that day, once, also when a week was played at once and each day comes twice', async () => {
    const { begin, noticed } = await child({ birthDate: '2014-03-05', birthYear: 2014 });
    await begin(...week, ...week, '2026-03-10');
    expect(await noticed()).toEqual([['FROM_12', '2026-03-05', 'SYSTEM']]);
  });

  it('is nothing to whoever was that old when the plan began, or has none that runs', async () => {
    const older = await child({ birthDate: '2014-03-05', birthYear: 2014 }, '2026-03-06');
    await older.begin(...week);
    expect(await older.noticed()).toEqual([]);
    const ended = await child({ birthDate: '2014-03-05', birthYear: 2014 });
    await ended.close();
    await ended.begin(...week);
    expect(await ended.noticed()).toEqual([]);
  });

  it('is past where the day began long ago, as in a history that is gone through for the first time', async () => {
    const { begin, noticed } = await child({ birthDate: '2011-03-05', birthYear: 2011 }, '2022-01-01');
    await begin('2023-03-04', '2023-03-05', '2023-03-06');
    expect(await noticed()).toEqual([]);
  });

  it('waits for the last day of a year that alone is known', async () => {
    const { begin, noticed } = await child({ birthYear: 2014 });
    await begin(...week);
    expect(await noticed()).toEqual([]);
  });
});
