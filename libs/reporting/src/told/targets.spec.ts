import { targetsOn, toldTarget } from './targets.js';

const p90 = (value: number | null, unit: 'DAYS' | 'WEEKS' = 'DAYS') =>
  [{ name: 'P90', value, unit }] as const;

describe('targets of the municipality', () => {
  it('are those of the profile in force on the day of status, by the figure that counts the days', () => {
    const dayOf = (target: string, from: string) =>
      target === 'RECEIVED_TO_DECIDED' ? (from < '2025-01-01' ? '2025-02-14' : '2026-01-30') : undefined;
    expect(targetsOn(dayOf, '2025-12-31')).toEqual({ D2: 30 });
    expect(targetsOn(dayOf, '2024-12-31')).toEqual({ D2: 45 });
  });

  it('are met where nine of ten were within, and nothing is said of what is not told', () => {
    expect(toldTarget(30, p90(30))).toEqual({ days: 30, isMet: true });
    expect(toldTarget(30, p90(31))).toEqual({ days: 30, isMet: false });
    expect(toldTarget(30, p90(null))).toEqual({ days: 30, isMet: null });
    expect(toldTarget(undefined, p90(31))).toBeNull();
  });

  it('tell the forum no more than the weeks that it is told', () => {
    expect(toldTarget(30, p90(4, 'WEEKS'))).toEqual({ days: 30, isMet: true });
    expect(toldTarget(30, p90(5, 'WEEKS'))).toEqual({ days: 30, isMet: null });
    expect(toldTarget(28, p90(5, 'WEEKS'))).toEqual({ days: 28, isMet: false });
  });
});
