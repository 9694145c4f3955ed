import fc from 'fast-check';
import { canonical } from './canonical-json.js';

describe('canonical JSON', () => {
  it('writes the example of RFC 8785 § 3.2.3 in its order of keys', () => {
    const example = {
      '€': 'Euro Sign',
      '\r': 'Carriage Return',
      '\ufb33': 'Hebrew Letter Dalet With Dagesh',
      1: 'One',
      '😀': 'Emoji: Grinning Face',
      '\u0080': 'Control',
      ö: 'Latin Small Letter O With Diaeresis',
    };
    const values = [...canonical(example).matchAll(/:"([^"]*)"/g)].map(([, value]) => value);
    expect(values).toEqual([
      'Carriage Return',
      'One',
      'Control',
      'Latin Small Letter O With Diaeresis',
      'Euro Sign',
      'Emoji: Grinning Face',
      'Hebrew Letter Dalet With Dagesh',
    ]);
  });

  it('writes text, numbers and nested values in their one form', () => {
    const json = { b: [1, -7, 0, -0, null, true], a: { z: 'Sæther \u2028 "\\\u0001\n', y: '' } };
    expect(canonical(json)).toBe(
      '{"a":{"y":"","z":"Sæther \u2028 \\"\\\\\\u0001\\n"},"b":[1,-7,0,0,null,true]}',
    );
  });

  it.each([
    ['a fraction', { a: 0.5 }],
    ['a number beyond 2^53', { a: 2 ** 53 }],
    ['NaN', { a: NaN }],
    ['undefined', { a: undefined }],
    ['a hole in a list', { a: Array(1) }],
    ['a bigint', { a: 1n }],
    ['a date', { a: new Date(0) }],
    ['half a surrogate pair', { a: 'x\ud83d' }],
    ['half a surrogate pair in a key', { '\ude00': 1 }],
  ])('refuses %s and names its place', (_, json) => {
    expect(() => canonical({ top: [json] })).toThrow('/top/0/');
  });

  it('never repeats the value that it refuses', () => {
    expect(() => canonical({ name: 'Testine \ud83d' })).toThrow(expect.not.stringContaining('Testine'));
  });

  it('is the same for the same value, whatever order its keys were written in, and reads back to it', () => {
    const value = fc.letrec<{ json: unknown }>((tie) => ({
      json: fc.oneof(
        { depthSize: 'small' },
        fc.constant(null),
        fc.boolean(),
        fc.maxSafeInteger(),
        fc.string({ unit: 'grapheme' }),
        fc.array(tie('json')),
        fc.dictionary(fc.string({ unit: 'grapheme' }), tie('json')),
      ),
    })).json;
    fc.assert(
      fc.property(value, (json) => {
        const text = canonical(json);
        expect(canonical(JSON.parse(text))).toBe(text);
        expect(canonical(reversed(json))).toBe(text);
      }),
    );
  });
});

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, held]) => [key, reversed(held)]),
  );
}
