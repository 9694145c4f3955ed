import { nineOf, numbersWith } from '#personal-data/identity-number.testing';

/** Identity numbers of made-up people born on a day before 2000, which nobody has: the month is raised by 80. */
export function syntheticNumbers(birthDate: string, count: number): string[] {
  const found: string[] = [];
  for (let individual = 0; found.length < count && individual < 500; individual += 1) {
    const nine = nineOf({
      kind: 'FODSELSNUMMER',
      birthDate,
      raise: 80,
      individual: String(individual).padStart(3, '0'),
    });
    found.push(...numbersWith(nine, [0]));
  }
  return found.slice(0, count);
}
