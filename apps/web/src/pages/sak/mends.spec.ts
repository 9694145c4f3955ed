import { mendOf } from './mends.js';
import type { CaseStep } from './steps-of-case.js';

const notify: CaseStep = { section: 'decision', operation: 'Dispatch_notify' };
const letter: CaseStep = { section: 'letters', operation: 'Letters_dispatch', about: 'letter-1' };

describe('what mends a gap', () => {
  it.each([
    ['DecisionNotified', [notify, letter], letter],
    ['DecisionNotified', [notify], notify],
    ['DecisionNotified', [], undefined],
    ['DocumentFiled', [notify], 'documents'],
    ['ApplicationReceived', [notify], 'history'],
    ['BoardApproved', [], 'history'],
    ['of another day', [notify], undefined],
  ] as const)('%s, of %j', (step, steps, mend) => expect(mendOf({ step }, steps)).toEqual(mend));
});
