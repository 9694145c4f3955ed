import { readFileSync } from 'node:fs';
import type { Figures } from '../domain/figures/index.js';
import type { Edition } from '../domain/publication/edition.js';
import { labelOf } from './code-words.js';
import { figureWords } from './figure-words.js';
import { saidOf } from './shown-words.js';
import { toldEdition, toldFigures, type ToldTheme } from './tell.js';

const given = <T>(municipality: string, name: string): T =>
  JSON.parse(
    readFileSync(new URL(`../../test/given/${municipality}/expected/${name}.json`, import.meta.url), 'utf8'),
  ) as T;
interface Stored {
  readonly value?: number;
  readonly n?: number;
  readonly coordinators?: number;
  readonly by?: Readonly<Record<string, Readonly<Record<string, number | { readonly persons: number }>>>>;
}
const unitName = (code: string) => [code, code] as const;
const tablesIn = (themes: readonly ToldTheme[]) => themes.flatMap(({ tables }) => tables);
const named = (themes: readonly ToldTheme[], id: string) => tablesIn(themes).find((table) => table.id === id);

describe.each(['9101', '9102'])('the figures of %s as people read them', (municipality) => {
  const [y2024, y2025] = ['2024', '2025'].map((year) =>
    given<Figures>(municipality, `year-${year}.canonical`),
  ) as [Figures, Figures];
  const themes = toldFigures(y2025, [y2024], unitName);

  it('are all there, each with its name, what it counts and its source, and say the same numbers (S4)', () => {
    const ids = tablesIn(themes).map(({ id }) => id);
    expect(ids.filter((id) => id !== 'D4P').toSorted()).toEqual(Object.keys(y2025.figures).toSorted());
    const deadlines = ['D4', 'D4P'].map((id) => named(themes, id)?.total as { exact: number });
    expect(deadlines.reduce((sum, { exact }) => sum + exact, 0)).toBe((y2025.figures['D4'] as Stored).value);
    for (const { id, total, counts, source, breakdowns } of tablesIn(themes)) {
      if (id.startsWith('D4')) continue;
      const { value, n, coordinators, by = {} } = y2025.figures[id] as Stored;
      expect({ id, total }).toEqual({ id, total: { exact: value ?? n ?? coordinators } });
      expect(counts[0] && counts[1] && source[0] && source[1]).toBeTruthy();
      for (const { dimension, lines } of breakdowns) {
        const counted = Object.values(by[dimension] ?? {});
        const numbers = counted.map((one) => (typeof one === 'number' ? one : one.persons));
        const told = lines?.map(({ shown }) => ('exact' in shown ? shown.exact : Number.NaN));
        expect(told?.toSorted((one, other) => one - other)).toEqual(
          numbers.toSorted((one, other) => one - other),
        );
      }
    }
  });

  it('stand beside those of the period before, and of no other', () => {
    const before = y2024.figures['P1'] as { value: number };
    expect(named(themes, 'P1')).toMatchObject({ before: { exact: before.value } });
    expect(named(toldFigures(y2024, [y2025], unitName), 'P1')).toMatchObject({ before: null });
    expect(named(themes, 'P1')?.trend.map(({ from }) => from)).toEqual(['2024-01-01', '2025-01-01']);
  });

  it('tell the forum what its edition holds and nothing more, without a way to who is behind it (S4)', () => {
    const edition = given<Edition>(municipality, 'year-2025.forum');
    const told = tablesIn(toldEdition(edition, [], unitName));
    expect(told.map(({ id }) => id).toSorted()).toEqual(Object.keys(edition.tables).toSorted());
    for (const { id, cell, total, breakdowns } of told) {
      const table = edition.tables[id] as unknown as { total?: unknown; parts?: Record<string, unknown[]> };
      if ('total' in table) expect(total).toEqual(table.total);
      expect([cell, ...breakdowns.flatMap(({ lines }) => lines?.map((line) => line.cell) ?? [])]).toEqual(
        expect.not.arrayContaining([expect.any(String)]),
      );
      const small = breakdowns
        .flatMap(({ lines }) => lines ?? [])
        .filter(({ shown }) => 'exact' in shown && shown.exact > 0 && shown.exact < 5);
      expect(id === 'M1' ? [] : small).toEqual([]);
    }
  });
});

describe('what cells are called', () => {
  it.each([
    [['0-5', '6-12', '13-17'], '0–17 år'],
    [['18-24', '25-66', 'UNKNOWN', '67+'], '18 år og over og ukjent alder'],
    [['25-66', 'UNKNOWN'], '25–66 år og ukjent alder'],
    [['0-5', '13-17'], '0–5 år og 13–17 år'],
  ])('ages %j are %s', (codes, label) => {
    expect(labelOf('AGE', codes, unitName)[0]).toBe(label);
  });

  it('two codes at once are both, and units have their own names', () => {
    expect(labelOf('RULE_STATE', ['DECISION_TIME:MISSED'], unitName)).toEqual([
      'Avgjørelse, ikke holdt',
      'Avgjerd, ikkje halden',
    ]);
    expect(labelOf('UNIT', ['SCHOOL', 'NOT_STATED'], unitName)[0]).toBe('SCHOOL og ikke oppgitt');
  });

  it('counts that are no number are said in words', () => {
    expect(saidOf({ from: 1, to: 4 }, 1)).toBe('færre enn fem');
    expect(saidOf({ from: 40, to: null }, 0)).toBe('40 eller flere');
    expect(saidOf({ exact: 7 }, 0)).toBe('7');
  });

  it('every figure of the golden histories has words', () => {
    const ids = Object.keys(given<Figures>('9101', 'year-2025.canonical').figures);
    expect(ids.filter((id) => figureWords[id] === undefined)).toEqual([]);
  });
});
