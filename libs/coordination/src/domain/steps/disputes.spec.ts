import { specOf } from '#event-sourcing/testing/spec-of';
import { coordinationDecider } from '../decide.js';
import {
  appointed,
  concurred,
  consent,
  disputed,
  intent,
  objected,
  proposed,
  settled,
} from '../facts.testing.js';

const { rows, stateAfter } = specOf(coordinationDecider);
const second = { appointmentId: 'appointment-2' };
const ofProposal = { proposalId: 'proposal-1' };
const agreed = { outcome: 'AGREED', unit: undefined, settledById: undefined } as const;
const objection = [proposed({ awaits: ['LEADER'] }), objected(), disputed(ofProposal)];
const inSchool = { unit: 'SCHOOL' };

describe('A disagreement on which unit is to coordinate', () => {
  rows(intent.dispute, [
    ['is brought before the municipal director (U20)', [], {}, [disputed()]],
    [
      'is brought before whom the profile names (U20)',
      [],
      { disputesSettledBy: 'KE' },
      [disputed({ settledBy: 'KE' })],
    ],
    [
      'may be about a proposal to which the nearest leader objected (H2)',
      [proposed({ kind: 'CHILD' }), objected()],
      { ...ofProposal, kind: undefined },
      [disputed({ ...ofProposal, kind: 'CHILD' })],
    ],
    ['is about a proposal that was made', [], ofProposal, 'no-such-proposal'],
    ['is one at a time', [disputed()], { disputeId: 'dispute-2' }, 'dispute-open'],
    [
      'may arise again',
      [disputed(), settled()],
      { disputeId: 'dispute-2', raisedOn: '2026-02-01' },
      [disputed({ disputeId: 'dispute-2', raisedOn: '2026-02-01' })],
    ],
  ]);
  rows(intent.settle, [
    ['is settled with the unit that is to coordinate (U20)', [disputed()], {}, [settled()]],
    ['may end in agreement (U20)', [disputed()], agreed, [settled(agreed)]],
    ['is settled with a unit, or not at all', [disputed()], { unit: undefined }, 'dispute-decision'],
    ['is settled by somebody', [disputed()], { settledById: undefined }, 'dispute-decision'],
    ['binds nobody where they agreed', [disputed()], { outcome: 'AGREED' }, 'dispute-decision'],
    ['is settled once', [disputed(), settled()], {}, 'dispute-settled'],
    ['was raised', [], {}, 'no-such-dispute'],
    ['was raised by then', [disputed()], { settledOn: '2026-01-19' }, 'date-order'],
  ]);
});

describe('A coordinator whose unit is disputed', () => {
  rows(intent.appoint, [
    ['is not appointed until it is settled (U20)', [consent(), disputed()], inSchool, 'dispute-open'],
    [
      'may be stood in for until then',
      [consent(), disputed()],
      { temporary: true },
      [appointed({ ...second, temporary: true })],
    ],
    ['of the other kind is not disputed', [consent(), disputed({ kind: 'CHILD' })], {}, [appointed(second)]],
    [
      'is of the unit that it was settled for (U20)',
      [consent(), disputed(), settled()],
      inSchool,
      [appointed({ ...second, ...inSchool })],
    ],
    [
      'is of no other unit then (U20)',
      [consent(), disputed(), settled()],
      { unit: 'HOME_CARE' },
      'settled-otherwise',
    ],
    [
      'is of whichever unit they agreed on',
      [consent(), disputed(), settled(agreed)],
      {},
      [appointed(second)],
    ],
    [
      'is of the unit that it was settled for last',
      [
        consent(),
        disputed(),
        settled(),
        disputed({ disputeId: 'dispute-2', raisedOn: '2026-01-26' }),
        settled({ disputeId: 'dispute-2', unit: 'HOME_CARE', settledOn: '2026-01-28' }),
      ],
      { unit: 'HOME_CARE' },
      [appointed({ ...second, unit: 'HOME_CARE' })],
    ],
    ['was appointed before it', [consent(), disputed({ raisedOn: '2026-02-02' })], {}, [appointed(second)]],
    [
      'is appointed as proposed though the leader objected, where it is settled so (H2)',
      [consent(), ...objection, settled()],
      { ...inSchool, ...ofProposal },
      [appointed({ ...second, ...inSchool, ...ofProposal })],
    ],
    [
      'is not appointed as proposed where it is settled otherwise (H2)',
      [consent(), ...objection, settled({ unit: 'HOME_CARE' })],
      { ...inSchool, ...ofProposal },
      'settled-otherwise',
    ],
  ]);

  it('is proposed no more where it is settled for another unit', () => {
    const after = stateAfter(proposed(), concurred(), disputed(ofProposal), settled({ unit: 'HOME_CARE' }));
    expect(after.proposals).toMatchObject([{ isOver: true }]);
  });
});
