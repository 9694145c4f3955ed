import fc from 'fast-check';
import { byteOrderMark, type Delimiter, linesOf } from './csv.js';

describe('a CSV', () => {
  it('E2 quotes what has delimiters, quotes and lines', () => {
    const rows = [
      ['x; "y"', 'a,b'],
      ['line\nline', 'ø'],
    ];
    expect(linesOf(rows, ';')).toBe('"x; ""y""";"a,b"\r\n"line\nline";ø\r\n');
    expect(linesOf([['x', 'y']], ',')).toBe('x,y\r\n');
    expect(byteOrderMark).toBe('\ufeff');
  });

  it.each([
    ['=1+1', `'=1+1`],
    ['+47', `'+47`],
    ['-1', `'-1`],
    ['@SUM(A1)', `'@SUM(A1)`],
    ['\t=1', `"'\t'=1"`],
    ['\r1', `"'\r1"`],
    ['x;=1+1;y', `"x;'=1+1;y"`],
    ['x; @SUM(A1)', `"x; '@SUM(A1)"`],
    ['x,=1', `"x,'=1"`],
    ['x|=1', `x|'=1`],
    ['x\n-1', `"x\n'-1"`],
    [';"=1+1;', `";""'=1+1;"`],
    [`'=1`, `''=1`],
    [' \u00a0\u200b=1', ` \u00a0\u200b'=1`],
    ['＝1', `'＝1`],
    ['﹦1+1', `'﹦1+1`],
    ['−2+3', `'−2+3`],
    ['\u2060\u3164\ufe0f=1', `\u2060\u3164\ufe0f'=1`],
    ['2026-03-02; e-post', '"2026-03-02; e-post"'],
    ['a = b - c', 'a = b - c'],
  ])('E2 lets no cell start a formula: %j', (text, written) => {
    expect(linesOf([[text]], ';')).toBe(`${written}\r\n`);
  });

  it('E2 has no formula in it however its cells are parted', () => {
    const letters = fc.constantFrom(...'=+-@\t\r\n;,|"\' \u00a0\u200b\ufeffa1＝'.split(''));
    const text = fc.string({ unit: letters, maxLength: 12 });
    const delimiter = fc.constantFrom<Delimiter>(';', ',');
    fc.assert(
      fc.property(fc.array(fc.array(text, { minLength: 1 })), delimiter, (rows, between) => {
        const written = linesOf(rows, between);
        for (const part of written.split(/[;,|\t\r\n]/)) {
          expect(part).not.toMatch(/^[\s"\p{Cf}]*[=+\-@＝]/u);
        }
      }),
    );
  });

  it.each([' ', ';', '=', '"', '; ', ';=', '\r\n'])(
    'B4 is written in one walk over %j again and again',
    (part) => {
      const text = part.repeat(500_000);
      expect(linesOf([[text]], ';').length).toBeGreaterThan(text.length);
    },
  );
});
