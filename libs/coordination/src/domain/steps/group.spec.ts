import { specOf } from '#event-sourcing/testing/spec-of';
import { coordinationDecider } from '../decide.js';
import {
  caseId,
  closed,
  consent,
  decidedAs,
  grant,
  intent,
  joined,
  left,
  refused,
  started,
  withdrawal,
} from '../facts.testing.js';

const { rows } = specOf(coordinationDecider);
const open = [consent(), started()];
const member = [...open, joined()];
const again = { memberId: 'member-2' };
const other = { memberId: 'member-2', partyId: 'party-10' };
const alone = (one = grant('GROUP')) => ({ caseId, ...decidedAs(one) });

describe('A group member', () => {
  rows(intent.join, [
    ['joins around an active plan, where there is one (H4)', open, {}, [joined()]],
    [
      'joins around a plan where the municipality presupposes one',
      open,
      { groupPresupposesPlan: true },
      [joined()],
    ],
    ['joins a group that was granted by itself (U1)', [consent()], alone(), [joined({ caseId })]],
    [
      'joins around the plan when the case named granted no group',
      open,
      alone(grant('INDIVIDUAL_PLAN')),
      [joined()],
    ],
    [
      'D5 joins around the plan when what the case named had granted is used up',
      open,
      alone({ ...grant('GROUP'), usedUpOn: '2026-02-01' }),
      [joined()],
    ],
    [
      'D5 joins no group of a case that is used up without a plan',
      [consent()],
      alone({ ...grant('GROUP'), usedUpOn: '2026-02-01' }),
      'grant-used-up',
    ],
    ['is somebody whom the municipality has registered', open, { partyIsKnown: false }, 'unknown-party'],
    [
      'joins a group granted by itself on the day of the decision at the earliest',
      [consent()],
      alone({ ...grant('GROUP'), decidedOn: '2026-02-11' }),
      'before-decision',
    ],
    [
      'needs a plan where the municipality says so',
      [consent()],
      { ...alone(), groupPresupposesPlan: true },
      'no-group-basis',
    ],
    ['needs some basis', [consent()], {}, 'no-group-basis'],
    ['needs a plan that is active', [...open, closed()], { joinedOn: '2026-02-26' }, 'no-group-basis'],
    ['D7 may be typed in after the plan was closed', [...open, closed()], {}, [joined()]],
    [
      'D7 may be typed in after joining again, and left by then at the latest',
      member,
      { ...again, joinedOn: '2026-02-05' },
      [
        joined({ ...again, joinedOn: '2026-02-05' }),
        left({ ...again, leftOn: '2026-02-10', reasonCode: 'OTHER', endsByThen: true }),
      ],
    ],
    ['needs a plan that had begun', open, { joinedOn: '2026-02-02' }, 'no-group-basis'],
    ['needs a decision that granted a group', [consent()], alone(refused), 'not-granted'],
    [
      'needs a decision about this person',
      [consent()],
      alone({ ...grant(), subjectId: 'somebody-else' }),
      'not-granted',
    ],
    ['needs consent to sharing', [consent({ scopes: ['PLAN'] }), started()], {}, 'no-consent'],
    ['needs consent today', [...open, withdrawal()], {}, 'no-consent'],
    [
      'needs consent on the day',
      [consent({ scopes: ['PLAN'] }), consent({ consentId: 'consent-2', givenOn: '2026-02-11' }), started()],
      {},
      'no-consent',
    ],
    ['is in the group once at a time', member, again, 'already-member'],
    [
      'does not join again before leaving',
      [...member, left()],
      { ...again, joinedOn: '2026-02-19' },
      'already-member',
    ],
    [
      'may join again on the day of leaving',
      [...member, left()],
      { ...again, joinedOn: '2026-02-20' },
      [joined({ ...again, joinedOn: '2026-02-20' })],
    ],
    ['stands beside others', member, other, [joined(other)]],
    [
      'is still there when another left',
      [...member, joined(other), left()],
      { ...other, memberId: 'member-3', joinedOn: '2026-02-21' },
      'already-member',
    ],
    ['does not join ahead of today', open, { joinedOn: '2026-03-03' }, 'date-ahead'],
  ]);
});

describe('A group member who leaves', () => {
  const late = { leftOn: '2026-02-26', reasonCode: 'PLAN_CLOSED' } as const;
  rows(intent.leave, [
    ['is recorded', member, {}, [left()]],
    [
      'may do so after the plan was closed and consent withdrawn',
      [...member, closed(), withdrawal()],
      late,
      [left(late)],
    ],
    ['had joined', open, {}, 'no-such-member'],
    ['does so once', [...member, left()], {}, 'already-left'],
    ['does not do so before joining', member, { leftOn: '2026-02-09' }, 'date-order'],
    ['does not do so ahead of today', member, { leftOn: '2026-03-03' }, 'date-ahead'],
  ]);
});
