import { existsSync, writeFileSync } from 'node:fs';
import {
  decode,
  everyDeclared,
  exampleOf,
  fileOf,
  goldenFiles,
  goldenUrl,
  readGolden,
  type Shape,
  shapeOf,
} from './golden.js';

// A new event or a new version gets its file once: GOLDEN=write npm run jest -- --testPathPatterns test/events/golden
if (process.env['GOLDEN'] === 'write') {
  for (const one of everyDeclared) {
    const url = goldenUrl(fileOf(one, one.declaration.version));
    if (!existsSync(url)) writeFileSync(url, `${JSON.stringify(await exampleOf(one), null, 2)}\n`);
  }
}

const versions = everyDeclared.flatMap((one) =>
  Array.from({ length: one.declaration.version }, (_, index) => {
    const file = fileOf(one, index + 1);
    return { ...one, file, version: index + 1 };
  }),
);
const current = versions.filter(({ declaration, version }) => version === declaration.version);

describe('the golden files', () => {
  it('are one for each version of each event ever stored, and no other', () => {
    expect(goldenFiles().toSorted()).toEqual(versions.map(({ file }) => file).toSorted());
  });

  it.each(versions)('$file is still read, and as it was', ({ file, type, version }) => {
    const { stored, decoded } = readGolden(file);
    expect(stored.type).toBe(type);
    expect(stored.metadata['schemaVersion']).toBe(version);
    expect(decode(stored)).toEqual(decoded);
  });

  it.each(current)('$file has the shape that is declared, but for what may be added', ({ file, declaration }) => {
    const { shape } = readGolden(file);
    expect(breaks(shape, shapeOf(declaration.fields))).toEqual([]);
  });

  it.each(current)('$file is what would be stored today', async ({ file, ...one }) => {
    const golden = readGolden(file);
    const today = await exampleOf(one);
    if (JSON.stringify(golden.shape) === JSON.stringify(today.shape)) expect(today).toEqual(golden);
    else expect(breaks(golden.shape, today.shape)).toEqual([]);
  });
});

describe('a change of shape', () => {
  const before: Shape = { a: 'id', 'b?': 'date', c: 'code X Y' };

  it.each<[string, Shape]>([
    ['a new optional field', { ...before, 'd?': 'text of a, CASE' }],
    ['a new code', { ...before, c: 'code W X Y' }],
    ['a new optional list of records', { ...before, 'e?[].a': 'id' }],
  ])('may be %s', (_, after) => expect(breaks(before, after)).toEqual([]));

  it.each<[string, Shape]>([
    ['a field that is gone', { a: 'id', c: 'code X Y' }],
    ['a new required field', { ...before, d: 'date' }],
    ['a field of another kind', { ...before, a: 'digest' }],
    ['a field that became required', { a: 'id', b: 'date', c: 'code X Y' }],
    ['a code that is gone', { ...before, c: 'code X' }],
  ])('may not be %s', (_, after) => expect(breaks(before, after)).not.toEqual([]));
});

/** What in the new shape cannot read what the old one wrote, or could not have been written by it. */
function breaks(before: Shape, after: Shape): string[] {
  const lost = Object.entries(before).flatMap(([path, kind]) => {
    const now = after[path];
    if (now === undefined) return [`${path} is gone: raise the version and upcast`];
    const codes = new Set(now.split(' '));
    const isSame = kind.startsWith('code ') ? kind.split(' ').every((word) => codes.has(word)) : now === kind;
    return isSame ? [] : [`${path} was ${kind} and is ${now}: raise the version and upcast`];
  });
  const added = Object.keys(after)
    .filter((path) => before[path] === undefined && !path.split('.').some((part) => /\?(\[\])*$/.test(part)))
    .map((path) => `${path} is new and not optional: raise the version and upcast`);
  return [...lost, ...added];
}
