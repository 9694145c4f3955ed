import { isCutShort } from '../days.js';
import { daysOffOn } from '../days-off.js';
import type { Told } from './told.js';
import { capital, daysOffIn, monthIn, periodIn } from './words.js';

// Sentences, and parts of them, that several deadlines have in common. What is not to be said is empty.

export const beginning = ({ first, day }: Told) => day(first('PERIOD')?.from);
export function length({ language, last }: Told): string {
  const period = last('PERIOD')?.period;
  return period === undefined ? '' : periodIn(language, period);
}

/** That a month has no such day. */
export function cutShort({ first, say }: Told, named: 'MONTH' | 'YEAR'): string {
  const period = first('PERIOD');
  if (period === undefined || !isCutShort(period.from, period.to, period.period)) return '';
  const date = Number(period.from.slice(8));
  const month = capital(monthIn(period.to));
  return named === 'MONTH'
    ? say(
        `(${month} har ingen ${date}. dag, så måneden går til den siste.)`,
        `(${month} har ingen ${date}. dag, så månaden går til den siste.)`,
      )
    : `(${month} ${period.to.slice(0, 4)} har ingen ${date}. dag.)`;
}

/** That it is to be done before a day off on which it ends. */
export function before(
  { language, due, workBy, day, say }: Told,
  [nb, nn]: readonly [string, string],
  ofThem?: readonly [string, string],
): string {
  if (due === undefined || workBy === undefined) return '';
  return `Den dagen er ${daysOffIn(language, daysOffOn(due))}, ${say(nb, nn, ofThem)} ${day(workBy)}.`;
}

/** That an end has moved past days off. */
export function moved({ language, last, day, say }: Told, [nb, nn]: readonly [string, string]): string {
  const step = last('MOVED');
  if (step === undefined) return '';
  const period = last('PERIOD');
  const isOfPeriod = period?.to === step.from;
  const days = daysOffIn(language, step.over);
  const lead = isOfPeriod ? `${capital(periodIn(language, period.period))} etter er ${day(step.from)}. ` : '';
  const isOne = daysOffOn(step.from).length === step.over.length;
  const itself = isOfPeriod ? 'Det' : 'Den dagen';
  const why = isOne
    ? `${itself} er ${days}`
    : say(
        `Den dagen og dagene rett etter er fridager (${days})`,
        `Den dagen og dagane rett etter er fridagar (${days})`,
      );
  return (
    lead +
    say(
      `${why}, og da flyttes ${nb} til neste virkedag.`,
      `${why}, og då blir ${nn} flytta til neste yrkedag.`,
    )
  );
}
