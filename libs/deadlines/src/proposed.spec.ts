import { faultsInVersion } from './proposed.js';

const proposed = { rule: 'COMPLAINT_PBRL', version: '2', validFrom: '2027-01-01', period: 'P6W' };

describe('a version of a rule that somebody wrote down', () => {
  it('is good', () => expect(faultsInVersion(proposed)).toEqual([]));

  it.each([
    ['that is no object', [proposed], 'one object'],
    ['of a rule that is none', { ...proposed, rule: 'LUNCH' }, 'rule must be one of PRELIM_REPLY'],
    [
      'of a rule that the municipality sets itself',
      { ...proposed, rule: 'DECISION_TIME' },
      'rule must be one of',
    ],
    ['without a name', { ...proposed, version: '' }, 'version must be a name'],
    ['with the name of one in force', { ...proposed, version: '1' }, 'version must be another'],
    ['from a day that is none', { ...proposed, validFrom: '2027-02-30' }, 'validFrom must be a day'],
    [
      'from before the one in force',
      { ...proposed, validFrom: '2012-01-01' },
      'validFrom must be after 2012-01-01',
    ],
    ['of no length', { ...proposed, period: 'P0W' }, 'period must be of days'],
    ['of a length that nobody counts by', { ...proposed, period: 'PT6H' }, 'period must be of days'],
    ['longer than any', { ...proposed, period: 'P20Y' }, 'period must be of days'],
    ['with another transition', { ...proposed, transition: 'NONE' }, 'transition must be'],
    ['with a field of its own', { ...proposed, ends: '2028-01-01' }, 'a field that no rule has'],
  ])('is refused %s', (_, told, fault) => expect(faultsInVersion(told).join(' ')).toContain(fault));
});
