import { specOf } from '#event-sourcing/testing/spec-of';
import { coordinationDecider } from '../decide.js';
import {
  annulled,
  appointed,
  closed,
  consent,
  decidedAs,
  grant,
  intent,
  joined,
  refused,
  released,
  started,
  subjectId,
  withdrawal,
} from '../facts.testing.js';

const { given, rows } = specOf(coordinationDecider);
const second = { planId: `${subjectId}.2` };
const open = [consent(), started()];
const ended = [...open, closed({ reasonCode: 'OTHER' })];
const noNeed = [...open, closed()];
const agreed = (differs: Parameters<typeof closed>[0] = {}) => closed({ personAgrees: true, ...differs });
const next = { startedOn: '2026-02-25' };

describe('A plan', () => {
  rows(intent.start, [
    ['starts with a number of its own (F2, F22)', [consent()], {}, [started()]],
    [
      'starts on the day of the decision at the earliest (invariant 5)',
      [consent()],
      decidedAs({ ...grant(), decidedOn: '2026-02-04' }),
      'before-decision',
    ],
    ['is the only active one (A7)', open, {}, 'plan-already-active'],
    [
      'may follow a closed one from that day on, under the next number',
      ended,
      next,
      [started({ ...next, ...second })],
    ],
    [
      'D5 does not follow one that ended with the need, on the grant that it used up',
      noNeed,
      next,
      'grant-used-up',
    ],
    [
      'D5 follows one that ended with the need on a later grant',
      noNeed,
      { startedOn: '2026-02-27', ...decidedAs({ ...grant(), decidedOn: '2026-02-26' }) },
      [started({ startedOn: '2026-02-27', ...second })],
    ],
    [
      'D5 does not start on any grant of before the person moved',
      [consent(), appointed(), released({ reasonCode: 'MOVED' })],
      { startedOn: '2026-02-20' },
      'grant-used-up',
    ],
    [
      'D7 is typed in after a later one, and had ended by the day on which that one started',
      open,
      { startedOn: '2026-01-20' },
      [
        started({ ...second, startedOn: '2026-01-20' }),
        closed({ ...second, closedOn: '2026-02-03', reasonCode: 'OTHER', endsByThen: true }),
      ],
    ],
    [
      'does not follow a closed one before that day',
      ended,
      { startedOn: '2026-02-24' },
      'plan-already-active',
    ],
    [
      'never takes the number of one recorded in error',
      [consent(), started({ id: 'wrong' }), annulled('wrong')],
      {},
      [started(second)],
    ],
    ['needs a decision that granted a plan', [consent()], decidedAs(grant('INDIVIDUAL_PLAN')), [started()]],
    ['is refused on a refusal', [consent()], decidedAs(refused), 'not-granted'],
    [
      'is refused where other items were granted',
      [consent()],
      decidedAs(grant('COORDINATOR', 'GROUP')),
      'not-granted',
    ],
    [
      'is refused on a decision about somebody else',
      [consent()],
      decidedAs({ ...grant(), subjectId: 'somebody-else' }),
      'not-granted',
    ],
    ['needs consent', [], {}, 'no-consent'],
    [
      'needs consent to a plan',
      [consent({ scopes: ['REGISTER', 'COORDINATOR', 'SHARE'] })],
      {},
      'no-consent',
    ],
    ['needs consent by its first day', [consent({ givenOn: '2026-02-04' })], {}, 'no-consent'],
    ['needs consent that has not run out', [consent({ validUntil: '2026-02-28' })], {}, 'no-consent'],
    ['needs consent that was not withdrawn', [consent(), withdrawal()], {}, 'no-consent'],
    ['does not start ahead of today', [consent()], { startedOn: '2026-03-03' }, 'date-ahead'],
  ]);
});

describe('The end of a plan', () => {
  const later = { memberId: 'member-2', partyId: 'p', joinedOn: '2026-02-26' };
  rows(intent.close, [
    ['is recorded, whoever is still in the group', [...open, joined()], {}, [agreed()]],
    ['is not before somebody joined the group around it', [...open, joined(later)], {}, 'joined-later'],
    [
      'may be before somebody joined a group granted by itself',
      [...open, joined({ ...later, caseId: 'case' })],
      {},
      [agreed()],
    ],
    ['may be on the day of joining', [...open, joined({ joinedOn: '2026-02-25' })], {}, [agreed()]],
    ['is recorded also after the consent is gone', [...open, withdrawal()], {}, [agreed()]],
    ['needs a plan', [consent()], {}, 'no-such-plan'],
    ['needs that plan', open, second, 'no-such-plan'],
    ['comes once', ended, {}, 'plan-closed'],
    [
      'D7 is told anew where the end was only the latest possible',
      [
        ...open,
        started({ ...second, startedOn: '2026-01-20' }),
        closed({ ...second, closedOn: '2026-02-03', reasonCode: 'OTHER', endsByThen: true }),
      ],
      { ...second, closedOn: '2026-01-25' },
      [agreed({ ...second, closedOn: '2026-01-25' })],
    ],
    ['is not before its start', open, { closedOn: '2026-02-02' }, 'date-order'],
    ['does not lie ahead of today', open, { closedOn: '2026-03-03' }, 'date-ahead'],
  ]);
  it('names who joined later', () => {
    given(...open, joined({ id: 'early' }), joined({ ...later, id: 'late' }))
      .when(intent.close())
      .thenRejected('coordination/joined-later', ['late']);
  });
});
