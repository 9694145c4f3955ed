import { asTree } from './units.queries.js';

describe('the tree of units', () => {
  const unit = (code: string, parent: string | null) => ({
    unit: code,
    nb: null,
    nn: null,
    parent,
    leader: null,
    establishedOn: '2025-01-01',
    endedOn: null,
    mergedInto: null,
    revision: '0',
    municipality: '1576',
  });
  const shown = (...units: Parameters<typeof asTree>[0][number][]) =>
    asTree(units).map(({ unit: code, level }) => `${level} ${code}`);

  it('has whoever stands under a unit right after it, a level deeper', () =>
    expect(shown(unit('CHOIR', 'CULTURE'), unit('CULTURE', null), unit('SCHOOL', null))).toEqual([
      '0 CULTURE',
      '1 CHOIR',
      '0 SCHOOL',
    ]));
  it('shows each once where an earlier log has two under each other', () =>
    expect(shown(unit('NORTH', 'SOUTH'), unit('SOUTH', 'NORTH'), unit('MIDDLE', 'SOUTH'))).toEqual([
      '0 NORTH',
      '1 SOUTH',
      '2 MIDDLE',
    ]));
});
