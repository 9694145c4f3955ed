import { problemSentences } from '#apps/api/src/problems/problem-sentences';
import { problemTypes } from '#apps/api/src/problems/problem-types';
import { statusOfRefusal } from '#apps/api/src/problems/problem-from';
import { everyRefusal } from '#apps/refusals';
import { codeOfRule, refusedAlike, type Sentence, type Table } from '#event-sourcing';
import { generatedPart } from './generated.js';
import { refusalsInSource } from './refusals-in-source.js';

const contexts = [...new Set(everyRefusal.map(({ context }) => context))];
const ownOf = (context: string) =>
  everyRefusal.filter((one) => one.context === context).flatMap(({ own }) => Object.entries(own));

const { tables: tablesInSource, uses } = refusalsInSource();
/** Rules that are made of what was found, such as the fault of a number. */
const beginnings = ['bad-identity-number.…'];

/** Whether the library refuses by it, or what contexts share does for it; any library, where none is named. */
const isUsed = (rule: string, lib?: string) =>
  uses.some(
    (use) =>
      (lib === undefined || use.lib === lib || use.lib === 'vocabulary') &&
      (use.rule === rule || (beginnings.includes(use.rule) && rule.startsWith(use.rule.slice(0, -1)))),
  );

const listed = ([en, nb, nn]: Sentence) => [`- ${en}`, `  - ${nb}`, `  - ${nn}`].join('\n');

/** A heading a code, with every sentence that it may come with. */
function chapter(
  rules: readonly (readonly [rule: string, sentence: Sentence])[],
  heading: (code: string) => string,
): string {
  const codes = [...new Set(rules.map(([rule]) => codeOfRule(rule)))];
  return codes
    .map((code) => {
      const said = rules
        .filter(([rule]) => codeOfRule(rule) === code)
        .map(([, sentence]) => listed(sentence));
      return `### ${heading(code)}\n\n${said.join('\n')}`;
    })
    .join('\n\n');
}

const refused = (code: string) => `\`${code}\` · ${statusOfRefusal(code)}`;

function page(): string {
  return [
    '## Every context',
    chapter(Object.entries(refusedAlike), (code) => refused(`<context>/${code}`)),
    ...contexts.flatMap((context) => [
      `## ${context}`,
      chapter(ownOf(context), (code) => refused(`${context}/${code}`)),
    ]),
    '## The edge',
    chapter(Object.entries(problemSentences), (type) => {
      const [status, title] = problemTypes[type as keyof typeof problemTypes];
      return `\`${type}\` · ${status} · ${title}`;
    }),
  ].join('\n\n');
}

describe('docs/problems.md', () => {
  it('is what the tables of refusals and problems say', () => {
    const now = page();
    expect(generatedPart('problems.md', 'problems', now).stands).toBe(now);
  });
});

describe('the tables of refusals', () => {
  const titles = Object.entries(problemTypes).map(
    ([type, [, ...title]]) => [`${type} (title)`, title] as const,
  );
  const tables: Readonly<Record<string, Table>> = {
    ...Object.fromEntries(contexts.map((context) => [context, Object.fromEntries(ownOf(context))])),
    'every context': refusedAlike,
    'the edge': problemSentences,
    'the titles of the edge': Object.fromEntries(titles),
  };

  it.each(Object.entries(tables))('say everything of %s in three languages', (_, table) => {
    const unsaid = Object.entries(table).filter(
      ([, said]) => said.length !== 3 || said.some((text) => text.trim() === ''),
    );
    expect(unsaid.map(([rule]) => rule)).toEqual([]);
  });

  it('have a sentence for every problem of the edge', () => {
    const said = new Set(Object.keys(problemSentences).map(codeOfRule));
    expect([...said].toSorted()).toEqual(Object.keys(problemTypes).toSorted());
  });

  /** By context and rules: in which order features stand says nothing. */
  const written = (of: readonly { readonly context: string; readonly rules: readonly string[] }[]) =>
    of.map(({ context, rules }) => `${context}: ${rules.join(', ')}`).toSorted();

  it('are each in the one list of them, and once', () => {
    const listed = everyRefusal.map(({ context, own }) => ({ context, rules: Object.keys(own) }));
    expect(written(listed)).toEqual(written(tablesInSource));
    expect(new Set(everyRefusal).size).toBe(everyRefusal.length);
  });

  it.each(contexts)('have one sentence for each rule of %s', (context) => {
    const rules = ownOf(context).map(([rule]) => rule);
    expect(rules.filter((rule, index) => rules.indexOf(rule) !== index)).toEqual([]);
    expect(rules.filter((rule) => Object.hasOwn(refusedAlike, rule))).toEqual([]);
  });

  it('have no rule that nothing refuses by', () => {
    const unused = tablesInSource.flatMap(({ lib, context, rules }) =>
      rules.filter((rule) => !isUsed(rule, lib)).map((rule) => `${context}/${rule}`),
    );
    expect(unused).toEqual([]);
    expect(Object.keys(refusedAlike).filter((rule) => !isUsed(rule))).toEqual([]);
  });

  it('are refused by with rules that are written out, or begin like those known here', () => {
    const begun = uses.map(({ rule }) => rule).filter((rule) => rule.endsWith('…'));
    expect(begun.toSorted()).toEqual(beginnings.toSorted());
  });
});
