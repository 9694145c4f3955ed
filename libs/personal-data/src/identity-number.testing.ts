/**
 * Identity numbers made and read a second way, by tables: what `identityNumber` is held against. Written from the Tax Administration's tables,
 * and sharing nothing with it.
 */
export interface Made {
  readonly kind: 'FODSELSNUMMER' | 'D_NUMBER';
  readonly birthDate: string;
  readonly raise: 0 | 40 | 65 | 80;
  readonly individual: string;
}

interface Series {
  readonly years: readonly [first: number, last: number];
  readonly individuals: readonly [first: number, last: number];
}

/** Which individual numbers are given to people born in which years. */
export const series: Readonly<Record<Made['kind'], readonly Series[]>> = {
  FODSELSNUMMER: [
    { years: [1854, 1899], individuals: [500, 749] },
    { years: [1900, 1999], individuals: [0, 499] },
    { years: [1940, 1999], individuals: [900, 999] },
    { years: [2000, 2039], individuals: [500, 999] },
  ],
  D_NUMBER: [
    { years: [1858, 1899], individuals: [500, 599] },
    { years: [1900, 1939], individuals: [0, 199] },
    { years: [1940, 1999], individuals: [0, 499] },
    { years: [1940, 1999], individuals: [600, 999] },
    { years: [2000, 2039], individuals: [200, 999] },
  ],
};

/** The years of birth that the tables have for these digits. */
export const yearsOf = (kind: Made['kind'], yearOfCentury: number, individual: number): number[] =>
  series[kind].flatMap(({ years: [first, last], individuals: [from, to] }) =>
    [1800, 1900, 2000]
      .map((century) => century + yearOfCentury)
      .filter((year) => year >= first && year <= last && individual >= from && individual <= to),
  );

/** The nine digits before the control digits. */
export function nineOf({ kind, birthDate, raise, individual }: Made): string {
  const [year = '', month = '', day = ''] = birthDate.split('-');
  const first = kind === 'D_NUMBER' ? String(Number(day[0]) + 4) : (day[0] ?? '');
  return `${first}${day[1]}${String(Number(month) + raise).padStart(2, '0')}${year.slice(2)}${individual}`;
}

/** Every number with these nine digits whose control digits fit, the first leaving one of these remainders. */
export function numbersWith(nine: string, remainders: readonly number[]): string[] {
  const found: string[] = [];
  for (let control = 0; control < 100; control += 1) {
    const number = nine + String(control).padStart(2, '0');
    const [a, b, c, d, e, f, g, h, i, j, k] = Array.from(number, Number) as [
      ...[number, number, number, number, number],
      ...[number, number, number, number, number, number],
    ];
    const first = 3 * a + 7 * b + 6 * c + d + 8 * e + 9 * f + 4 * g + 5 * h + 2 * i + j;
    const second = 5 * a + 4 * b + 3 * c + 2 * d + 7 * e + 6 * f + 5 * g + 4 * h + 3 * i + 2 * j + k;
    if (remainders.includes(first % 11) && second % 11 === 0) found.push(number);
  }
  return found;
}
