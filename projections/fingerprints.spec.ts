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

/** The source of a fold without comments, types and layout: what it does. */
function foldSource(name: string): string {
  const source = readFileSync(here(`./${name.replaceAll('_', '-')}/projection.ts`), 'utf8');
  const { outputText } = ts.transpileModule(source, {
    compilerOptions: { target: ts.ScriptTarget.ESNext, module: ts.ModuleKind.ESNext, removeComments: true },
  });
  return outputText;
}

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

  it('covers the whole fold: a projection imports no code of this folder but its own file', () => {
    for (const { name } of projections) {
      const source = readFileSync(here(`./${name.replaceAll('_', '-')}/projection.ts`), 'utf8');
      expect(source).not.toMatch(/from '\.{1,2}\//);
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
