import { formatIn } from './accept.js';
import { ListCursors } from './cursor.js';
import { languageIn, spokenIn } from './language.js';

const isText = (after: unknown): after is string => typeof after === 'string';
const typeOf = (work: () => unknown) => {
  try {
    work();
    return 'none';
  } catch (error) {
    return (error as { type?: string }).type;
  }
};

describe('a cursor', () => {
  const here = { logId: 'log', path: '/v1/cases' };
  const cursors = new ListCursors(Buffer.alloc(32, 1));
  const others = new ListCursors(Buffer.alloc(32, 2));
  it('comes back as it went, in every process', () => {
    const text = cursors.textOf(here, 'ø');
    expect(new ListCursors(Buffer.alloc(32, 1)).read(text, here, isText)).toBe('ø');
  });
  it('of another log is gone', () =>
    expect(typeOf(() => cursors.read(cursors.textOf({ ...here, logId: 'other' }, 'a'), here, isText))).toBe(
      'cursor-of-another-log',
    ));
  it('tells nobody whose place it is', () => {
    const bytes = Buffer.from(cursors.textOf(here, 'testine-id'), 'base64url').toString('latin1');
    expect(bytes).not.toContain('testine-id');
  });
  it.each([
    '',
    'nonsense',
    'W10',
    Buffer.from(JSON.stringify(['log', '/v1/cases', 'a-place-of-before'])).toString('base64url'),
    others.textOf(here, 'a'),
    cursors.textOf(here, 7),
    cursors.textOf({ ...here, path: '/v1/other' }, 'a'),
  ])('is not %s', (text) => expect(typeOf(() => cursors.read(text, here, isText))).toBe('invalid-query'));
});

describe('the representation asked for', () => {
  it.each([
    [undefined, 'json'],
    ['*/*', 'json'],
    ['', 'json'],
    ['text/csv', 'csv'],
    ['text/html, text/csv;q=0.9, */*;q=0.1', 'csv'],
    ['application/json, text/csv;q=0.5', 'json'],
    ['application/*', 'json'],
    ['text/*', 'csv'],
    ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'xlsx'],
  ])('of %s is %s', (accept, format) => expect(formatIn(accept, ['json', 'csv', 'xlsx'])).toBe(format));
  it('may be none of ours', () =>
    expect(typeOf(() => formatIn('image/png', ['json']))).toBe('not-acceptable'));
});

describe('the language asked for', () => {
  it.each([
    [undefined, 'nn'],
    ['en', 'nn'],
    ['nb-NO, en;q=0.5', 'nb'],
    ['nb;q=0.4, nn;q=0.8', 'nn'],
    ['no', 'nn'],
    ['nb;q=0', 'nn'],
  ] as const)('of %s, in a municipality that writes nynorsk, is %s', (header, language) =>
    expect(languageIn(header, 'nn')).toBe(language),
  );

  it.each([
    [undefined, 'en'],
    ['', 'en'],
    ['de, fr;q=0.5', 'en'],
    ['*', 'en'],
    ['en-GB', 'en'],
    ['nb', 'nb'],
    ['nb-NO', 'nb'],
    ['no', 'nb'],
    ['NN-no', 'nn'],
    ['de, nn;q=0.3', 'nn'],
    ['en;q=0.4, nb;q=0.9, nn;q=0.8', 'nb'],
    ['nn, nb', 'nn'],
    ['nb;q=0, nn;q=0.1', 'nn'],
    ['nb;q=0', 'en'],
    ['nb;q=often, nn', 'nn'],
    ['constructor, ;q=1, ,', 'en'],
  ])('of %s, among all that are spoken here, is %s', (header, language) =>
    expect(spokenIn(header)).toBe(language),
  );
});
