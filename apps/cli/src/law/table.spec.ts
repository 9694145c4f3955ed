import { tableOf, triedOf } from './table.js';

const head = ['id', 'rule', 'version', 'inputs', 'expected_due', 'expected_verdict'];
const tried = (...cells: readonly string[]) => {
  const [row] = tableOf({ rows: [head, cells], faults: [] });
  return row && triedOf(row);
};
const proven = '{"delivery":{"kind":"PROVEN","on":"2026-05-06"}}';

describe('a table of cases', () => {
  it.each([
    [
      'is silent of what comes out as it says',
      ['A', 'COMPLAINT_PBRL', '1', proven, '2026-06-03', ''],
      undefined,
    ],
    [
      'tells what comes out otherwise',
      ['A', 'COMPLAINT_PBRL', '1', proven, '2026-06-04', 'MET'],
      'Row 2 (A): due is 2026-06-03, not 2026-06-04, verdict is none, not MET',
    ],
    ['tells of a rule that is none', ['', 'RULE', '1', '{}', '', ''], 'Row 2: there is no rule of that name'],
    [
      'tells of inputs that are no JSON',
      ['', 'CHILD_16', '1', '{born', '', ''],
      'Row 2: the inputs are no JSON',
    ],
    [
      'tells what the inputs lack',
      ['', 'CHILD_16', '1', '{"born":"2010-02-30"}', '', ''],
      'Row 2: born is no day of the calendar',
    ],
    [
      'tells where no rule was in force',
      ['', 'COMPLAINT_PBRL', '1', '{"delivery":{"kind":"PROVEN","on":"2001-05-06"}}', '', ''],
      'Row 2: No version of the rule was in force on 2001-05-06',
    ],
  ])('%s', (_, cells, told) => expect(tried(...cells)).toBe(told));

  it('needs its headings', () =>
    expect(() => tableOf({ rows: [['rule', 'inputs']], faults: [] })).toThrow('due'));
});
