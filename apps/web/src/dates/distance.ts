import type { Language } from '../i18n/language.js';
import { clockOf, type Day, dayOf, daysFrom, today } from './dates.js';

const words = {
  nb: {
    today: 'i dag',
    tomorrow: 'i morgen',
    yesterday: 'i går',
    day: 'dag',
    days: 'dager',
    over: 'over',
    ago: 'siden',
    in: 'om',
    weeks: 'uker',
    months: 'måneder',
  },
  nn: {
    today: 'i dag',
    tomorrow: 'i morgon',
    yesterday: 'i går',
    day: 'dag',
    days: 'dagar',
    over: 'over',
    ago: 'sidan',
    in: 'om',
    weeks: 'veker',
    months: 'månader',
  },
} as const;

const daysInWords = (count: number, { day, days }: (typeof words)[Language]) =>
  `${count} ${count === 1 ? day : days}`;

/** How far it is to a day that is due: «om 4 dager», «3 dager over». */
export function distanceTo(day: Day, language: Language, now: Day = today()): string {
  const said = words[language];
  const days = daysFrom(now, day);
  if (days === 0) return said.today;
  if (days === 1) return said.tomorrow;
  if (days < 0) return `${daysInWords(-days, said)} ${said.over}`;
  if (days < 21) return `${said.in} ${daysInWords(days, said)}`;
  if (days < 70) return `${said.in} ${Math.round(days / 7)} ${said.weeks}`;
  return `${said.in} ${Math.round(days / 30.4)} ${said.months}`;
}

/** How long ago a day was, or how far ahead it is: «28 dager siden», «i går». */
export function agoOrAhead(day: Day, language: Language, now: Day = today()): string {
  const said = words[language];
  const days = daysFrom(now, day);
  if (days >= 0) return distanceTo(day, language, now);
  return days === -1 ? said.yesterday : `${daysInWords(-days, said)} ${said.ago}`;
}

const clockWords = {
  nb: { now: 'nå nettopp', ago: 'siden', second: ['sekund', 'sekunder'], minute: ['minutt', 'minutter'] },
  nn: { now: 'no nettopp', ago: 'sidan', second: ['sekund', 'sekund'], minute: ['minutt', 'minutt'] },
} as const;

/** How long ago a moment was: «for 40 sekunder siden», «for 3 minutter siden», then by day and clock. */
export function sinceMoment(moment: string, language: Language, now = new Date()): string {
  const said = clockWords[language];
  const seconds = Math.round((now.getTime() - Date.parse(moment)) / 1000);
  if (seconds < 5) return said.now;
  const [count, words] = seconds < 90 ? [seconds, said.second] : [Math.round(seconds / 60), said.minute];
  if (seconds < 3600) return `for ${count} ${words[count === 1 ? 0 : 1]} ${said.ago}`;
  return `${agoOrAhead(dayOf(moment), language, dayOf(now.toISOString()))} kl. ${clockOf(moment)}`;
}
