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
});
