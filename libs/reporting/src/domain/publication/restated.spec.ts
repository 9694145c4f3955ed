import type { Figures } from '../figures/index.js';
import type { Edition } from './edition.js';
import { shownOf, sourcesOf } from './counted-tables.js';
import { restated } from './restated.js';

const policy = { unitTree: 'NOT_STATED' };
const figuresOf = (few: number, many: number) =>
  ({
    figures: {
      E1: { value: few + many, by: { AMOUNT: { UNDER_50K: few, '50K_250K': 0, OVER_250K: many } } },
    },
  }) as unknown as Figures;
const told = (was: Figures, is: Figures) => {
  const { E1 } = sourcesOf(was, policy, 'PUB-1');
  const edition = { publication: 'PUB-1', tables: { E1: E1 && shownOf(E1) } } as unknown as Edition;
  return restated(edition, was, is, policy)['E1'];
};

describe('a table that was published, in a later report', () => {
  it.each([
    ['is the same where nothing moved', [22, 18], [22, 18], 'UNCHANGED'],
    ['has new values where each cell moved by five or more, or not at all', [22, 18], [28, 18], 'RESTATED'],
    ['stands where a cell moved by fewer', [22, 18], [26, 20], 'KEPT'],
    ['stands where a cell is small now', [22, 18], [22, 3], 'KEPT'],
    ['is the same where what was told in words is still true', [3, 37], [4, 36], 'UNCHANGED'],
    ['stands where what was told in words is true no more', [4, 36], [5, 35], 'KEPT'],
    ['is the same where a total is still fewer than five', [1, 1], [1, 2], 'UNCHANGED'],
  ] as const)('%s', (_, [few, many], [fewer, more], state) =>
    expect(told(figuresOf(few, many), figuresOf(fewer, more))).toMatchObject({ state }),
  );
});
