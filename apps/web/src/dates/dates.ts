import type { Language } from '../i18n/language.js';

/** A day as the API has it, `2026-11-30`, in the municipality's own time. */
export type Day = string;

const months = 'januar februar mars april mai juni juli august september oktober november desember'.split(
  ' ',
);
const shortMonths = 'jan. feb. mars april mai juni juli aug. sep. okt. nov. des.'.split(' ');
const weekdays: Record<Language, readonly string[]> = {
  nb: ['søndag', 'mandag', 'tirsdag', 'onsdag', 'torsdag', 'fredag', 'lørdag'],
  nn: ['sundag', 'måndag', 'tysdag', 'onsdag', 'torsdag', 'fredag', 'laurdag'],
};
const msADay = 86_400_000;

const at = (day: Day) => new Date(`${day}T12:00:00Z`);
const dayAt = (date: Date): Day => date.toISOString().slice(0, 10);
const inNorway = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Oslo', dateStyle: 'short' });
const clock = new Intl.DateTimeFormat('nb-NO', {
  timeZone: 'Europe/Oslo',
  hour: '2-digit',
  minute: '2-digit',
});

export const today = (): Day => inNorway.format(new Date());
export const dayOf = (moment: string): Day => inNorway.format(new Date(moment));
/** «14.32» */
export const clockOf = (moment: string | Date) => clock.format(new Date(moment)).replace(':', '.');

export const plusDays = (day: Day, days: number): Day => dayAt(new Date(at(day).getTime() + days * msADay));

/** The same day of a later month, its last one where it has no such day. */
export function plusMonths(day: Day, count: number): Day {
  const date = at(day);
  const wanted = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + count);
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(wanted, last));
  return dayAt(date);
}

export const daysFrom = (from: Day, to: Day) => Math.round((at(to).getTime() - at(from).getTime()) / msADay);

/** Whole years from one day to another. */
export const yearsFrom = (from: Day, to: Day): number =>
  Number(to.slice(0, 4)) - Number(from.slice(0, 4)) - (to.slice(5) < from.slice(5) ? 1 : 0);

/** The day, where there is such a one. */
export function dayFrom(year: number, month: number, date: number): Day | undefined {
  const found = new Date(Date.UTC(2000, month - 1, date, 12));
  found.setUTCFullYear(year, month - 1, date);
  return found.getUTCMonth() === month - 1 && found.getUTCDate() === date ? dayAt(found) : undefined;
}

const partsOf = (day: Day) => {
  const date = at(day);
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth(),
    date: date.getUTCDate(),
    weekday: date.getUTCDay(),
  };
};
const yearUnlessThis = (year: number, now: Day) => (year === Number(now.slice(0, 4)) ? '' : ` ${year}`);

/** «30. november 2026» */
export function fullDay(day: Day): string {
  const { year, month, date } = partsOf(day);
  return `${date}. ${months[month]} ${year}`;
}

/** «mandag 30. november 2026» */
export const longDay = (day: Day, language: Language) =>
  `${weekdays[language][partsOf(day).weekday]} ${fullDay(day)}`;

/** «mandag 30. november», with the year only when it is another one. */
export function dayInText(day: Day, language: Language, now: Day = today()): string {
  const { year, month, date, weekday } = partsOf(day);
  return `${weekdays[language][weekday]} ${date}. ${months[month]}${yearUnlessThis(year, now)}`;
}

/** «30. november», with the year only when it is another one: a day within a sentence. */
export function plainDay(day: Day, now: Day = today()): string {
  const { year, month, date } = partsOf(day);
  return `${date}. ${months[month]}${yearUnlessThis(year, now)}`;
}

/** «30. nov.», with the year only when it is another one. */
export function shortDay(day: Day, now: Day = today()): string {
  const { year, month, date } = partsOf(day);
  return `${date}. ${shortMonths[month]}${yearUnlessThis(year, now)}`;
}

/** «man. 30. nov.» */
export const shortWeekday = (day: Day, language: Language, now: Day = today()) =>
  `${weekdays[language][partsOf(day).weekday]?.slice(0, 3)}. ${shortDay(day, now)}`;

export const monthNames: readonly string[] = months;
