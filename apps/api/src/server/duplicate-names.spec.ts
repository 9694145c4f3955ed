import { namesFieldTwice } from './duplicate-names.js';

describe('a field of an object in JSON', () => {
  it.each([
    '{"a":1,"a":2}',
    '{"a":1,"\\u0061":2}',
    '{"x":[{"a":{"b":1,"c":[],"b" : 2}}]}',
    '[{"a":1,"b":"}","a":2}]',
    '{"a\\"":1,"a\\"":2}',
  ])('is named twice in %s', (json) => expect(namesFieldTwice(json)).toBe(true));

  it.each([
    '{}',
    '7',
    '"a"',
    '{"a":{"a":1},"b":[{"a":1},{"a":2}]}',
    '{"a":"a","b":"a:","c":"\\"a\\":"}',
    '{"a":"{\\"a\\":1,\\"a\\":2}"}',
    '["a","a"]',
  ])('is not in %s', (json) => expect(namesFieldTwice(json)).toBe(false));

  it('is looked for in any depth', () => {
    const deep = (inner: string) => `${'{"a":['.repeat(20_000)}${inner}${']}'.repeat(20_000)}`;
    expect(namesFieldTwice(deep('1'))).toBe(false);
    expect(namesFieldTwice(deep('{"b":1,"b":1}'))).toBe(true);
  });
});
