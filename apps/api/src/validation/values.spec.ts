import { isCleanText, isRealDate } from './values.js';

describe('a local date', () => {
  it.each(['2024-02-29', '2026-12-31', '1900-01-01'])('may be %s', (day) =>
    expect(isRealDate(day)).toBe(true),
  );
  it.each([
    '2026-02-29',
    '2026-02-30',
    '2026-13-01',
    '2026-00-10',
    '2026-1-1',
    '26-01-01',
    '2026-01-01T00:00:00Z',
    ' 2026-01-01',
    '1066-10-14',
    '',
  ])('is not "%s"', (day) => expect(isRealDate(day)).toBe(false));
});

describe('a personal text', () => {
  it.each(['Testine Prøvesen', 'Áššu Máhtte', '测试', 'O’Prøve', '👩🏽‍🦽', 'e\u0301'])('may be %s', (text) =>
    expect(isCleanText(text, 200)).toBe(true),
  );
  it.each([
    ['empty', ''],
    ['only spaces', '   '],
    ['only characters without width', '\u200b\u2060'],
    ['only an accent', '\u0301'],
    ['a NUL', 'a\0b'],
    ['an escape', 'a\u001b[31m'],
    ['half a character', 'a\ud800'],
    ['a turned reading direction', 'a\u202eb'],
    ['a line feed where one line is asked for', 'a\nb'],
    ['too long', 'a'.repeat(201)],
  ])('is not %s', (_what, text) => expect(isCleanText(text, 200)).toBe(false));
  it('is counted in characters, of however many units each', () => {
    expect(isCleanText('👋'.repeat(200), 200)).toBe(true);
    expect(isCleanText('👋'.repeat(201), 200)).toBe(false);
  });
  it('may have lines where lines are asked for', () => {
    expect(isCleanText('first\r\nsecond\n\tthird', 200, { lines: true })).toBe(true);
    expect(isCleanText('first\rsecond', 200, { lines: true })).toBe(false);
  });
});
