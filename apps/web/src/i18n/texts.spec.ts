import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(import.meta.dirname, '..');

describe('the texts of the pages', () => {
  it('are each under a name of their own: of two by one name each would say the words of the other', () => {
    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(
      ({ name }) => /\.tsx?$/.test(name) && !name.endsWith('.spec.ts'),
    );
    const names = files.flatMap((file) =>
      [...readFileSync(join(file.parentPath, file.name), 'utf8').matchAll(/\btexts\('([^']+)'/g)].map(
        ([, name]) => name,
      ),
    );
    expect(names.length).toBeGreaterThan(50);
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
  });
});
