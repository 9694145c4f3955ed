import { isFree, periodsOver } from './periods.js';

describe('periods that a report can be of', () => {
  it('are the years and half-years that have been, the newest first (H11)', () => {
    expect(periodsOver('2026-12-31', 2)).toEqual([
      { from: '2026-01-01', to: '2026-07-01' },
      { from: '2025-01-01', to: '2026-01-01' },
      { from: '2025-07-01', to: '2026-01-01' },
      { from: '2025-01-01', to: '2025-07-01' },
    ]);
    expect(periodsOver('2027-01-01', 1)).toEqual([]);
    expect(periodsOver('2027-01-01', 2)[0]).toEqual({ from: '2026-01-01', to: '2027-01-01' });
  });

  it('are free where no report of the same length stands', () => {
    const [year, second, first] = periodsOver('2027-01-01', 2);
    const standing = [{ ...first!, replacedBy: null }];
    expect([year, second, first].map((one) => isFree(one!, standing))).toEqual([true, true, false]);
    expect(isFree(first!, [{ ...first!, replacedBy: 'R2' }])).toBe(true);
  });
});
