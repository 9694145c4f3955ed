import { languages } from './domain/language.js';
import { lix } from './domain/lix.js';
import { letters } from './example.testing.js';
import { easeOf } from './files/library.js';

describe('the fixed text of every letter is easy to read (A14)', () => {
  const each = [...letters.templates.values()].flatMap((template) =>
    languages.map((language) => [template.id, language, template] as const),
  );

  it.each(each)('%s in %s has a LIX under 40', (_, language, template) => {
    const measured = easeOf(letters, template, language);
    expect(measured).toBeGreaterThan(5);
    expect(measured).toBeLessThan(40);
  });
});

it('LIX counts words a sentence and long words', () => {
  expect(lix('Dette er kort. Dette er heilt uforståeleg.')).toBeCloseTo(7 / 2 + 100 / 7);
  expect(lix('')).toBe(0);
});
