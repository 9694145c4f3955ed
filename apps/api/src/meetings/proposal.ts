import type { CodeIn } from '#event-sourcing';
import { weekdays } from '#municipality';

/** The next day of that weekday, today included. */
export function nextWeekday(weekday: CodeIn<typeof weekdays>, today: string): string {
  const date = new Date(`${today}T12:00:00.000Z`);
  const wanted = weekdays.codes.indexOf(weekday) + 1;
  date.setUTCDate(date.getUTCDate() + ((wanted - date.getUTCDay() + 7) % 7));
  return date.toISOString().slice(0, 10);
}

/** How old somebody born in that year becomes this year. */
export const yearsIn = (birthYear: number, today: string) => Number(today.slice(0, 4)) - birthYear;
