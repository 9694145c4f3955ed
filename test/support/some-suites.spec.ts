import { createRequire } from 'node:module';

type Kind = 'core' | 'served' | 'long';
interface Suites {
  readonly some: readonly string[];
  readonly others: readonly string[];
  readonly left: readonly string[];
}
const { share, longShare, shared } = createRequire(import.meta.url)('./some-suites.cjs') as {
  readonly share: number;
  readonly longShare: number;
  readonly shared: (paths: readonly string[], seed: number, kindOf?: (path: string) => Kind) => Suites;
};

describe('the suites of npm test', () => {
  const kinds: Readonly<Record<string, Kind>> = { c: 'core', s: 'served', l: 'long' };
  const paths = Array.from({ length: 17 }, (_, n) => ['c', 's', 'l'].map((kind) => `${kind}${n}`)).flat();
  const of = (seed: number) => shared(paths, seed, ([first = '']) => kinds[first] ?? 'core');
  const those = (kind: string, suites: readonly string[]) => suites.filter((path) => path.startsWith(kind));
  const seeds = Array.from({ length: share }, (_, n) => 123_456 + n);

  it('are all of those that need no server or are at the core', () => {
    expect(those('c', of(3).some)).toEqual(those('c', paths).toSorted());
  });

  it.each(['s', 'l'])('are a share of the others, every one of them for some seed (%s)', (kind) => {
    const chosen = seeds.flatMap((seed) => those(kind, of(seed).some));
    expect(chosen.toSorted()).toEqual(those(kind, paths).toSorted());
  });

  it('are with those of test:rest and test:full all there are, each once', () => {
    for (const seed of seeds) {
      const { some, others, left } = of(seed);
      expect([...some, ...others, ...left].toSorted()).toEqual(paths.toSorted());
      expect(those('s', left)).toEqual([]);
      expect(those('l', [...some, ...others]).length).toBeLessThanOrEqual(Math.ceil(17 / longShare));
    }
  });

  it('are told apart by their names and their first lines', () => {
    const here = import.meta.filename;
    const served = here.replace('some-suites.spec', 'postgres-server.int.spec');
    const kills = here.replace('some-suites.spec', 'some.faults.spec');
    expect(shared([here, served, kills], 1)).toEqual({ some: [here], others: [served], left: [kills] });
  });
});
