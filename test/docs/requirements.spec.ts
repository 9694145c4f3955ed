import { readdirSync, readFileSync } from 'node:fs';
import { generatedPart } from './generated.js';
import { type Requirement, requirements } from './requirements.js';

const root = new URL('../../', import.meta.url);
const folders = ['apps', 'libs', 'projections', 'test'];
/** As the titles of tests name requirements: several in one pair of brackets, with commas between. */
const inBrackets = /(?<=\s)\(((?:[HAUSF]\d{1,2})(?:, [HAUSF]\d{1,2})*)\)/g;

/** The suites that name an id, by id. */
function namedInTitles(): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  for (const folder of folders) {
    const files = readdirSync(new URL(`${folder}/`, root), { recursive: true, encoding: 'utf8' });
    for (const file of files.filter((one) => one.endsWith('.spec.ts'))) {
      const path = `${folder}/${file}`;
      for (const [, ids = ''] of readFileSync(new URL(path, root), 'utf8').matchAll(inBrackets)) {
        for (const id of ids.split(', ')) found.set(id, (found.get(id) ?? new Set()).add(path));
      }
    }
  }
  return found;
}

const named = namedInTitles();
const all: Readonly<Record<string, Requirement>> = Object.assign({}, ...Object.values(requirements));

const suitesOf = (id: string) => [...(named.get(id) ?? [])].toSorted();
const stateOf = (id: string, { lacks }: Requirement) => {
  if (!named.has(id)) return 'not yet';
  return lacks === undefined ? 'works' : `partly: lacks ${lacks}`;
};

function page(): string {
  const states = Object.entries(all).map(([id, one]) => stateOf(id, one));
  const count = (state: string) => states.filter((one) => one.startsWith(state)).length;
  const lists = Object.entries(requirements).map(([municipality, ids]) => {
    const items = Object.entries(ids as Readonly<Record<string, Requirement>>).map(([id, one]) => {
      const suites = suitesOf(id).map((path) => `\`${path}\``);
      const shown = suites.length === 0 ? '' : ` · ${suites.join(', ')}`;
      return `- **${id}** ${one.what} · _${stateOf(id, one)}_${shown}`;
    });
    return `## ${municipality}\n\n${items.join('\n')}`;
  });
  const sum = `Of ${states.length}, ${count('works')} work, ${count('partly')} partly, ${count('not yet')} not yet.`;
  return [sum, ...lists].join('\n\n');
}

describe('docs/requirements.md', () => {
  it('is what the titles of tests say', () => {
    const now = page();
    expect(generatedPart('requirements.md', 'requirements', now).stands).toBe(now);
  });

  it('knows every id that a title names', () =>
    expect([...named.keys()].filter((id) => !Object.hasOwn(all, id))).toEqual([]));

  it('has all ninety', () => expect(Object.keys(all)).toHaveLength(90));
});
