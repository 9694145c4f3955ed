import { candidatesFor } from './attendants.js';

type Known = Parameters<typeof candidatesFor>[0];
const party = (partyId: string) => ({ partyId, name: `Testine ${partyId}` });
const meetingOf = (more: object) =>
  ({
    kind: 'UNIT',
    meetsOn: '2026-11-30',
    leader: null,
    invitedParties: [],
    attendance: [],
    ...more,
  }) as unknown as Known['meeting'];
const idsOf = (known: Partial<Known> & Pick<Known, 'meeting'>) =>
  candidatesFor({ board: undefined, before: undefined, ...known }).map((one) => one.party.partyId);

describe('who is expected at a meeting', () => {
  it('of the unit is whoever leads it, was there the last time, or is called in, each once', () => {
    const meeting = meetingOf({
      leader: { unit: 'KE', party: party('a') },
      invitedParties: [party('c'), party('b')],
    });
    const before = meetingOf({
      attendance: [
        { party: party('a'), unit: 'SCHOOL' },
        { party: party('b'), unit: 'SCHOOL' },
      ],
    });
    expect(idsOf({ meeting, before })).toEqual(['a', 'b', 'c']);
  });

  it('of the board is whoever sits on it that day', () => {
    const seat = (partyId: string, validFrom: string, validUntil: string | null) => ({
      party: party(partyId),
      role: 'MEMBER',
      validFrom,
      validUntil,
    });
    const members = [
      seat('sits', '2026-01-01', null),
      seat('last-day', '2026-01-01', '2026-11-30'),
      seat('left', '2026-01-01', '2026-11-29'),
      seat('comes', '2026-12-01', null),
    ];
    const board = { members, quorum: 2 } as unknown as Known['board'];
    expect(idsOf({ meeting: meetingOf({ kind: 'BOARD' }), board })).toEqual(['sits', 'last-day']);
  });
});
