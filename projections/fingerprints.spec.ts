import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { fingerprint } from '#projecting';
import { projections } from './index.js';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const recorded = JSON.parse(readFileSync(here('./fingerprints.json'), 'utf8')) as Record<
  string,
  Record<string, string>
>;

/** The files of a fold: the projection's own, and those beside it that they import. */
function filesOf(name: string): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  const names = new Set(['projection']);
  for (const file of names) {
    const source = readFileSync(here(`./${name.replaceAll('_', '-')}/${file}.ts`), 'utf8');
    files.set(file, source);
    for (const [, other = ''] of source.matchAll(/from '\.\/([\w-]+)\.js'/g)) names.add(other);
  }
  return files;
}

/** The source of a fold without comments, types and layout: what it does. */
const foldSource = (name: string): string =>
  [...filesOf(name).values()]
    .map(
      (source) =>
        ts.transpileModule(source, {
          compilerOptions: {
            target: ts.ScriptTarget.ESNext,
            module: ts.ModuleKind.ESNext,
            removeComments: true,
          },
        }).outputText,
    )
    .join('');

describe('the fingerprint of a read model', () => {
  it.each(projections.map((projection) => [projection.name, projection] as const))(
    'of %s is the recorded one, or its version is a new one',
    (name, projection) => {
      const now = fingerprint(projection, foldSource(name));
      const known = recorded[name]?.[String(projection.version)];
      if (known !== now) {
        throw new Error(
          `Types, fold, columns or schema of ${name} version ${projection.version} have changed. If the version was ever released ` +
            `and a row may now be another, raise it; then record in projections/fingerprints.json: "${name}": { "${projection.version}": "${now}" }`,
        );
      }
    },
  );

  it('is recorded for what exists, and for nothing else', () => {
    expect(Object.keys(recorded).toSorted()).toEqual(projections.map(({ name }) => name).toSorted());
  });

  it('covers the whole fold: its files import no code of read models but what lies beside them', () => {
    for (const { name } of projections) {
      for (const [file, source] of filesOf(name)) {
        const others = source.match(/from '\.{1,2}\/[^']*'/g) ?? [];
        const beside = source.match(/from '\.\/[\w-]+\.js'/g) ?? [];
        expect([name, file, others]).toEqual([name, file, beside]);
      }
    }
  });

  it('changes with the fold', () => {
    const [first] = projections;
    if (!first) throw new Error('there is a projection');
    expect(fingerprint(first, 'one')).not.toBe(fingerprint(first, 'other'));
    expect(fingerprint({ ...first, columns: { ...first.columns, more: 'text' } }, 'one')).not.toBe(
      fingerprint(first, 'one'),
    );
  });
});

describe('the sources of read models', () => {
  it('ask no clock of the database: today comes with the query', () => {
    const files = readdirSync(here('.'), { recursive: true, encoding: 'utf8' }).filter(
      (file) => /(?<!spec)\.(ts|sql)$/.test(file) && !file.includes('.spec.'),
    );
    expect(files.length).toBeGreaterThan(10);
    for (const file of files) {
      expect(
        `${file}: ${/\bnow\(\)|current_date|current_timestamp|select \*/.exec(readFileSync(here(`./${file}`), 'utf8'))?.[0]}`,
      ).toBe(`${file}: undefined`);
    }
  });
});
