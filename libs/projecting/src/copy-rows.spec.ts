import { field } from './copy-rows.js';

describe("a value in COPY's text format", () => {
  it.each([
    [null, 'text', '\\N'],
    [undefined, 'jsonb', '\\N'],
    ['a\tb\nc\\d\r', 'text', 'a\\tb\\nc\\\\d\\r'],
    ['\\N', 'text', '\\\\N'],
    [true, 'boolean', 't'],
    [false, 'boolean', 'f'],
    [12, 'integer', '12'],
    [9007199254740993n, 'bigint', '9007199254740993'],
    [{ a: 'x\ny' }, 'jsonb', '{"a":"x\\\\ny"}'],
    [[], 'jsonb', '[]'],
    [[], 'text[]', '{}'],
    [['a', 'b"c', 'd\\e', 'f,g', 'NULL'], 'text[]', '{"a","b\\\\"c","d\\\\\\\\e","f,g","NULL"}'],
  ])('is %j as %s', (value, type, expected) => {
    expect(field(value, type)).toBe(expected);
  });

  it('is never an object that is no JSON', () => {
    expect(() => field({}, 'text')).toThrow('A column of type text got a value of type object');
  });
});
