import type { Language } from '../i18n/language.js';
import { clockOf, type Day, dayOf, daysFrom, plainDay, today } from './dates.js';

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

/** In days as long as they are counted, then in months and in years. */
function lengthOf(count: number, { day, days, months }: (typeof words)[Language]): string {
  if (count < 70) return `${count} ${count === 1 ? day : days}`;
  return count < 730 ? `${Math.round(count / 30.4)} ${months}` : `${Math.floor(count / 365.25)} år`;
}

/** How far it is to a day that is due: «om 4 dager», «3 dager over». */
export function distanceTo(day: Day, language: Language, now: Day = today()): string {
  const said = words[language];
  const days = daysFrom(now, day);
  if (days === 0) return said.today;
  if (days === 1) return said.tomorrow;
  if (days < 0) return `${lengthOf(-days, said)} ${said.over}`;
  return days < 21 || days >= 70
    ? `${said.in} ${lengthOf(days, said)}`
    : `${said.in} ${Math.round(days / 7)} ${said.weeks}`;
}

/** How long ago a day was, or how far ahead it is: «28 dager siden», «i går». */
export function agoOrAhead(day: Day, language: Language, now: Day = today()): string {
  const said = words[language];
  const days = daysFrom(now, day);
  if (days >= 0) return distanceTo(day, language, now);
  return days === -1 ? said.yesterday : `${lengthOf(-days, said)} ${said.ago}`;
}

const clockWords = {
  nb: { now: 'nå nettopp', ago: 'siden', second: ['sekund', 'sekunder'], minute: ['minutt', 'minutter'] },
  nn: { now: 'no nettopp', ago: 'sidan', second: ['sekund', 'sekund'], minute: ['minutt', 'minutt'] },
} as const;

/** How long ago a moment was: «for 40 sekunder siden», «for 3 minutter siden», then by day and clock; by its date when it is not of these days. */
export function sinceMoment(moment: string, language: Language, now = new Date()): string {
  const said = clockWords[language];
  const seconds = Math.round((now.getTime() - Date.parse(moment)) / 1000);
  if (seconds < 5) return said.now;
  const [count, words] = seconds < 90 ? [seconds, said.second] : [Math.round(seconds / 60), said.minute];
  if (seconds < 3600) return `for ${count} ${words[count === 1 ? 0 : 1]} ${said.ago}`;
  const [day, today] = [dayOf(moment), dayOf(now.toISOString())];
  const told = daysFrom(day, today) < 7 ? agoOrAhead(day, language, today) : plainDay(day, today);
  return `${told} kl. ${clockOf(moment)}`;
}
