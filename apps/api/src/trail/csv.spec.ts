import { csvOf } from './csv.js';

describe('a CSV', () => {
  it('quotes what has commas, quotes and lines, and keeps formulas from running', () => {
    expect(
      csvOf(
        ['a', 'b'],
        [
          ['x, "y"', '=1+1'],
          ['line\nline', 'ø'],
        ],
      ),
    ).toBe('\ufeffa,b\r\n"x, ""y""",\'=1+1\r\n"line\nline",ø\r\n');
  });

  it.each([
    ['x;=1+1;y', `"x;'=1+1;y"`],
    ['x; @SUM(A1)', `"x; '@SUM(A1)"`],
    ['x\n-1', `"x\n'-1"`],
    ['\t=1', `'\t=1`],
    ['2026-03-02; e-post', '"2026-03-02; e-post"'],
  ])('keeps formulas from running where a semicolon parts the cells: %j', (text, written) => {
    expect(csvOf([text], [])).toBe(`\ufeff${written}\r\n`);
  });

  it.each(['=', '+', '-', '@', '\t', '\r'])('marks a text as text that begins with %j', (first) => {
    const [, cell] = csvOf([], [[`${first}1`]]).split('\r\n', 2);
    expect(cell).toBe(first === '\r' ? `"'\r1"` : `'${first}1`);
  });
});
