import { readdirSync, readFileSync } from 'node:fs';
import { everyRefusal } from '#apps/refusals';
import { refusedAlike, type Sentence } from '#event-sourcing';
import { factSentences } from '#event-sourcing/fact-sentences';
import { faultSentences } from './fault-sentences.js';
import { problemSentences } from './problem-sentences.js';
import { problemTypes, refusalTitles } from './problem-types.js';

/** Everything that a person may be told of what did not succeed, by its rule. */
const sentences: readonly (readonly [rule: string, sentence: Sentence])[] = [
  ...Object.entries<Sentence>(problemSentences),
  ...Object.entries(problemTypes).map(([type, [, ...title]]) => [`title of ${type}`, title] as const),
  ...Object.entries(refusalTitles).map(([status, title]) => [`title of ${status}`, title] as const),
  ...Object.entries<Sentence>(faultSentences),
  ...Object.entries<Sentence>(factSentences),
  ...Object.entries<Sentence>(refusedAlike),
  ...everyRefusal.flatMap(({ context, own }) =>
    Object.entries<Sentence>(own).map(([rule, sentence]) => [`${context}/${rule}`, sentence] as const),
  ),
];

const bokmal =
  /(?<![\p{L}-])(ikke|fra|hva|hvilken|hvem|noen|noe|bare|være|er det ikke|denne tjenesten)(?![\p{L}-])/iu;
const nynorsk = /(?<![\p{L}-])(ikkje|frå|kva|kven|nokon|noko|berre|vere|eit|ein|denne tenesta)(?![\p{L}-])/iu;

describe('what people are told of what did not succeed', () => {
  it.each(sentences)('E6 is there in three languages: %s', (_rule, [en, nb, nn, ...more]) => {
    expect(more).toEqual([]);
    for (const words of [en, nb, nn]) expect(words).toMatch(/\p{L}{2}/u);
    expect([nb, nn]).not.toContain(en);
    expect(nb).not.toMatch(nynorsk);
    expect(nn).not.toMatch(bokmal);
  });

  it('E6 comes from these tables alone: no field is judged but by `rule`, whose sentence is spoken in all three', () => {
    const here = new URL('..', import.meta.url);
    const sources = readdirSync(here, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts') && !/\.(spec|testing)\.ts$/.test(name))
      .map((name) => [name, readFileSync(new URL(name, here), 'utf8')] as const);
    const imported = sources.flatMap(([name, text]) =>
      [...text.matchAll(/import \{([^}]*)\} from 'class-validator'/g)].flatMap(([, names = '']) =>
        names.split(',').map((one) => `${name}: ${one.trim()}`),
      ),
    );
    expect(imported.toSorted()).toEqual([
      'validation/decorators.ts: ValidateBy',
      'validation/decorators.ts: ValidateIf',
      'validation/group-decorators.ts: ValidateNested',
      'validation/validate.ts: type ValidationError',
      'validation/validate.ts: validate',
    ]);
    const calls = sources.flatMap(([, text]) => text.match(/\bValidateBy\(/g) ?? []);
    expect(calls).toHaveLength(1);
  });
});
