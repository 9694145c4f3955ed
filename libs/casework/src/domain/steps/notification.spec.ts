import { specOf } from '#event-sourcing/testing/spec-of';
import { caseDecider } from '../decide.js';
import { decided, fact, intent, prepared } from '../example-case.testing.js';

const { rows } = specOf(caseDecider);

describe('notifying a decision', () => {
  const to = (recipient: 'GUARDIAN' | 'REPRESENTATIVE') => ({ recipients: [recipient] });
  rows(intent.notify, [
    ['is recorded, with how the answer went out (U12)', decided, {}, [fact.notification()]],
    ['may be to a guardian alone', decided, to('GUARDIAN'), [fact.notification(to('GUARDIAN'))]],
    [
      'may be to a representative alone',
      decided,
      to('REPRESENTATIVE'),
      [fact.notification(to('REPRESENTATIVE'))],
    ],
    ['needs a case', [], {}, 'no-such-case'],
    ['needs a decision', prepared, {}, 'not-decided'],
    ['is refused twice', [...decided, fact.notification()], {}, 'already-notified'],
    ['is not before the decision', decided, { notifiedOn: '2026-02-19' }, 'date-order'],
    ['has happened', decided, { notifiedOn: '2026-03-03' }, 'date-ahead'],
    ['is not by telephone', decided, { channel: 'PHONE' }, 'answer-not-written'],
    ['is not to the coordinator alone', decided, { recipients: ['COORDINATOR'] }, 'applicant-not-notified'],
    ['is not to nobody', decided, { recipients: [] }, 'applicant-not-notified'],
    ['is once to each', decided, { recipients: ['SUBJECT', 'SUBJECT'] }, 'recipient-twice'],
  ]);
});
