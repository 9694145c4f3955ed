import {
  changesIn,
  type Edition,
  editionIn,
  figuresIn,
  fingerprinted,
  type Figures,
  type History,
  readHistory,
  restated,
} from '#reporting';
import { expectedOf, folderOf, given, jsonOf, textOf } from './given.testing.js';

describe.each(given)('municipality %s', (key) => {
  let history: History;
  beforeAll(async () => {
    history = await readHistory(folderOf(key));
  });
  const expected = expectedOf(key);
  const askedFor = (name: string) => {
    const { from, to, knownOn } = expected.find((each) => each.name === name) ?? expected[0]!;
    return { period: { from, to }, knownOn };
  };

  describe.each(expected.map((each) => [each.name, each] as const))('%s', (name, { sha256 }) => {
    it('has its figures, byte for byte (H11)', () => {
      const { text, ...fingerprint } = fingerprinted(figuresIn(history, askedFor(name)).figures);
      expect(JSON.parse(text)).toEqual(jsonOf(key, `${name}.canonical.json`));
      expect(text).toBe(textOf(key, `${name}.canonical.json`));
      expect(fingerprint.sha256).toBe(sha256);
    });

    it('has behind each cell what counts there', () => {
      const { contributors } = figuresIn(history, askedFor(name));
      expect(fingerprinted(contributors).sha256).toBe(
        jsonOf<Record<string, string>>(key, 'contributors.sha256.json')[name],
      );
    });
  });

  it('has its published editions, byte for byte, each after those before it', () => {
    const earlier: Edition[] = [];
    for (const name of ['year-2024', 'year-2025', 'block-2023-2025']) {
      const edition = editionIn(history, askedFor(name), earlier);
      expect(fingerprinted(edition).text).toBe(textOf(key, `${name}.forum.json`));
      earlier.push(edition);
    }
  });

  it('tells what moved since its first report, and why', () => {
    const { period, knownOn } = askedFor('year-2024-restated');
    const changes = changesIn(history, { period, knownOn }, askedFor('year-2024').knownOn);
    expect(fingerprinted(changes).text).toBe(textOf(key, 'year-2024.changes.json'));
  });

  it('tells the forum of a table that was published only what gives nobody away', () => {
    const figures = (name: string) => jsonOf<Figures>(key, `${name}.canonical.json`);
    const { unitTree = 'NOT_STATED' } = history.municipality;
    const edition = jsonOf<Edition>(key, 'year-2024.forum.json');
    const told = restated(edition, figures('year-2024'), figures('year-2024-restated'), { unitTree });
    const states = Object.entries(told).map(([name, { state }]) => [name, state]);
    expect(Object.fromEntries(states)).toMatchObject(jsonOf<object>(key, 'year-2024.restated.forum.json'));
  });
});
