import { openedIn, stepOn } from './search.js';
import { paramsIn, stepsOf, usualOf } from './steps-of.js';

describe('what is answered in place', () => {
  it('is known by the kind of what waits', () => {
    expect(stepsOf({ kind: 'PROPOSAL_TO_CONCUR' })).toEqual(['LeaderAnswers_concur', 'LeaderAnswers_object']);
    expect(stepsOf({ kind: 'DECISION_TO_MAKE' })).toBeUndefined();
  });

  it('is an end, of whatever goes on, where an answer was that something is to end (S10)', () => {
    const ends = stepsOf({ kind: 'FEEDBACK_MISSING' });
    expect([ends, ends && usualOf(ends)]).toEqual(['ENDS', 'EndReports_closure']);
  });

  it('is about whom and what the address of the task tells, whichever of the answers is given', () => {
    const path = '/v1/subjects/someone/coordinator-proposals/proposal.1/concurrence';
    expect(paramsIn(path, 'LeaderAnswers_object')).toEqual({
      subjectId: 'someone',
      proposalId: 'proposal.1',
    });
  });

  it('is of a person where the step names the person', () => {
    expect(openedIn(stepOn('someone', 'REVIEW'))).toEqual({ subjectId: 'someone', step: 'REVIEW' });
    expect(openedIn(stepOn('someone', 'END'))).toEqual({ subjectId: 'someone', step: 'END' });
    expect(openedIn('someone.HANDOVER_TO_WRITE')).toBeUndefined();
    expect(openedIn(undefined)).toBeUndefined();
  });
});
