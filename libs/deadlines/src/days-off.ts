import { type Day, daysFrom, plusDays, weekdayOf } from './days.js';

/** Why people are not at work on a day. */
export type DayOff =
  | 'SATURDAY'
  | 'SUNDAY'
  | 'NEW_YEARS_DAY'
  | 'MAUNDY_THURSDAY'
  | 'GOOD_FRIDAY'
  | 'EASTER_SUNDAY'
  | 'EASTER_MONDAY'
  | 'FIRST_OF_MAY'
  | 'SEVENTEENTH_OF_MAY'
  | 'ASCENSION_DAY'
  | 'WHIT_SUNDAY'
  | 'WHIT_MONDAY'
  | 'CHRISTMAS_DAY'
  | 'BOXING_DAY';

/** Easter Sunday of a year of the Gregorian calendar (the computus of Meeus, Jones and Butcher). */
function easterOf(year: number): Day {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((8 * b + 13) / 25) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 19 * l) / 433);
  const month = Math.floor((h + l - 7 * m + 90) / 25);
  const date = (h + l - 7 * m + 33 * month + 19) % 32;
  return `${year}-0${month}-${String(date).padStart(2, '0')}`;
}

const fixed: Readonly<Record<string, DayOff>> = {
  '01-01': 'NEW_YEARS_DAY',
  '05-01': 'FIRST_OF_MAY',
  '05-17': 'SEVENTEENTH_OF_MAY',
  '12-25': 'CHRISTMAS_DAY',
  '12-26': 'BOXING_DAY',
};
/** By their distance from Easter Sunday. */
const movable: Readonly<Record<number, DayOff>> = {
  [-3]: 'MAUNDY_THURSDAY',
  [-2]: 'GOOD_FRIDAY',
  0: 'EASTER_SUNDAY',
  1: 'EASTER_MONDAY',
  39: 'ASCENSION_DAY',
  49: 'WHIT_SUNDAY',
  50: 'WHIT_MONDAY',
};
const weekend: Readonly<Record<number, DayOff>> = { 0: 'SUNDAY', 6: 'SATURDAY' };
const alwaysSundays: readonly (DayOff | undefined)[] = ['EASTER_SUNDAY', 'WHIT_SUNDAY'];

/**
 * Why people in Norway are not at work on a day, the public holiday first; nothing on a working day. Christmas Eve and New Year's Eve are
 * working days (helligdagsfredloven § 2; lov om 1 og 17 mai § 1; domstolloven § 149).
 */
export function daysOffOn(day: Day): readonly DayOff[] {
  const holidays = [fixed[day.slice(5)], movable[daysFrom(easterOf(Number(day.slice(0, 4))), day)]];
  const isSaid = holidays.some((one) => alwaysSundays.includes(one));
  return [...holidays, isSaid ? undefined : weekend[weekdayOf(day)]].filter((one) => one !== undefined);
}

export const isWorkingDay = (day: Day): boolean => daysOffOn(day).length === 0;

/** The day itself where people are at work on it, else the next on which they are. */
export const workingDayFrom = (day: Day): Day => (isWorkingDay(day) ? day : workingDayFrom(plusDays(day, 1)));

/** The day itself where people are at work on it, else the last before it on which they were. */
export const workingDayUntil = (day: Day): Day =>
  isWorkingDay(day) ? day : workingDayUntil(plusDays(day, -1));

/** The `count`th working day after a day. */
export function workingDaysAfter(day: Day, count: number): Day {
  let found = day;
  for (let left = count; left > 0; left -= 1) found = workingDayFrom(plusDays(found, 1));
  return found;
}
