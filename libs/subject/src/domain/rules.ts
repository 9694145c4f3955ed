import { refusals, Rejection } from '#event-sourcing/refusals';

export const commonRefusals = refusals('subject', {});

/** A refusal with a code of this context. */
export const refusal = (rule: string, message: string, restsOn?: Rejection['restsOn']) =>
  new Rejection(`subject/${rule}`, { en: message, nb: message, nn: message }, restsOn);

export const noSuchSubject = () => refusal('no-such-subject', 'There is no such person here.');

/** Refuses a birth date ahead of today or before 1900. */
export function possibleBirthDate(birthDate: unknown, today: string): void {
  if (typeof birthDate !== 'string') return;
  if (birthDate > today || birthDate < '1900-01-01') {
    throw refusal('impossible-birth-date', 'The birth date lies ahead of today or before the year 1900.');
  }
}

/** Refuses a year of birth that has not begun. */
export function possibleBirthYear(birthYear: unknown, today: string): void {
  if (typeof birthYear === 'number' && birthYear > Number(today.slice(0, 4))) {
    throw refusal('impossible-birth-year', 'The year of birth has not begun yet.');
  }
}

/** `differs`: whether number and date tell two days of birth. Which of them is wrong, only people can find out. */
export function sameBirthDate(differs: boolean): void {
  if (!differs) return;
  throw refusal(
    'birth-date-differs',
    'The identity number and the birth date on record do not tell the same day. Correct the wrong one first; where both are wrong, mark the event that linked the number as recorded in error, correct the date, and link the right number.',
  );
}
