import { barsOf, hasBars, pointsOf, shownLines } from './chart.js';

const line = (exact: number, before: number | null = null) => ({
  shown: { exact },
  before: before === null ? null : { exact: before },
});

describe('a chart of what a table says', () => {
  it('has a bar for each line, as long as its number (S4)', () => {
    const lines = [line(8, 4), line(2), line(0, 16)];
    const bars = barsOf(lines);
    expect(bars.map(({ least, most }) => [least, most])).toEqual([
      [0.5, 0.5],
      [0.125, 0.125],
      [0, 0],
    ]);
    expect(bars.map(({ before }) => before)).toEqual([0.25, undefined, 1]);
    // Back from the drawing to the table: nothing was rounded or left out.
    expect(bars.map(({ least }) => least * 16)).toEqual(lines.map(({ shown }) => shown.exact));
  });

  it('shows a range as one: from the least to the most that it may be', () => {
    expect(barsOf([line(10), { shown: { from: 1, to: 4 }, before: null }])[1]).toEqual({
      least: 0.1,
      most: 0.4,
      before: undefined,
    });
    expect(barsOf([{ shown: { from: 40, to: null }, before: null }])).toEqual([
      { least: 1, most: 1, before: undefined },
    ]);
  });

  it('is not drawn where nothing was counted', () => {
    expect(hasBars([line(0), line(0, 3)])).toBe(false);
    expect(hasBars([{ shown: { from: 1, to: 4 } }])).toBe(true);
  });

  it('names those of which there are none apart, and loses no number', () => {
    const lines = [
      { ...line(8), depth: 0 as const, name: 'a' },
      { ...line(0), depth: 0 as const, name: 'b' },
      { ...line(0), depth: 1 as const, name: 'of b' },
      { ...line(0, 3), depth: 0 as const, name: 'gone' },
    ];
    const { some, none } = shownLines(lines);
    expect(some.map(({ name }) => name)).toEqual(['a', 'gone']);
    expect(none.map(({ name }) => name)).toEqual(['b']);
  });

  it('follows a trend through each period, with a gap where nothing may be told', () => {
    const at = (from: string, shown: { exact: number } | null) => ({ from, to: from, shown });
    const trend = [at('2024-01-01', { exact: 10 }), at('2025-01-01', null), at('2026-01-01', { exact: 20 })];
    expect(pointsOf(trend)).toEqual([
      { x: 0, least: 0.5, most: 0.5 },
      undefined,
      { x: 1, least: 1, most: 1 },
    ]);
  });
});
