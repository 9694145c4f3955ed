import { createRequire } from 'node:module';
import { jest } from '@jest/globals';

interface Filter {
  (
    paths: readonly string[],
    seed: number,
    takesLong?: (path: string) => boolean,
  ): Promise<{
    filtered: readonly string[];
  }>;
  readonly share: number;
}
const someSuites = createRequire(import.meta.url)('./some-suites.cjs') as Filter;

describe('the suites of npm test', () => {
  beforeEach(() => void jest.spyOn(process.stderr, 'write').mockReturnValue(true));
  afterEach(() => void jest.restoreAllMocks());

  const long = ['c', 'a', 'b', 'e', 'd', 'f', 'g'];
  const paths = ['x', ...long, 'y'];
  const of = async (seed: number) => (await someSuites(paths, seed, (path) => long.includes(path))).filtered;

  it('are all of those that are quick', async () => {
    expect(await of(3)).toEqual(expect.arrayContaining(['x', 'y']));
  });

  it('are a share of those that take long, every one of them for some seed and the same for the same', async () => {
    const seeds = Array.from({ length: someSuites.share }, (_, n) => 123_456 + n);
    const chosen = await Promise.all(seeds.map(of));
    expect(
      chosen
        .flat()
        .filter((path) => long.includes(path))
        .toSorted(),
    ).toEqual(long.toSorted());
    expect(await of(123_456)).toEqual(chosen[0]);
  });

  it('are told by their name or their first line', async () => {
    const here = import.meta.filename;
    const kills = here.replace('some-suites.spec', 'some.faults.spec');
    const { filtered } = await someSuites([here, kills], 1);
    expect(filtered).toEqual([here]);
  });
});
