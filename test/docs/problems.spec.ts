import { readdirSync, readFileSync } from 'node:fs';
import { problemSentences } from '#apps/api/src/problems/problem-sentences';
import { problemTypes } from '#apps/api/src/problems/problem-types';
import { statusOfRefusal } from '#apps/api/src/problems/problem-from';
import { everyRefusal } from '#apps/refusals';
import { codeOfRule, refusedAlike, type Sentence, type Table } from '#event-sourcing';
import { generatedPart } from './generated.js';

const contexts = [...new Set(everyRefusal.map(({ context }) => context))];
const ownOf = (context: string) =>
  everyRefusal.filter((one) => one.context === context).flatMap(({ own }) => Object.entries(own));

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

  it('are each in the one list of them', () => {
    const libs = new URL('../../libs/', import.meta.url);
    const sources = readdirSync(libs, { recursive: true, encoding: 'utf8' })
      .filter((file) => /^[a-z-]+\/src\/.*\.ts$/.test(file) && !/\.(spec|testing)\.ts$/.test(file))
      .map((file) => readFileSync(new URL(file, libs), 'utf8'));
    const declared = sources.flatMap((source) =>
      [...source.matchAll(/= refusals\('([a-z-]+)', \{/g)].map(([, context]) => context ?? ''),
    );
    expect(everyRefusal.map(({ context }) => context).toSorted()).toEqual(declared.toSorted());
  });
});
