import { readdirSync, readFileSync } from 'node:fs';
import { generatedPart } from './generated.js';

const libs = new URL('../../libs/', import.meta.url);
const isProduct = (file: string) => file.endsWith('.ts') && !/\.(spec|testing)\.ts$|^testing\//.test(file);

/** Libraries that a library's product code imports, by their `#name`. */
function knownTo(lib: string): string[] {
  const root = new URL(`${lib}/src/`, libs);
  const sources = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter(isProduct)
    .map((file) => readFileSync(new URL(file, root), 'utf8'));
  const imported = sources.flatMap((source) =>
    [...source.matchAll(/from '#([a-z-]+)(?:\/[^']*)?'/g)].map(([, name]) => name ?? ''),
  );
  return [...new Set(imported)].filter((name) => name !== lib).toSorted();
}

const known = new Map(readdirSync(libs).map((lib) => [lib, knownTo(lib)]));

/** A line a library: who knows most stands on top, so that every arrow points down. */
function picture(): string {
  const depth = (lib: string): number => 1 + Math.max(0, ...(known.get(lib) ?? []).map(depth));
  const inOrder = [...known.keys()].toSorted(
    (one, other) => depth(other) - depth(one) || (one < other ? -1 : 1),
  );
  const width = Math.max(...inOrder.map((lib) => lib.length));
  const lines = inOrder.map((lib) => {
    const others = known.get(lib) ?? [];
    return others.length === 0 ? lib : `${lib.padEnd(width)} ──▶ ${others.join(', ')}`;
  });
  return `\`\`\`\n${lines.join('\n')}\n\`\`\``;
}

describe('the picture of who knows whom in docs/architecture.md', () => {
  it('is the one that the imports draw', () => {
    const now = picture();
    expect(generatedPart('architecture.md', 'who knows whom', now).stands).toBe(now);
  });

  it('has contexts that know each other one way', () => {
    const contexts = [
      'calendar',
      'municipality',
      'subject',
      'enquiry',
      'casework',
      'meeting',
      'coordination',
    ];
    for (const [index, context] of contexts.entries()) {
      const later = contexts.slice(index + 1);
      expect([context, known.get(context)?.filter((name) => later.includes(name))]).toEqual([context, []]);
    }
  });
});
