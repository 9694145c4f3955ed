import { Rejection } from '#event-sourcing/decider';

/** A refusal with a code of this context. */
export const refusal = (rule: string, message: string) => new Rejection(`subject/${rule}`, message);

export const noSuchSubject = () => refusal('no-such-subject', 'There is no such person here.');

/** Refuses a birth date ahead of today or before 1900. */
export function possibleBirthDate(birthDate: unknown, today: string): void {
  if (typeof birthDate !== 'string') return;
  if (birthDate > today || birthDate < '1900-01-01') {
    throw refusal('impossible-birth-date', 'The birth date lies ahead of today or before the year 1900.');
  }
}
