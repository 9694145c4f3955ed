import { reviewedIn, reviewOf } from './search.js';
import { paramsIn, stepsOf } from './steps-of.js';

describe('what is answered in place', () => {
  it('is known by the kind of what waits', () => {
    expect(stepsOf({ kind: 'PROPOSAL_TO_CONCUR' })).toEqual(['LeaderAnswers_concur', 'LeaderAnswers_object']);
    expect(stepsOf({ kind: 'DECISION_TO_MAKE' })).toEqual([]);
  });

  it('is about whom and what the address of the task tells, whichever of the answers is given', () => {
    const path = '/v1/subjects/someone/coordinator-proposals/proposal.1/concurrence';
    expect(paramsIn(path, 'LeaderAnswers_object')).toEqual({
      subjectId: 'someone',
      proposalId: 'proposal.1',
    });
  });

  it('is a person’s review where the step names the person', () => {
    expect(reviewedIn(reviewOf('someone'))).toBe('someone');
    expect(reviewedIn('someone.HANDOVER_TO_WRITE')).toBeUndefined();
    expect(reviewedIn(undefined)).toBeUndefined();
  });
});
