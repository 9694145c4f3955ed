import { isWorkingDay } from '#deadlines';
import type { CodeIn } from '#event-sourcing';
import { weekdays } from '#municipality';

type Weekday = CodeIn<typeof weekdays>;

const noon = (day: string) => new Date(`${day}T12:00:00.000Z`);
const dayIn = (date: Date) => date.toISOString().slice(0, 10);

/** The next day of that weekday, today included. */
export function nextWeekday(weekday: Weekday, today: string): string {
  const date = noon(today);
  const wanted = weekdays.codes.indexOf(weekday) + 1;
  date.setUTCDate(date.getUTCDate() + ((wanted - date.getUTCDay() + 7) % 7));
  return dayIn(date);
}

/** The same day of the month after, or its last. */
export function monthAfter(day: string): string {
  const date = noon(day);
  const of = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + 2, 0);
  date.setUTCDate(Math.min(of, date.getUTCDate()));
  return dayIn(date);
}

/** The last day up to this one on which people are at work. */
function workingDayBy(day: string): string {
  const date = noon(day);
  while (!isWorkingDay(dayIn(date))) date.setUTCDate(date.getUTCDate() - 1);
  return dayIn(date);
}

/** When a case might be taken up: proposals and no more. */
export interface Proposed {
  /** An answer, or a word on when it comes, is due by then: within a month of the application (fvl § 11 a). */
  readonly replyBy: string | null;
  /** By when the municipality means to decide, where it has set itself a number of days. */
  readonly decideBy: string | null;
  /** The latest day of a meeting that keeps the earlier of the two, also where that is past (U17). */
  readonly meetBy: string | null;
  /** Of an adult, the weekday on which new matters of adults are taken in, while that keeps the deadline (U18). */
  readonly proposedOn: string | null;
}

export function proposedDays({
  today,
  weekday,
  adult,
  receivedOn,
  decideBy = null,
}: {
  readonly today: string;
  readonly weekday: Weekday | undefined;
  readonly adult: boolean;
  readonly receivedOn: string | null;
  readonly decideBy?: string | null | undefined;
}): Proposed {
  const replyBy = receivedOn === null ? null : monthAfter(receivedOn);
  const [first] = [replyBy, decideBy].filter((day) => day !== null).toSorted();
  const meetBy = first === undefined ? null : workingDayBy(first);
  const afterIntake = adult && weekday !== undefined ? nextWeekday(weekday, today) : null;
  const isLate = afterIntake !== null && meetBy !== null && meetBy >= today && afterIntake > meetBy;
  return { replyBy, decideBy, meetBy, proposedOn: isLate ? meetBy : afterIntake };
}

/** How old somebody born in that year becomes this year. */
export const yearsIn = (birthYear: number, today: string) => Number(today.slice(0, 4)) - birthYear;
