import { syntheticNumber } from '../synthetic-number.js';

/** Invented people: the names say so, and the numbers are of the synthetic kind (80 added to the month), which nobody has. */
export interface Invented {
  readonly label: string;
  readonly givenName: string;
  readonly familyName: string;
  /** Left out for somebody whose number comes later. */
  readonly identityNumber?: string;
  readonly birthDate: string;
}

const person = (label: string, givenName: string, familyName: string, birthDate: string): Invented => ({
  label,
  givenName,
  familyName,
  birthDate,
  identityNumber: numberOf(birthDate),
});

export const people = {
  notified: person('notified', 'Testine', 'Prøvesen', '1948-02-14'),
  mappingFirst: person('mapping-first', 'Eksempel', 'Oppdiktet', '1971-06-03'),
  declined: person('declined', 'Påfunn', 'Tenkt', '1939-11-27'),
  incomplete: {
    label: 'incomplete',
    givenName: 'Fantasia',
    familyName: 'Utenummer',
    birthDate: '2014-08-19',
  } as Invented,
  mapping: person('mapping', 'Demo', 'Demosen', '1985-01-30'),
  convened: person('convened', 'Prøvar', 'Testmoen', '2009-04-05'),
  decided: person('decided', 'Liksom', 'Liksomsen', '1962-12-12'),
  refused: person('refused', 'Kladd', 'Kladdestad', '1990-09-09'),
  withdrawn: person('withdrawn', 'Utkast', 'Prøvheim', '1977-07-21'),
  active: person('active', 'Mønster', 'Mønstervik', '2009-03-17'),
  gap: person('gap', 'Fabel', 'Fabelnes', '1955-05-25'),
  closed: person('closed', 'Skisse', 'Skissli', '1968-10-08'),
  over: person('over', 'Omriss', 'Omrissvik', '1951-08-30'),
} as const;

/** The first number of somebody born on that day, or a later one. */
export function numberOf(birthDate: string, later = 0): string {
  const first = birthDate < '2000' ? 100 : 900;
  const numbers = Array.from({ length: 100 }, (_, more) => syntheticNumber(birthDate, first + more));
  const number = numbers.filter((one) => one !== undefined).at(later);
  if (number === undefined) throw new Error(`No synthetic number for ${birthDate}`);
  return number;
}
