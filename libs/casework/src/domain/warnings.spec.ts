import { specOf } from '#event-sourcing/testing/spec-of';
import type { Birth } from '#vocabulary';
import { caseDecider } from './decide.js';
import { decided, fact } from './example-case.testing.js';
import { warningsOf } from './warnings.js';

const { stateAfter } = specOf(caseDecider);

describe('A decision on a child who was not heard (F9)', () => {
  it.each<[string, Birth, boolean]>([
    ['is told of from the age of seven', '2019-02-20', true],
    ['is not told of before', '2019-02-21', false],
    ['is told of while it may be', 2019, true],
    ['is told of up to the eighteenth birthday', '2008-02-21', true],
    ['is not told of an adult', '2008-02-20', false],
    ['is not told of whose birth is unknown', undefined, false],
  ])('%s', (_, birth, isTold) => {
    expect(warningsOf(stateAfter(...decided), birth, '2026-02-20')).toEqual(
      isTold ? ['CHILD_NOT_HEARD'] : [],
    );
    expect(warningsOf(stateAfter(...decided, fact.hearing()), birth, '2026-02-20')).toEqual([]);
  });
});
