import { asOfThen } from './plan-overview.js';

describe('the overview of plans that a meeting keeps', () => {
  const overview = {
    asOf: '2026-03-02',
    activePlans: 4,
    plansStarted: 1,
    plansToStart: 0,
    coordinatorsToAppoint: 0,
    coordinatorGaps: 0,
    casesToConsider: 2,
  };

  it('U9 is as of the day to which the read models were current, not of the day on which somebody asked', () => {
    const stopped = { position: 'p', at: '2026-02-27T23:30:00.000Z' };
    // By the calendar of Norway.
    expect(asOfThen(overview, stopped)).toEqual({ ...overview, asOf: '2026-02-28' });
  });

  it('is none where nobody can tell of which day it is', () => {
    expect(asOfThen(overview, { position: null, at: null })).toBeNull();
    expect(asOfThen(null, { position: null, at: '2026-02-27T12:00:00.000Z' })).toBeNull();
  });
});
