import { codecOf, CommandRunner } from '#event-sourcing';
import { MemoryEventStore } from '#event-sourcing/testing/memory-event-store';
import { plainSealing } from '#event-sourcing/testing/plain-sealing';
import { specOf } from '#event-sourcing/testing/spec-of';
import { beginDays, calendarStream } from './begin-days.js';
import { calendarDecider, calendarEvents } from './domain/calendar.js';

const { given } = specOf(calendarDecider);
const tenant = '1576';
const began = (day: string) => ({ type: 'DayBegan' as const, data: { municipality: tenant, day } });
const begin = (day: string) => ({ type: 'BeginDay' as const, data: { municipality: tenant, day } });

describe('A day', () => {
  it('begins once, after the one before it', () => {
    given().when(begin('2026-03-02')).then(began('2026-03-02'));
    given(began('2026-03-01')).when(begin('2026-03-02')).then(began('2026-03-02'));
    given(began('2026-03-02')).when(begin('2026-03-02')).thenNothing();
    given(began('2026-02-27')).when(begin('2026-03-01')).thenNothing();
  });
  it('never begins ahead', () => {
    given(began('2026-03-02')).when(begin('2026-03-03')).thenNothing();
    given().when(begin('2026-03-03')).thenNothing();
  });
});

describe('The days of a municipality', () => {
  const store = new MemoryEventStore();
  const runnerOf = () => new CommandRunner(store, codecOf([calendarEvents]), plainSealing);
  const clockOn = (day: string) => ({ at: () => `${day}T06:00:00.000Z`, today: () => day });
  const days = async () => {
    const { history } = await runnerOf().look(calendarDecider, calendarStream(tenant));
    return history.map(({ data }) => data['day']);
  };

  it('begin with the one on which it is first looked, and go on in order after a week in which nobody looked', async () => {
    await beginDays(runnerOf(), tenant, clockOn('2026-02-26'));
    await beginDays(runnerOf(), tenant, clockOn('2026-02-26'));
    expect(await days()).toEqual(['2026-02-26']);
    // Two processes at once, and one that is late.
    const [one, other] = [runnerOf(), runnerOf()];
    await Promise.all([
      beginDays(one, tenant, clockOn('2026-03-05')),
      beginDays(other, tenant, clockOn('2026-03-05')),
    ]);
    await beginDays(one, tenant, clockOn('2026-03-04'));
    const february = ['2026-02-26', '2026-02-27', '2026-02-28'];
    const march = ['2026-03-01', '2026-03-02', '2026-03-03', '2026-03-04', '2026-03-05'];
    expect(await days()).toEqual([...february, ...march]);
  });
});
