import { factOf, specOf } from '#event-sourcing/testing/spec-of';
import { boardOn } from './board.js';
import { boardDecider, type BoardStepType } from './decide.js';

const { given, rows, stateAfter } = specOf(boardDecider);
const about = { municipality: '1576' };
const fact = {
  appointed: factOf('BoardMemberAppointed', {
    ...about,
    memberId: 'member-1',
    partyId: 'party-1',
    role: 'MEMBER' as const,
    validFrom: '2026-01-01',
    validUntil: undefined as string | undefined,
  }),
  ended: factOf('BoardMemberEnded', { ...about, memberId: 'member-1', endedOn: '2026-06-30' }),
  quorum: factOf('BoardQuorumSet', { ...about, quorum: 2, validFrom: '2026-01-01' }),
};
const intentOf =
  (of: { readonly type: BoardStepType; readonly data: object }) =>
  ({
    partyIsKnown = true,
    ...differs
  }: { readonly partyIsKnown?: boolean; readonly [field: string]: unknown } = {}) => ({
    type: 'RecordStep' as const,
    data: { partyIsKnown, step: of.type, about, said: { ...of.data, ...differs }, asked: {} },
  });

const seated = [fact.appointed()];

describe('the board (S6)', () => {
  rows(intentOf(fact.appointed()), [
    ['has members', [], {}, seated],
    ['has registered parties for members', [], { partyIsKnown: false }, 'unknown-party'],
    ['has each once at a time', seated, { memberId: 'member-2' }, 'already-member'],
    [
      'has somebody again after an earlier seat',
      [...seated, fact.ended()],
      { memberId: 'member-2', validFrom: '2026-07-01' },
      [fact.appointed({ memberId: 'member-2', validFrom: '2026-07-01' })],
    ],
    ['has no seat that ends before it begins', [], { validUntil: '2025-12-31' }, 'date-order'],
  ]);
  rows(intentOf(fact.ended()), [
    ['loses members', seated, {}, [fact.ended()]],
    ['loses none twice on one day', [...seated, fact.ended()], {}, []],
    ['loses none that is not there', [], {}, 'no-such-board-member'],
    ['loses none before the first day', seated, { endedOn: '2025-12-31' }, 'date-order'],
  ]);
  rows(intentOf(fact.quorum()), [['says how many it takes', [], {}, [fact.quorum()]]]);

  it.each([
    ['2025-12-31', [], undefined],
    ['2026-01-01', ['party-1'], 2],
    ['2026-06-30', ['party-1'], 3],
    ['2026-07-01', [], 3],
  ])('is on %s who sits on it then', (day, members, quorum) => {
    const later = fact.quorum({ quorum: 3, validFrom: '2026-06-01' });
    const board = stateAfter(...seated, later, fact.quorum(), fact.ended());
    expect(boardOn(board, day)).toEqual({ members, quorum });
  });

  it('lets a wrong seat be taken back', () => {
    const reason = { reasonCode: 'TYPING_ERROR', reason: 'Feil.', restingElsewhere: [] } as const;
    const told = given(...seated).when({ type: 'AnnulStep', data: { eventId: 'e0', ...reason } });
    expect(told.facts()).toHaveLength(1);
    given(...seated, fact.ended())
      .when({ type: 'AnnulStep', data: { eventId: 'e0', ...reason } })
      .thenRejected('meeting/rests-on', ['e1']);
  });
});
