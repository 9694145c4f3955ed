import { readFileSync } from 'node:fs';
import type { Edition } from '../domain/publication/edition.js';
import { fileLinesOf } from './lines.js';
import { printedThemes } from './page.js';
import { saidOf } from './shown-words.js';
import { toldEdition } from './tell.js';

const given = (year: string): Edition =>
  JSON.parse(
    readFileSync(new URL(`../../test/given/9101/expected/year-${year}.forum.json`, import.meta.url), 'utf8'),
  ) as Edition;
const themes = toldEdition(given('2025'), [given('2024')], (code) => [code, code]);

describe('what is printed and sent out', () => {
  it('draws each bar of the number that its own line says, in whole thousandths (S4)', () => {
    const lines = printedThemes(themes, 0).flatMap(({ figures }) =>
      figures.flatMap(({ breakdowns }) => breakdowns.map(({ lines }) => lines)),
    );
    expect(lines.length).toBeGreaterThan(10);
    for (const chart of lines) {
      const numbers = chart.map(({ said, before }) => [said, before].map((one) => Number(one) || 0));
      const exact = chart.filter(({ said }) => /^\d+$/.test(said));
      const longest = exact.find(({ most }) => most === 1000);
      if (longest === undefined) continue;
      for (const { said, least, most } of exact) {
        expect([least, most]).toEqual([most, Math.round((1000 * Number(said)) / Number(longest.said))]);
      }
      expect(numbers.flat().every((one) => one >= 0)).toBe(true);
    }
  });

  it('says every number of the edition once as a line, small ones in words (S4)', () => {
    const lines = fileLinesOf(themes);
    const told = themes.flatMap(({ tables }) =>
      tables.flatMap(({ id, breakdowns }) =>
        id === 'M1'
          ? []
          : breakdowns.flatMap((one) => (one.lines ?? []).map(({ shown }) => saidOf(shown, 0))),
      ),
    );
    expect(lines.filter(({ dimension, cell }) => dimension && cell).length).toBeGreaterThan(told.length - 1);
    expect(told.filter((one) => /^[1-4]$/.test(one))).toEqual([]);
    expect(lines.some(({ now }) => now[0] === 'færre enn fem')).toBe(true);
  });
});
