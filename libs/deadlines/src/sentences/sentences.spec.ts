import { readFileSync } from 'node:fs';
import { computeDeadline } from '../compute.js';
import type { RuleId } from '../rules.js';
import { sentenceOf } from './index.js';

interface Told {
  readonly rule: RuleId;
  readonly inputs: never;
  readonly nb: string;
  readonly nn: string;
}
const told = JSON.parse(
  readFileSync(new URL('./sentences.testing.json', import.meta.url), 'utf8'),
) as readonly Told[];

describe('a deadline says how it came about', () => {
  it.each(told.map((one) => [one.rule, one] as const))('%s', (rule, { inputs, nb, nn }) => {
    const deadline = computeDeadline(rule, inputs);
    expect([sentenceOf(deadline, 'nb', 'PERSON'), sentenceOf(deadline, 'nn', 'PERSON')]).toEqual([nb, nn]);
  });

  it.each(told.map((one) => [one.rule, one] as const))(
    '%s to staff and county governor, and speaks to neither person nor complainant',
    (rule, { inputs }) => {
      const deadline = computeDeadline(rule, inputs);
      for (const language of ['nb', 'nn'] as const) {
        const sentence = sentenceOf(deadline, language, 'STAFF');
        expect(sentence).not.toMatch(/(?<!\p{L})(du|deg|din|di|ditt|dine|vi|oss|vår|vårt)(?!\p{L})/iu);
        expect(sentence === '').toBe(sentenceOf(deadline, language, 'PERSON') === '');
      }
    },
  );
});
