import { readdirSync, readFileSync } from 'node:fs';

const root = new URL('../../', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root), 'utf8');
const pages = readdirSync(new URL('docs/', root), { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('.md'),
);

/** Code that a page shows of a file: a block after a line that ends with the file's path in bold. */
const excerpts = pages.flatMap((page) =>
  [...read(`docs/${page}`).matchAll(/\*\*`([\w./-]+)`\*\*[^\n]*\n\n```ts\n([\s\S]*?)\n```/g)].map(
    ([, file, code]) => ({ page, file: file ?? '', code: code ?? '' }),
  ),
);
const lines = (code: string) =>
  code
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

describe('code that a page shows', () => {
  it('is there', () => expect(excerpts.map(({ page }) => page)).toContain('adding-a-step.md'));

  it.each(excerpts)('of $file in docs/$page stands there as shown', ({ file, code }) => {
    const source = lines(read(file)).join('\n');
    for (const part of lines(code).join('\n').split('\n…\n')) {
      if (!source.includes(part)) throw new Error(`${file} does not read so any more:\n${part}`);
    }
  });
});
