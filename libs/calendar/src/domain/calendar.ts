import type { Decider, Intent } from '#event-sourcing/decider';
import { type EventOf, events, id, localDate, v1 } from '#event-sourcing/event';

/** The days of a municipality, one small event each: what time must do follows from it (docs/adr/0030). Nothing in it is about anybody. */
export const calendarEvents = events(
  { category: 'calendar', owner: 'municipality', class: 'UNIT' },
  { DayBegan: v1({ municipality: id(), day: localDate() }, { occurs: 'day' }) },
);

/** The last day that has begun. */
export interface Calendar {
  readonly last: string | undefined;
}
export type BeginDay = Intent<'BeginDay', { readonly municipality: string; readonly day: string }>;

/** A day begins once, after the one before it, and never ahead of the clock; asked otherwise nothing is recorded. */
export const calendarDecider: Decider<Calendar, BeginDay, typeof calendarEvents> = {
  events: calendarEvents,
  initialState: { last: undefined },
  evolve: (_, { data }: EventOf<typeof calendarEvents>) => ({ last: data.day }),
  decide({ data, today }, { last }) {
    const isNext = last === undefined ? data.day === today : data.day === dayAfter(last);
    return isNext && data.day <= today ? [{ type: 'DayBegan', data }] : [];
  },
};

/** The days that have not begun yet up to today, in order; today alone where none has. */
export function daysToBegin({ last }: Calendar, today: string): string[] {
  if (last === undefined) return [today];
  const days: string[] = [];
  for (let day = dayAfter(last); day <= today; day = dayAfter(day)) days.push(day);
  return days;
}

function dayAfter(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + 1);
  return date.toISOString().slice(0, 10);
}
