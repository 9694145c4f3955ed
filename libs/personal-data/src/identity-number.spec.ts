import fc from 'fast-check';
import { identityNumber, rulesFrom2032 } from './identity-number.js';

// Published test identities, of persons who do not exist: Tenor raises the month by 80, NAV by 40.
const published = [
  ['15507600333', 'FODSELSNUMMER', '1976-10-15'],
  ['55507608360', 'D_NUMBER', '1976-10-15'],
  ['29422059278', 'FODSELSNUMMER', '2020-02-29'],
  ['21929774873', 'FODSELSNUMMER', '1897-12-21'],
  ['17912099997', 'FODSELSNUMMER', '2020-11-17'],
  ['57912075186', 'D_NUMBER', '2020-11-17'],
  ['69822075096', 'D_NUMBER', '2020-02-29'],
  ['12829499914', 'FODSELSNUMMER', '1994-02-12'],
  ['21883649874', 'FODSELSNUMMER', '1936-08-21'],
] as const;

const weights = [
  [3, 7, 6, 1, 8, 9, 4, 5, 2],
  [5, 4, 3, 2, 7, 6, 5, 4, 3, 2],
];

const digits = Array.from('0123456789');

/** The nine first digits with control digits; undefined where they have none. */
function completed(nine: string, allowed: readonly number[] = [0]): string[] {
  const sum = (number: string, by: readonly number[]) =>
    by.reduce((total, weight, index) => total + weight * Number(number[index]), 0);
  return digits
    .filter((first) => allowed.includes((sum(nine, weights[0] ?? []) + Number(first)) % 11))
    .flatMap((first) =>
      digits
        .filter((second) => (sum(nine + first, weights[1] ?? []) + Number(second)) % 11 === 0)
        .map((second) => nine + first + second),
    );
}

const two = (number: number) => String(number).padStart(2, '0');
const someone = fc
  .record({
    date: fc.date({ min: new Date('1900-01-01'), max: new Date('2039-12-31'), noInvalidDate: true }),
    serial: fc.nat(499),
    raise: fc.constantFrom(0, 40, 80),
    isDNumber: fc.boolean(),
  })
  .map(({ date, serial, raise, isDNumber }) => {
    const year = date.getUTCFullYear();
    const nine =
      two(date.getUTCDate() + (isDNumber ? 40 : 0)) +
      two(date.getUTCMonth() + 1 + raise) +
      two(year % 100) +
      String(year < 2000 ? serial : serial + 500).padStart(3, '0');
    return { nine, birthDate: date.toISOString().slice(0, 10), birthYear: year, raise, isDNumber };
  });

describe('an identity number', () => {
  it.each(published)('%s is a %s of someone born %s', (text, kind, birthDate) => {
    expect(identityNumber(text)).toEqual({
      status: 'valid',
      kind,
      synthetic: true,
      birthDate,
      birthYear: Number(birthDate.slice(0, 4)),
    });
  });

  it('tells kind, birth date and year of anyone born from 1900 to 2039', () => {
    fc.assert(
      fc.property(someone, ({ nine, birthDate, birthYear, raise, isDNumber }) => {
        for (const text of completed(nine)) {
          expect(identityNumber(text)).toEqual({
            status: 'valid',
            kind: isDNumber ? 'D_NUMBER' : 'FODSELSNUMMER',
            synthetic: raise > 0,
            birthDate,
            birthYear,
          });
        }
      }),
    );
  });

  it('is invalid with any one digit mistyped', () => {
    fc.assert(
      fc.property(someone, fc.nat(10), fc.integer({ min: 1, max: 9 }), ({ nine }, at, by) => {
        for (const text of completed(nine)) {
          const digit = (Number(text[at]) + by) % 10;
          expect(identityNumber(text.slice(0, at) + digit + text.slice(at + 1)).status).toBe('invalid');
        }
      }),
    );
  });

  it.each([
    ['', 'NOT_ELEVEN_DIGITS'],
    ['1550760033', 'NOT_ELEVEN_DIGITS'],
    ['155076003333', 'NOT_ELEVEN_DIGITS'],
    ['155076 0033', 'NOT_ELEVEN_DIGITS'],
    ['１５５０７６００３３３', 'NOT_ELEVEN_DIGITS'],
    ['30029912345', 'NO_SUCH_DATE'],
    ['29020100000', 'NO_SUCH_DATE'],
    ['00010112345', 'NO_SUCH_DATE'],
    ['01130112345', 'NO_SUCH_DATE'],
    ['01014560000', 'NO_SUCH_CENTURY'],
    ['15507600334', 'CONTROL_DIGITS'],
    ['15507600343', 'CONTROL_DIGITS'],
  ])('%s is refused: %s', (text, fault) => {
    expect(identityNumber(text)).toEqual({ status: 'invalid', fault });
  });

  it('from 2032 may leave other remainders, and then tells no year', () => {
    fc.assert(
      fc.property(someone, ({ nine, raise, isDNumber }) => {
        for (const text of completed(nine, [1, 2, 3])) {
          expect(identityNumber(text)).toEqual({ status: 'invalid', fault: 'CONTROL_DIGITS' });
          expect(identityNumber(text, rulesFrom2032)).toEqual({
            status: 'valid',
            kind: isDNumber ? 'D_NUMBER' : 'FODSELSNUMMER',
            synthetic: raise > 0,
          });
        }
      }),
    );
  });
});
