import type { CoordinatorKind, Happening } from './coordination.js';
import { offence, type Offence } from './rule.js';

// Only the year of birth is readable: on its last day everybody born in it has had the birthday, before its first nobody has.

/** Surely 18 on that day. An unknown year is no adult's. */
export const isAdult = (birthYear: number | undefined, day: string) =>
  birthYear !== undefined && day >= `${birthYear + 18}-12-31`;

/** A child coordinator is for children under 18 and the unborn (pbrl § 2-5c, invariant 12). An unknown year passes. */
export const adultOffence = (
  kind: CoordinatorKind,
  birthYear: number | undefined,
  day: string,
): Offence | undefined =>
  kind === 'CHILD' && isAdult(birthYear, day)
    ? offence(
        'coordination/adult',
        'A child coordinator is for children under 18. Appoint an ordinary coordinator.',
      )
    : undefined;

/** Under 16 a guardian consents (pbrl §§ 4-3, 4-4, invariant 3). An unknown year passes. */
const underageOffence = (givenBy: string, birthYear: number | undefined, day: string): Offence | undefined =>
  givenBy === 'SUBJECT' && birthYear !== undefined && day < `${birthYear + 16}-01-01`
    ? offence(
        'coordination/under-16',
        'The person was under 16 on that day and cannot consent alone. A guardian consents: record who did.',
      )
    : undefined;

/** What the person's age on the day of an event says against it. */
export function ageOffence({ type, data }: Happening, birthYear: number | undefined): Offence | undefined {
  if (type === 'ConsentGiven') return underageOffence(data.givenBy, birthYear, data.givenOn);
  return type === 'CoordinatorAppointed' ? adultOffence(data.kind, birthYear, data.validFrom) : undefined;
}
