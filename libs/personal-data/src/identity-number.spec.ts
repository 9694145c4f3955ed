import fc from 'fast-check';
import { identityNumber, newNumbersFrom } from './identity-number.js';
import { type Made, nineOf, numbersWith, series, yearsOf } from './identity-number.testing.js';
import { rounds } from '../../../test/support/rounds.js';

const today = '2026-03-02';
const later = '2040-12-31';

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

const two = (number: number) => String(number).padStart(2, '0');
const dayOf = (date: Date) => date.toISOString().slice(0, 10);

/** Somebody of either kind, born in a year that the tables have individual numbers for. */
const someone: fc.Arbitrary<Made> = fc
  .record({
    kind: fc.constantFrom('FODSELSNUMMER', 'D_NUMBER'),
    which: fc.nat(),
    raise: fc.constantFrom(0, 40, 65, 80),
    share: fc.nat(999),
    days: fc.nat(40_000),
  })
  .map(({ kind, which, raise, share, days }) => {
    const {
      years: [first, last],
      individuals: [from, to],
    } = series[kind][which % series[kind].length]!;
    const start = Date.UTC(first, 0, 1);
    const length = (Date.UTC(last + 1, 0, 1) - start) / 86_400_000;
    const birthDate = dayOf(new Date(start + (days % length) * 86_400_000));
    const individual = String(from + (share % (to - from + 1))).padStart(3, '0');
    return { kind, raise, birthDate, individual };
  });

describe('an identity number', () => {
  it.each(published)('%s is a %s of someone born %s', (text, kind, birthDate) => {
    expect(identityNumber(text, today)).toEqual({
      status: 'valid',
      kind,
      synthetic: true,
      birthDates: [birthDate],
      birthDate,
      birthYear: Number(birthDate.slice(0, 4)),
    });
  });

  it.each([
    ['41810021827', '2000-01-01'],
    ['41814061033', '1940-01-01'],
  ])('C1 the D-number %s is of someone born %s, by the table of November 2021', (text, birthDate) => {
    expect(identityNumber(text, today)).toMatchObject({ status: 'valid', kind: 'D_NUMBER', birthDate });
  });

  it('C1 tells kind, birth date and year of anyone born from 1854 to 2039, as the tables have them', () => {
    fc.assert(
      fc.property(someone, (made) => {
        for (const text of numbersWith(nineOf(made), [0])) {
          expect(identityNumber(text, today)).toEqual({
            status: 'valid',
            kind: made.kind,
            synthetic: made.raise > 0,
            birthDates: [made.birthDate],
            birthDate: made.birthDate,
            birthYear: Number(made.birthDate.slice(0, 4)),
          });
        }
      }),
      { numRuns: rounds(2_000) },
    );
  });

  it('C1 is one exactly where the tables have a person for it, whatever its eleven digits', () => {
    const anything = fc
      .record({
        day: fc.integer({ min: 0, max: 79 }),
        month: fc.integer({ min: 0, max: 99 }),
        rest: fc.nat(99_999),
      })
      .map(({ day, month, rest }) => `${two(day)}${two(month)}${String(rest).padStart(5, '0')}`);
    fc.assert(
      fc.property(anything, (nine) => {
        const day = Number(nine.slice(0, 2));
        const kind = day > 40 ? 'D_NUMBER' : 'FODSELSNUMMER';
        const month = Number(nine.slice(2, 4));
        const years = yearsOf(kind, Number(nine.slice(4, 6)), Number(nine.slice(6, 9)));
        const dates = years.flatMap((year) =>
          [0, 40, 65, 80].flatMap((raise) => {
            const text = `${year}-${two(month - raise)}-${two(kind === 'D_NUMBER' ? day - 40 : day)}`;
            const date = new Date(text);
            return !Number.isNaN(date.getTime()) && dayOf(date) === text ? [text] : [];
          }),
        );
        for (const text of numbersWith(nine, [0])) {
          const read = identityNumber(text, today);
          expect(read.status === 'valid' ? read.birthDates : []).toEqual(dates);
        }
      }),
      { numRuns: rounds(5_000) },
    );
  });

  it('is invalid with any one digit mistyped', () => {
    fc.assert(
      fc.property(someone, fc.nat(10), fc.integer({ min: 1, max: 9 }), (made, at, by) => {
        for (const text of numbersWith(nineOf(made), [0])) {
          const digit = (Number(text[at]) + by) % 10;
          const mistyped = text.slice(0, at) + digit + text.slice(at + 1);
          expect(identityNumber(mistyped, today).status).toBe('invalid');
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
    ['01540112345', 'NO_SUCH_DATE'],
    ['01780112345', 'NO_SUCH_DATE'],
    ['01014560000', 'NO_SUCH_CENTURY'],
    ['41015055000', 'NO_SUCH_CENTURY'],
    ['15507600334', 'CONTROL_DIGITS'],
    ['15507600343', 'CONTROL_DIGITS'],
  ])('%s is refused: %s', (text, fault) => {
    expect(identityNumber(text, today)).toEqual({ status: 'invalid', fault });
  });

  it('C8 is a test number of the health sector with 65 added to the month', () => {
    const [text = ''] = numbersWith('017790001', [0]);
    expect(identityNumber(text, today)).toMatchObject({
      status: 'valid',
      synthetic: true,
      birthDate: '1990-12-01',
    });
  });

  it('C1 from 2032 on may leave other remainders, and not a day before', () => {
    fc.assert(
      fc.property(someone, (made) => {
        for (const text of numbersWith(nineOf(made), [1, 2, 3])) {
          expect(identityNumber(text, '2031-12-31')).toEqual({ status: 'invalid', fault: 'CONTROL_DIGITS' });
          expect(identityNumber(text, newNumbersFrom)).toMatchObject({
            status: 'valid',
            kind: made.kind,
            synthetic: made.raise > 0,
          });
        }
      }),
    );
  });

  it('C1 from 2032 on goes with the day in each century that is not still to come, and tells which where there is one', () => {
    fc.assert(
      fc.property(someone, fc.constantFrom(newNumbersFrom, later), (made, on) => {
        // Nobody born before 1900 is given a number then.
        fc.pre(made.birthDate >= '1900-01-01');
        const ending = made.birthDate.slice(2);
        const days = [`19${ending}`, `20${ending}`].filter((day) => {
          const date = new Date(day);
          return !Number.isNaN(date.getTime()) && dayOf(date) === day;
        });
        const born = days.filter((day) => day <= on);
        const possible = days.length > 1 ? born : days;
        for (const text of numbersWith(nineOf(made), [0, 1, 2, 3])) {
          const read = identityNumber(text, on);
          expect(read).toMatchObject({ status: 'valid', birthDates: possible });
          expect(read.status === 'valid' && read.birthDate).toBe(
            possible.length === 1 ? possible[0] : undefined,
          );
        }
      }),
    );
  });
});
