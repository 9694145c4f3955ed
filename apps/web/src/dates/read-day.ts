import type { Language } from '../i18n/language.js';
import { type Day, dayFrom, daysFrom, monthNames, plusDays, plusMonths, today } from './dates.js';

/** Which way a day without a year lies: what happened is behind, what is due is ahead, what may be either is near. */
export type Direction = 'behind' | 'ahead' | 'near';

export type ReadDay =
  | { readonly kind: 'empty' }
  | { readonly kind: 'day'; readonly day: Day }
  | { readonly kind: 'fault'; readonly fault: string };

const near: Readonly<Record<string, number>> = {
  'i dag': 0,
  idag: 0,
  'i går': -1,
  'i gar': -1,
  igår: -1,
  'i forgårs': -2,
  'i førgår': -2,
  'i morgen': 1,
  'i morgon': 1,
  imorgen: 1,
  imorgon: 1,
  'i overmorgen': 2,
  'i overmorgon': 2,
};
const ahead = /^\+ ?(\d{1,3}) ?(d|dag|dager|dagar|u|uke|uker|v|veke|veker|m|mnd|måneder|månader)?$/;
const compact = /^(\d{2})(\d{2})(\d{2}|\d{4})?$/;
const iso = /^(?<year>\d{4})-(?<month>\d{1,2})-(?<date>\d{1,2})$/;
const numbers = /^(\d{1,2}) ?[./ -] ?(\d{1,2})(?: ?[./ -] ?(\d{2}|\d{4})?)?$/;
const named = /^(\d{1,2})\.? ?(\p{L}{3,})\.?(?: (\d{2}|\d{4}))?$/u;

const faults = {
  nb: {
    unknown: 'Skriv datoen som 2.11, 0211, 2. nov. eller i dag.',
    noMonth: (month: number) => `Det finnes ingen måned ${month}.`,
    noDay: (month: string, year: number, date: number) => `${month} ${year} har ikke ${date} dager.`,
  },
  nn: {
    unknown: 'Skriv datoen som 2.11, 0211, 2. nov. eller i dag.',
    noMonth: (month: number) => `Det finst ingen månad ${month}.`,
    noDay: (month: string, year: number, date: number) => `${month} ${year} har ikkje ${date} dagar.`,
  },
} as const;

/** Reads a day as people write it: 0211, 2.11, 2.11.26, 2/11, 2. nov, i dag, +3, +4u. Without a year it is the nearest in its direction. */
export function readDay(
  typed: string,
  direction: Direction,
  language: Language,
  now: Day = today(),
): ReadDay {
  const text = typed.trim().toLowerCase().replace(/\s+/g, ' ');
  if (text === '') return { kind: 'empty' };
  const close = Object.hasOwn(near, text) ? near[text] : undefined;
  if (close !== undefined) return { kind: 'day', day: plusDays(now, close) };
  const later = ahead.exec(text);
  if (later) return { kind: 'day', day: after(now, Number(later[1]), later[2] ?? 'd') };
  const parts = partsIn(text);
  return parts === undefined
    ? { kind: 'fault', fault: faults[language].unknown }
    : nearest(parts, direction, language, now);
}

function after(now: Day, count: number, unit: string): Day {
  if (unit.startsWith('m')) return plusMonths(now, count);
  return plusDays(now, /^[uv]/.test(unit) ? count * 7 : count);
}

interface Parts {
  readonly date: number;
  readonly month: number;
  readonly year: string | undefined;
}

function partsIn(text: string): Parts | undefined {
  const whole = iso.exec(text)?.groups;
  if (whole) return { date: Number(whole['date']), month: Number(whole['month']), year: whole['year'] };
  const digits = compact.exec(text) ?? numbers.exec(text);
  if (digits) return { date: Number(digits[1]), month: Number(digits[2]), year: digits[3] };
  const [, date, name = '', year] = named.exec(text) ?? [];
  const month = monthNames.findIndex((one) => name !== '' && one.startsWith(name)) + 1;
  return date === undefined || month === 0 ? undefined : { date: Number(date), month, year };
}

function nearest({ date, month, year }: Parts, direction: Direction, language: Language, now: Day): ReadDay {
  const say = faults[language];
  if (month < 1 || month > 12) return { kind: 'fault', fault: say.noMonth(month) };
  const thisYear = Number(now.slice(0, 4));
  const asked = year === undefined ? thisYear : yearOf(year, direction, thisYear);
  const day = year === undefined ? closest(month, date, direction, now) : dayFrom(asked, month, date);
  if (day !== undefined) return { kind: 'day', day };
  const name = monthNames[month - 1] ?? '';
  return { kind: 'fault', fault: say.noDay(name.charAt(0).toUpperCase() + name.slice(1), asked, date) };
}

/** Of the years around, the one in which the day is closest, in its direction where there is such a one. */
function closest(month: number, date: number, direction: Direction, now: Day): Day | undefined {
  const thisYear = Number(now.slice(0, 4));
  const days = [-1, 0, 1].flatMap((years) => dayFrom(thisYear + years, month, date) ?? []);
  const fits = (day: Day) => direction === 'near' || (direction === 'behind' ? day <= now : day >= now);
  const distance = (day: Day) => Math.abs(daysFrom(now, day));
  return days.filter(fits).toSorted((one, other) => distance(one) - distance(other))[0];
}

/** Of two digits: what happened did so in this century or the one before, what is due comes in this one. */
function yearOf(written: string, direction: Direction, thisYear: number): number {
  if (written.length === 4) return Number(written);
  const year = 2000 + Number(written);
  return direction === 'behind' && year > thisYear ? year - 100 : year;
}
