import { specOf } from '#event-sourcing/testing/spec-of';
import { isCoordinated } from './coordination.js';
import { coordinationDecider } from './decide.js';
import { appointed, consent, released } from './facts.testing.js';
import { needCases } from './need-cases.testing.js';
import { isNeeded } from './need.js';

const { stateAfter } = specOf(coordinationDecider);

describe('Somebody who coordinates', () => {
  it.each([
    ['before the first day', '2026-01-31', false],
    ['on the first day', '2026-02-01', true],
    ['the day before the release', '2026-02-14', true],
    ['on the day of the release', '2026-02-15', false],
  ])('%s: %s, %s', (_, day, expected) => {
    expect(isCoordinated(stateAfter(consent(), appointed(), released()), day)).toBe(expected);
  });
  it('does so in whatever way', () => {
    for (const way of [{ kind: 'CHILD' }, { temporary: true }] as const) {
      expect(isCoordinated(stateAfter(consent(), appointed(way)), '2026-03-02')).toBe(true);
    }
  });
});

describe('A coordinator is needed', () => {
  it.each(needCases)('when %s: %#', (_, facts, expected) => {
    expect(isNeeded(stateAfter(consent(), ...facts), '2026-03-02')).toBe(expected);
  });
});
