import { readdirSync, readFileSync } from 'node:fs';

const contexts = ['municipality', 'subject', 'casework', 'coordination'] as const;
const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');

/** Refused in every context's name alike (`standing`). */
const standingCodes = [
  ...read('../../libs/event-sourcing/src/effective.ts').matchAll(/context\}\/([a-z-]+)`/g),
].map(([, code]) => code ?? '');

/** The codes that a context's code refuses with: written whole, as a rule's name before its sentence, or by asking which entry stands. */
function codesOf(context: string): ReadonlySet<string> {
  const root = `../../libs/${context}/src/`;
  const sources = readdirSync(new URL(root, import.meta.url), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !/\.(spec|testing)\.ts$/.test(file))
    .map((file) => read(`${root}${file}`));
  const whole = new RegExp(`'${context}/([a-z-]+)'`, 'g');
  const named = /'([a-z]+(?:-[a-z]+)*)',\s*(?:['"`](?:[A-Z]|\$\{)|sentence)/g;
  const asksWhatStands = sources.some((source) => /\bstandingFact\(/.test(source));
  return new Set([
    ...sources.flatMap((source) =>
      [...source.matchAll(whole), ...source.matchAll(named)].map(([, code]) => code ?? ''),
    ),
    ...(asksWhatStands ? standingCodes : []),
  ]);
}

/** The codes in the tables of a context's chapter. */
function documentedOf(context: string): ReadonlySet<string> {
  const chapter = read('../../docs/domain.md')
    .split('\n## ')
    .find((one) => one.toLowerCase().startsWith(context));
  const rows = (chapter ?? '')
    .split('\n')
    .filter((line) => line.startsWith('|') && !line.includes('refusal'));
  const codes = rows.flatMap((row) => [...(row.split('|')[1] ?? '').matchAll(/`(?:[a-z]+\/)?([a-z-]+)`/g)]);
  return new Set(codes.map(([, code]) => code ?? ''));
}

describe('docs/domain.md', () => {
  it.each(contexts)('names every refusal of %s, and no other', (context) => {
    const codes = codesOf(context);
    expect(codes.size).toBeGreaterThan(2);
    expect([...documentedOf(context)].toSorted()).toEqual([...codes].toSorted());
  });
});
