import { type Day, partsOf, type Period, weekdayOf } from '../days.js';
import type { DayOff } from '../days-off.js';

export type Language = 'nb' | 'nn';
type Words = Readonly<Record<Language, string>>;

const same = (word: string): Words => ({ nb: word, nn: word });
const weekdays: Readonly<Record<Language, readonly string[]>> = {
  nb: ['søndag', 'mandag', 'tirsdag', 'onsdag', 'torsdag', 'fredag', 'lørdag'],
  nn: ['søndag', 'måndag', 'tysdag', 'onsdag', 'torsdag', 'fredag', 'laurdag'],
};
const months = [
  'januar',
  'februar',
  'mars',
  'april',
  'mai',
  'juni',
  'juli',
  'august',
  'september',
  'oktober',
  'november',
  'desember',
];
const daysOff: Readonly<Record<DayOff, Words>> = {
  SATURDAY: { nb: 'lørdag', nn: 'laurdag' },
  SUNDAY: same('søndag'),
  NEW_YEARS_DAY: same('1. nyttårsdag'),
  MAUNDY_THURSDAY: same('skjærtorsdag'),
  GOOD_FRIDAY: same('langfredag'),
  EASTER_SUNDAY: same('1. påskedag'),
  EASTER_MONDAY: same('2. påskedag'),
  FIRST_OF_MAY: same('1. mai'),
  SEVENTEENTH_OF_MAY: same('17. mai'),
  ASCENSION_DAY: same('Kristi himmelfartsdag'),
  WHIT_SUNDAY: same('1. pinsedag'),
  WHIT_MONDAY: same('2. pinsedag'),
  CHRISTMAS_DAY: same('1. juledag'),
  BOXING_DAY: same('2. juledag'),
};
const numbers: Readonly<Record<Language, readonly string[]>> = {
  nb: ['null', 'én', 'to', 'tre', 'fire', 'fem', 'seks', 'sju', 'åtte', 'ni', 'ti', 'elleve', 'tolv'],
  nn: ['null', 'ein', 'to', 'tre', 'fire', 'fem', 'seks', 'sju', 'åtte', 'ni', 'ti', 'elleve', 'tolv'],
};
/** One and several; a year is neuter. */
const units: Readonly<Record<Language, Readonly<Record<string, readonly [string, string]>>>> = {
  nb: { D: ['dag', 'dager'], W: ['uke', 'uker'], M: ['måned', 'måneder'], Y: ['år', 'år'] },
  nn: { D: ['dag', 'dagar'], W: ['veke', 'veker'], M: ['månad', 'månader'], Y: ['år', 'år'] },
};

/** «torsdag 5. mars 2026» */
export function dayIn(language: Language, day: Day): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return `${weekdays[language][weekdayOf(day)] ?? ''} ${date}. ${months[month - 1] ?? ''} ${year}`;
}

/** «februar» */
export const monthIn = (day: Day): string => months[Number(day.slice(5, 7)) - 1] ?? '';

/** «fire uker» */
export function periodIn(language: Language, period: Period): string {
  const { count, unit } = partsOf(period);
  const [one, several] = units[language][unit] ?? ['', ''];
  const feminine = language === 'nn' && unit === 'W' ? 'ei' : undefined;
  const neuter = language === 'nn' ? 'eitt' : 'ett';
  const single = unit === 'Y' ? neuter : (feminine ?? numbers[language][1]);
  const number = count === 1 ? single : (numbers[language][count] ?? String(count));
  return `${number ?? ''} ${count === 1 ? one : several}`;
}

/** «17. mai og søndag» */
export const daysOffIn = (language: Language, why: readonly DayOff[]): string =>
  listed(why.map((one) => daysOff[one][language]));

export const listed = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} og ${words.at(-1) ?? ''}`;

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
