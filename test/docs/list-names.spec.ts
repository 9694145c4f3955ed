import { readFileSync } from 'node:fs';
import { projections } from '#projections/index';

test('the page of the operation calls every read model something', () => {
  const source = readFileSync(new URL('../../apps/web/src/pages/drift/names.ts', import.meta.url), 'utf8');
  const named = [...source.matchAll(/^ {2}'?([a-z_-]+)'?: \[/gm)].map(([, name]) => name);
  expect(projections.map(({ name }) => name).filter((name) => !named.includes(name))).toEqual([]);
});
