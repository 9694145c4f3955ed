import { folded } from './likeness.js';

/** What is known of somebody who is compared; undefined is what nobody has said. */
export interface Known {
  readonly name?: string | undefined;
  /** ISO, or the year alone. */
  readonly born?: string | undefined;
  readonly identityNumber?: string | undefined;
  readonly address?: string | undefined;
  readonly kin?: string | undefined;
  readonly cases?: string | undefined;
}

export const comparedFacts = ['name', 'born', 'identityNumber', 'address', 'kin', 'cases'] as const;
export type Fact = (typeof comparedFacts)[number];
export type Verdict = 'same' | 'different' | 'unknown';

/** What two registrations are to each other in one fact; where one of them does not tell it, nobody knows. */
export function verdictOf(fact: Fact, one: Known, other: Known): Verdict {
  const [a, b] = [one[fact], other[fact]];
  if (a === undefined || b === undefined) return 'unknown';
  if (fact === 'name' || fact === 'address') return folded(a) === folded(b) ? 'same' : 'different';
  // A year alone does not tell the day.
  if (fact === 'born' && a.length !== b.length) {
    return a.slice(0, 4) === b.slice(0, 4) ? 'unknown' : 'different';
  }
  // That somebody has kin or cases of their own says nothing of who it is.
  if (fact === 'kin' || fact === 'cases') return a === b ? 'same' : 'unknown';
  return a === b ? 'same' : 'different';
}
