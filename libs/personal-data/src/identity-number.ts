/**
 * How the control digits are checked and whether the century can be read. The Tax Administration's rules change on 1 January 2032:
 * the first control digit may then leave other remainders, and the individual number no longer tells the century
 * (skatteetaten.github.io/folkeregisteret-api-dokumentasjon/nytt-fodselsnummer-fra-2032).
 */
export interface NumberRules {
  /** Remainders modulo 11 that the first ten digits may leave; the whole number must leave 0. */
  readonly firstRemainders: readonly number[];
  readonly tellsCentury: boolean;
}
export const rulesUntil2032: NumberRules = { firstRemainders: [0], tellsCentury: true };
export const rulesFrom2032: NumberRules = { firstRemainders: [0, 1, 2, 3], tellsCentury: false };

export type IdentityNumber =
  | {
      readonly status: 'valid';
      readonly kind: 'FODSELSNUMMER' | 'D_NUMBER';
      /** Made for tests: the month is raised by 80 (the Tax Administration's Tenor) or 40 (NAV's Dolly). */
      readonly synthetic: boolean;
      /** `YYYY-MM-DD`; absent where the number does not tell the century. */
      readonly birthDate?: string;
      readonly birthYear?: number;
    }
  | { readonly status: 'invalid'; readonly fault: IdentityNumberFault };

export type IdentityNumberFault = 'NOT_ELEVEN_DIGITS' | 'NO_SUCH_DATE' | 'NO_SUCH_CENTURY' | 'CONTROL_DIGITS';

const firstWeights = [3, 7, 6, 1, 8, 9, 4, 5, 2, 1];
const secondWeights = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1];

/** What an identity number says of itself. Whether it was ever given to someone only the National Population Register knows. */
export function identityNumber(text: string, rules: NumberRules = rulesUntil2032): IdentityNumber {
  if (!/^\d{11}$/.test(text)) return invalid('NOT_ELEVEN_DIGITS');
  const digits = Array.from(text, Number);
  const number = (from: number, to: number) => Number(text.slice(from, to));

  const isDNumber = number(0, 2) > 40;
  const day = number(0, 2) - (isDNumber ? 40 : 0);
  const raisedBy = [80, 40].find((raise) => number(2, 4) > raise) ?? 0;
  const month = number(2, 4) - raisedBy;
  const yearOfCentury = number(4, 6);

  const centuries = rules.tellsCentury ? centuryOf(number(6, 9), yearOfCentury) : [1900, 2000];
  // 2000 is a leap year: without a century 29 February is let through for 00 and every fourth year.
  if (!(centuries ?? [2000]).some((century) => isDate(century + yearOfCentury, month, day))) {
    return invalid('NO_SUCH_DATE');
  }
  if (centuries === undefined) return invalid('NO_SUCH_CENTURY');
  if (
    !rules.firstRemainders.includes(remainder(digits, firstWeights)) ||
    remainder(digits, secondWeights) !== 0
  ) {
    return invalid('CONTROL_DIGITS');
  }
  const birthYear = rules.tellsCentury ? (centuries[0] ?? 0) + yearOfCentury : undefined;
  return {
    status: 'valid',
    kind: isDNumber ? 'D_NUMBER' : 'FODSELSNUMMER',
    synthetic: raisedBy > 0,
    ...(birthYear !== undefined && { birthYear, birthDate: `${birthYear}-${two(month)}-${two(day)}` }),
  };
}

/** Which century the three digits after the date stand for. */
function centuryOf(individual: number, yearOfCentury: number): [number] | undefined {
  if (individual <= 499) return [1900];
  if (yearOfCentury <= 39) return [2000];
  if (individual >= 900) return [1900];
  if (individual <= 749 && yearOfCentury >= 54) return [1800];
  return undefined;
}

function isDate(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

const remainder = (digits: readonly number[], weights: readonly number[]) =>
  weights.reduce((sum, weight, index) => sum + weight * (digits[index] ?? 0), 0) % 11;

const two = (number: number) => String(number).padStart(2, '0');
const invalid = (fault: IdentityNumberFault) => ({ status: 'invalid', fault }) as const;
