import described from './operations.json' with { type: 'json' };
import { hasFieldLabel } from './field-texts.js';
import type { Field, Operation } from './operations.js';
import { hasStepTitle } from './step-texts.js';

const operations = described as unknown as Readonly<Record<string, Operation>>;
/** A digest is of a file that the page itself has; a correction's fields are those of the event. */
const shownNowhere = new Set(['documentDigest', 'changed']);
const namesIn = (fields: readonly Field[]): string[] =>
  fields.flatMap((field) => [field.name, ...('fields' in field ? namesIn(field.fields) : [])]);

describe('the words of forms', () => {
  const names = new Set(Object.values(operations).flatMap(({ fields }) => namesIn(fields)));

  test.each([...names].filter((name) => !shownNowhere.has(name)))(
    'the field %s is called something',
    (name) => {
      expect(hasFieldLabel(name)).toBe(true);
    },
  );

  test.each(Object.keys(operations))('the command %s has a title', (operation) => {
    expect(hasStepTitle(operation)).toBe(true);
  });
});
