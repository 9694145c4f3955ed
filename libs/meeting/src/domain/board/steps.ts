import {
  codeOf,
  dayToCome,
  type GivenFields,
  id,
  idOf,
  integer,
  newId,
  optional,
  ref,
  v1,
} from '#event-sourcing/event';
import { refusals } from '#event-sourcing/refusals';
import { stepsOf } from '#event-sourcing/step';
import type { Board } from './board.js';
import { boardRoles } from './codes.js';

export const boardRefusals = refusals('meeting', {
  'no-such-board-member': [
    'There is no such member of the board.',
    'Dette nemndmedlemmet finnes ikke.',
    'Denne nemndmedlemen finst ikkje.',
  ],
  'already-member': [
    'The same person sits on the board in that period already.',
    'Den samme personen sitter i nemnda i den perioden allerede.',
    'Den same personen sit i nemnda i den perioden alt.',
  ],
  'date-order.seat': [
    'A seat ends on or after the day on which it begins.',
    'En plass i nemnda slutter samme dag som den begynner, eller senere.',
    'Ein plass i nemnda sluttar same dagen som han begynner, eller seinare.',
  ],
});
const { refusal, refuseIf, inOrder } = boardRefusals;

const about = { municipality: id() };
const step = stepsOf<Board, undefined, unknown, typeof about>();

const last = '9999-12-31';
const seatOf = ({ seats }: Board, memberId: string) => {
  const seat = seats.find((one) => one.memberId === memberId);
  if (!seat) throw refusal('no-such-board-member');
  return seat;
};

/** Somebody sits on the board from a day on, in a place of their own or as a substitute. */
const memberAppointed = step(
  'BoardMemberAppointed',
  v1(
    {
      ...about,
      memberId: newId('member'),
      partyId: ref('party'),
      role: codeOf(boardRoles),
      validFrom: dayToCome(),
      /** The last day, where it is known. */
      validUntil: optional(dayToCome()),
    },
    { occurs: 'validFrom' },
  ),
  {
    check({ seats }, { partyId, validFrom, validUntil = last }) {
      inOrder(validFrom, validUntil, 'date-order.seat');
      refuseIf(
        seats.some(
          (seat) =>
            seat.partyId === partyId &&
            seat.validFrom <= validUntil &&
            validFrom <= (seat.validUntil ?? last),
        ),
        'already-member',
      );
    },
    evolve: (board, { memberId, partyId, role, validFrom, validUntil }) => ({
      ...board,
      seats: [...board.seats, { memberId, partyId, role, validFrom, validUntil }],
    }),
  },
);

const ended = v1({ ...about, memberId: idOf('member'), endedOn: dayToCome() }, { occurs: 'endedOn' });

/** The last day of a seat; told again it is another one, and the same changes nothing. */
const memberEnded = step('BoardMemberEnded', ended, {
  check: (board, { memberId, endedOn }) =>
    inOrder(seatOf(board, memberId).validFrom, endedOn, 'date-order.seat'),
  decide: (said: Omit<GivenFields<(typeof ended)['fields']>, 'municipality'>, { state }, fact) =>
    seatOf(state, said.memberId).validUntil === said.endedOn ? [] : [fact(said)],
  evolve: (board, { memberId, endedOn }) => ({
    ...board,
    seats: board.seats.map((seat) => (seat.memberId === memberId ? { ...seat, validUntil: endedOn } : seat)),
  }),
});

/** How many must be present for the board to decide, from a day on. */
const quorumSet = step(
  'BoardQuorumSet',
  v1({ ...about, quorum: integer(1, 50), validFrom: dayToCome() }, { occurs: 'validFrom' }),
  {
    evolve: (board, { quorum, validFrom }) => ({
      ...board,
      quorums: [...board.quorums.filter((one) => one.validFrom !== validFrom), { quorum, validFrom }],
    }),
  },
);

export const boardSteps = [memberAppointed, memberEnded, quorumSet] as const;
