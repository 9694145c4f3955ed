/**
 * How the control digits are checked and whether the century can be read. The Tax Administration's rules change on 1 January 2032:
 * the first control digit may then leave other remainders, and the individual number no longer tells the century
 * (skatteetaten.github.io/folkeregisteret-api-dokumentasjon/nytt-fodselsnummer-fra-2032).
 */
interface NumberRules {
  /** Remainders modulo 11 that the first ten digits may leave; the whole number must leave 0. */
  readonly firstRemainders: readonly number[];
  readonly tellsCentury: boolean;
}
const until2032: NumberRules = { firstRemainders: [0], tellsCentury: true };
const from2032: NumberRules = { firstRemainders: [0, 1, 2, 3], tellsCentury: false };

/** The first day of the new rules. Every number of before is good by them too, but its century is no longer told by it. */
export const newNumbersFrom = '2032-01-01';

export type IdentityNumber =
  | {
      readonly status: 'valid';
      readonly kind: 'FODSELSNUMMER' | 'D_NUMBER';
      /** Made for tests: the month is raised by 80 (the Tax Administration's Tenor), 65 (the health sector) or 40 (NAV's Dolly). */
      readonly synthetic: boolean;
      /** The days of birth that the number goes with, `YYYY-MM-DD`: one in each century that it may be of. */
      readonly birthDates: readonly string[];
      /** The one of these; absent where the number does not tell the century. */
      readonly birthDate?: string;
      readonly birthYear?: number;
    }
  | { readonly status: 'invalid'; readonly fault: IdentityNumberFault };

export type IdentityNumberFault = 'NOT_ELEVEN_DIGITS' | 'NO_SUCH_DATE' | 'NO_SUCH_CENTURY' | 'CONTROL_DIGITS';

const raises = [80, 65, 40];
const firstWeights = [3, 7, 6, 1, 8, 9, 4, 5, 2, 1];
const secondWeights = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1];

/** What an identity number says of itself, read on a day (`YYYY-MM-DD`). Whether it was ever given to someone only the National Population Register knows. */
export function identityNumber(text: string, on: string): IdentityNumber {
  const rules = on < newNumbersFrom ? until2032 : from2032;
  if (!/^\d{11}$/.test(text)) return invalid('NOT_ELEVEN_DIGITS');
  const digits = Array.from(text, Number);
  const number = (from: number, to: number) => Number(text.slice(from, to));

  const isDNumber = number(0, 2) > 40;
  const day = number(0, 2) - (isDNumber ? 40 : 0);
  const raisedBy = raises.find((raise) => number(2, 4) > raise) ?? 0;
  const month = number(2, 4) - raisedBy;
  const yearOfCentury = number(4, 6);
  const datesIn = (centuries: readonly number[]) =>
    centuries
      .filter((century) => isDate(century + yearOfCentury, month, day))
      .map((century) => `${century + yearOfCentury}-${two(month)}-${two(day)}`);

  // 2000 is a leap year: without a century 29 February is let through for 00 and every fourth year.
  if (datesIn([2000]).length === 0) return invalid('NO_SUCH_DATE');
  const centuryOf = isDNumber ? centuryOfDNumber : centuryOfFodselsnummer;
  const told = rules.tellsCentury ? centuryOf(number(6, 9), yearOfCentury) : undefined;
  if (rules.tellsCentury && told === undefined) return invalid('NO_SUCH_CENTURY');
  const possible = datesIn(told === undefined ? [1900, 2000] : [told]);
  if (possible.length === 0) return invalid('NO_SUCH_DATE');
  if (
    !rules.firstRemainders.includes(remainder(digits, firstWeights)) ||
    remainder(digits, secondWeights) !== 0
  ) {
    return invalid('CONTROL_DIGITS');
  }
  // Nobody gets a number before being born.
  const born = possible.filter((date) => date <= on);
  const birthDates = possible.length > 1 && born.length > 0 ? born : possible;
  const [birthDate] = birthDates;
  return {
    status: 'valid',
    kind: isDNumber ? 'D_NUMBER' : 'FODSELSNUMMER',
    synthetic: raisedBy > 0,
    birthDates,
    ...(birthDate !== undefined &&
      birthDates.length === 1 && { birthDate, birthYear: Number(birthDate.slice(0, 4)) }),
  };
}

/** Which century the three digits after the date stand for. */
function centuryOfFodselsnummer(individual: number, yearOfCentury: number): number | undefined {
  if (individual <= 499) return 1900;
  if (yearOfCentury <= 39) return 2000;
  if (individual >= 900) return 1900;
  if (individual <= 749 && yearOfCentury >= 54) return 1800;
  return undefined;
}

/** The table of D-numbers, which is their own since November 2021. */
function centuryOfDNumber(individual: number, yearOfCentury: number): number | undefined {
  if (yearOfCentury <= 39) return individual <= 199 ? 1900 : 2000;
  if (individual <= 499 || individual >= 600) return 1900;
  return yearOfCentury >= 58 ? 1800 : undefined;
}

function isDate(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

const remainder = (digits: readonly number[], weights: readonly number[]) =>
  weights.reduce((sum, weight, index) => sum + weight * (digits[index] ?? 0), 0) % 11;

const two = (number: number) => String(number).padStart(2, '0');
const invalid = (fault: IdentityNumberFault) => ({ status: 'invalid', fault }) as const;
