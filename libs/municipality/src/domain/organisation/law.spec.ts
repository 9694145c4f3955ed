import { specOf } from '#event-sourcing/testing/spec-of';
import { organisationDecider } from './decide.js';
import { fact, intent } from './example-organisation.testing.js';
import { tablesOf } from './law.js';

const { rows } = specOf(organisationDecider);

describe('a version of a rule', () => {
  rows(intent.adopt, [
    ['is adopted with what its rehearsal found', [], {}, [fact.adopted()]],
    ['may hold from today', [], { validFrom: '2026-03-02' }, [fact.adopted({ validFrom: '2026-03-02' })]],
    ['does not hold before it is adopted', [], { validFrom: '2026-03-01' }, 'rule-looks-back'],
    ['has a name that no other has', [fact.adopted()], { validFrom: '2027-01-01' }, 'rule-version-known'],
    ['has another name than that of the release', [], { ruleVersion: '1' }, 'rule-version-known'],
    ['comes after the one before it', [fact.adopted()], { ruleVersion: '3' }, 'rule-order'],
    [
      'is of one rule, beside those of others',
      [fact.adopted()],
      { rule: 'COMPLAINT_FVL' },
      [fact.adopted({ rule: 'COMPLAINT_FVL' })],
    ],
    ['lasts at most ten years', [], { count: 11, periodUnit: 'Y' }, 'rule-period'],
  ]);

  it('is computed by beside those of the release', () => {
    const adopted = [
      { rule: 'COMPLAINT_PBRL', version: '2', validFrom: '2026-07-01', period: 'P6W' },
    ] as const;
    expect(tablesOf(adopted)).toEqual({
      COMPLAINT_PBRL: [
        { version: '1', validFrom: '2012-01-01', period: 'P4W' },
        { version: '2', validFrom: '2026-07-01', period: 'P6W' },
      ],
    });
    expect(tablesOf([])).toEqual({});
  });
});
