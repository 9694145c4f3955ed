import { readFileSync, writeFileSync } from 'node:fs';

const urlOf = (file: string) => new URL(`../../docs/${file}`, import.meta.url);

/**
 * A part of a page that is made from the code: what stands between `<!-- begin: name -->` and `<!-- end: name -->`.
 * Written anew by `GOLDEN=write npm run jest -- --testPathPatterns test/docs`.
 */
export function generatedPart(file: string, name: string, now: string): { readonly stands: string } {
  const page = readFileSync(urlOf(file), 'utf8');
  const [begin, end] = [`<!-- begin: ${name} -->`, `<!-- end: ${name} -->`];
  const [before, rest] = page.split(begin);
  const [stands, after] = (rest ?? '').split(end);
  if (before === undefined || stands === undefined || after === undefined) {
    throw new Error(`docs/${file} has no place for ${name}.`);
  }
  if (process.env['GOLDEN'] !== 'write') return { stands: stands.trim() };
  writeFileSync(urlOf(file), `${before}${begin}\n\n${now}\n\n${end}${after}`);
  return { stands: now };
}
