import { dayAfter } from '../../generate/calendar.js';

const weekdays = ['MON', 'TUE', 'WED', 'THU', 'FRI'] as const;
export type Weekday = (typeof weekdays)[number];

const dayMs = 86_400_000;

/** The days of a course: so many weeks before the one that a day lies in, on a weekday. The same all week. */
export class Weeks {
  /** Monday of the week. */
  readonly monday: string;

  constructor(today: string) {
    const sinceMonday = (new Date(today).getUTCDay() + 6) % 7;
    this.monday = dayAfter(today, -sinceMonday);
  }

  before(weeks: number, weekday: Weekday): string {
    return dayAfter(this.monday, weekdays.indexOf(weekday) - 7 * weeks);
  }

  /** Which week it is, counted on from one to the next. */
  get number(): number {
    return Math.floor(Date.parse(this.monday) / dayMs / 7);
  }
}
