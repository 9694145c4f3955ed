import { monthsLater } from '#vocabulary';

/** How somebody is spoken to about what is their own: from 12 a child is told by itself, from 16 it decides (pbrl §§ 3-4, 4-3, 4-4). */
export type OwnAge = 'CHILD' | 'YOUNG' | 'GROWN';

const youngFrom = 12;
const grownFrom = 16;

/** Of whom no day of birth is known is taken to be grown up: nobody else logs in without a number that tells it. */
export function ownAgeOn(birthDate: string | null, day: string): OwnAge {
  if (birthDate === null) return 'GROWN';
  const isPast = (years: number) => monthsLater(birthDate, 12 * years) <= day;
  return isPast(grownFrom) ? 'GROWN' : isPast(youngFrom) ? 'YOUNG' : 'CHILD';
}
