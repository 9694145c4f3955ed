import { specOf } from '#event-sourcing/testing/spec-of';
import { fact, recording } from '../examples.testing.js';
import { cooperationDecider } from './decide.js';

const { rows } = specOf(cooperationDecider);
const agreed = fact('CooperationTaskAgreed');
const followedUp = fact('CooperationTaskFollowedUp');
const completed = fact('CooperationTaskCompleted');
const asked = fact('UserBodyAsked');
const answered = fact('UserBodyAnswered');

describe('a task of cooperation (U23)', () => {
  rows(recording('CooperationTaskAgreed'), [
    ['has an owner and a day on which it is followed up', [], {}, [agreed]],
    ['is agreed once', [agreed], {}, 'matter-there'],
    ['is not followed up before it is agreed', [], { followUpOn: '2026-01-11' }, 'date-order'],
  ]);
  rows(recording('CooperationTaskFollowedUp'), [
    ['is followed up, with the next day', [agreed], {}, [followedUp]],
    [
      'may get another owner',
      [agreed],
      { ownerId: 'party-2' },
      [fact('CooperationTaskFollowedUp', { ownerId: 'party-2' })],
    ],
    ['is followed up while it is open', [agreed, completed], {}, 'matter-ended'],
    ['is no hearing', [asked], {}, 'no-such-matter'],
  ]);
  rows(recording('CooperationTaskCompleted'), [
    ['ends with what came of it', [agreed, followedUp], {}, [completed]],
    [
      'does not end before it was followed up',
      [agreed, followedUp],
      { completedOn: '2026-02-19' },
      'date-order',
    ],
  ]);
});

describe('the hearing of those who speak for users (U21)', () => {
  rows(recording('UserBodyAsked'), [
    ['is asked for, with a day for the answer', [], {}, [asked]],
    ['is asked for once', [asked], {}, 'matter-there'],
  ]);
  rows(recording('UserBodyAnswered'), [
    ['has an answer, and what came of it', [asked], {}, [answered]],
    [
      'may end without one',
      [asked],
      { standpoint: 'NO_ANSWER' },
      [fact('UserBodyAnswered', { standpoint: 'NO_ANSWER' })],
    ],
    ['is answered once', [asked, answered], {}, 'matter-ended'],
    ['is answered after it was asked for', [asked], { answeredOn: '2026-01-19' }, 'date-order'],
  ]);
});
