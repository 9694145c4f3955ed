import { specOf } from '#event-sourcing/testing/spec-of';
import { coordinationDecider } from '../decide.js';
import {
  accepted,
  annulled,
  appointed,
  concurred,
  consent,
  corrected,
  declined,
  givenUp,
  intent,
  objected,
  proposed,
  released,
  wished,
} from '../facts.testing.js';

const { given, rows } = specOf(coordinationDecider);
const asksLeader = { leaderConcurrence: true };
const asksCandidate = { candidateAnswer: true };
const both = proposed({ awaits: ['LEADER', 'CANDIDATE'] });
const here = [consent(), proposed()];
const asked = [consent(), both];
const on = { proposalId: 'proposal-1', unit: undefined };
const second = (change: Parameters<typeof appointed>[0] = {}) =>
  appointed({ appointmentId: 'appointment-2', proposalId: 'proposal-1', unit: 'SCHOOL', ...change });

describe('What is wished of a coordinator', () => {
  rows(intent.wish, [
    ['is recorded, with whose wish it is (H3)', [], {}, [wished()]],
    [
      'may be the wish of somebody close (F7)',
      [],
      { wishedBy: 'NEXT_OF_KIN' },
      [wished({ wishedBy: 'NEXT_OF_KIN' })],
    ],
    ['is never told of a day to come', [], { wishedOn: '2026-03-03' }, 'date-ahead'],
  ]);
});

describe('Somebody proposed as coordinator', () => {
  rows(intent.propose, [
    ['is proposed on grounds, and no profession is asked (F7)', [], {}, [proposed()]],
    ['is an ordinary one unless told', [], { kind: undefined }, [proposed()]],
    ['needs a ground', [], { grounds: [] }, 'proposal-grounds'],
    ['has each ground once', [], { grounds: ['FIT', 'FIT'] }, 'proposal-grounds'],
    [
      'waits for whom the profile asks (H2, F5)',
      [],
      { ...asksLeader, ...asksCandidate },
      [proposed({ awaits: ['LEADER', 'CANDIDATE'] })],
    ],
    ['is nobody’s guardian, parent or next of kin (D6)', [], { kin: ['party-7'] }, 'kin'],
    ['is somebody registered', [], { partyIsKnown: false }, 'unknown-party'],
    ['is the only one of the kind at a time', here, { proposalId: 'proposal-2' }, 'already-proposed'],
    [
      'may be one beside, of another kind',
      here,
      { proposalId: 'proposal-2', kind: 'CHILD' },
      [proposed({ proposalId: 'proposal-2', kind: 'CHILD' })],
    ],
    ...[objected(), declined(), givenUp(), second()].map(
      (over) =>
        [
          `is followed by another after ${over.type}`,
          [...here, over],
          { proposalId: 'proposal-2' },
          [proposed({ proposalId: 'proposal-2' })],
        ] as const,
    ),
  ]);
});

describe('A leader', () => {
  rows(intent.concur, [
    ['concurs (H2)', asked, {}, [concurred()]],
    ['concurs also where the profile does not ask', here, {}, [concurred()]],
    [
      'is whoever leads the unit, unless told',
      here,
      { leaderId: undefined, unitLeader: 'party-8' },
      [concurred()],
    ],
    ['is somebody', here, { leaderId: undefined }, 'no-leader'],
    ['answers a proposal that is there', [], {}, 'no-such-proposal'],
    ['answers once', [...here, objected()], {}, 'leader-answered'],
    ['answers no earlier than it was made', here, { concurredOn: '2026-01-14' }, 'date-order'],
  ]);
  rows(intent.object, [
    ['objects with a reason (H2)', asked, {}, [objected()]],
    ['objects once', [...here, objected()], {}, 'leader-answered'],
  ]);
});

describe('A candidate', () => {
  rows(intent.accept, [
    ['says yes (F5)', asked, {}, [accepted()]],
    ['answers once', [...here, declined()], {}, 'candidate-answered'],
  ]);
  rows(intent.decline, [
    ['says no (F5)', asked, {}, [declined()]],
    ['answers a proposal that is there', [], {}, 'no-such-proposal'],
    ['answers no earlier than it was made', here, { declinedOn: '2026-01-14' }, 'date-order'],
  ]);
});

describe('A proposal', () => {
  rows(intent.giveUp, [
    ['is given up', here, {}, [givenUp()]],
    ['is given up once', [...here, givenUp()], {}, 'proposal-over'],
    ['is not given up after the appointment', [...here, second()], {}, 'proposal-over'],
  ]);
});

describe('An appointment', () => {
  rows(intent.appoint, [
    ['on a proposal has its unit and kind', here, on, [second()]],
    ['needs a proposal where leaders concur (H2) (D6)', [consent()], asksLeader, 'needs-proposal'],
    ['needs a proposal where candidates answer (F5)', [consent()], asksCandidate, 'needs-proposal'],
    [
      'needs the leader’s answer that was asked (H2) (D6)',
      [...asked, accepted()],
      { ...on, ...asksLeader },
      'answer-missing',
    ],
    ['needs the candidate’s answer that was asked (F5)', [...asked, concurred()], on, 'answer-missing'],
    [
      'follows when both have agreed (invariant 5)',
      [...asked, concurred(), accepted()],
      { ...on, ...asksLeader, ...asksCandidate },
      [second()],
    ],
    [
      'is refused over an objection, also where nobody had to ask (H2)',
      [...here, objected()],
      on,
      'leader-objected',
    ],
    ['is refused after a no (F5)', [...here, declined()], on, 'candidate-declined'],
    ['is refused on what was given up', [...here, givenUp()], on, 'proposal-over'],
    ['is of the one who was proposed', here, { ...on, coordinatorId: 'party-9' }, 'not-as-proposed'],
    ['is in the unit that was asked', here, { ...on, unit: 'NAV' }, 'not-as-proposed'],
    ['begins after the answers', [...here, concurred({ concurredOn: '2026-02-10' })], on, 'date-order'],
    [
      'is never of somebody’s own guardian, parent or next of kin (D6)',
      [consent()],
      { kin: ['party-7'] },
      'kin',
    ],
    ['is on a proposal that is there', [consent()], { ...on, unit: 'SCHOOL' }, 'no-such-proposal'],
    ['rests on a case so far', [consent()], { restsOn: 'UNIT_REPORT', caseId: undefined }, 'no-case'],
    ['names its case', [consent()], { caseId: undefined }, 'no-case'],
  ]);

  it('by another way ends the proposal', () =>
    given(...here, appointed())
      .when(intent.giveUp())
      .thenRejected('coordination/proposal-over'));
  it('that a stand-in got does not', () =>
    given(...here, appointed({ temporary: true }))
      .when(intent.giveUp())
      .then(givenUp()));
  it('keeps its agreement: who concurred is not struck out under it', () =>
    given(consent(), both, concurred(), accepted(), second())
      .when(intent.annul('e2'))
      .thenRejected('coordination/rests-on'));
  it('keeps its proposal where the profile asks for one', () =>
    given(consent(), both, concurred(), accepted(), second())
      .when(intent.correct('e4', { proposalId: null }, asksLeader))
      .thenRejected('coordination/needs-proposal'));
  it('is not corrected to one who is kin (D6)', () =>
    given(consent(), appointed())
      .when(intent.correct('e1', { coordinatorId: 'party-9' }, { kin: ['party-9'] }))
      .thenRejected('coordination/kin'));
  it('is not corrected to rest on nothing', () =>
    given(consent(), appointed())
      .when(intent.correct('e1', { caseId: null }))
      .thenRejected('coordination/no-case'));
  it('may rest on what a unit reported, where that was stored', () =>
    given(consent(), appointed({ restsOn: 'UNIT_REPORT', caseId: undefined }))
      .when(intent.release())
      .then(released()));
});

describe('Whose answers a proposal needs', () => {
  it('is not corrected', () =>
    given(both)
      .when(intent.correct('e0', { awaits: [] }))
      .thenRejected('coordination/awaits-by-profile'));
  it('is told when the proposal is put right', () =>
    given(both)
      .when(intent.correct('e0', { proposedOn: '2026-01-14' }))
      .then(corrected('CoordinatorProposed', 'e0', { proposedOn: '2026-01-14' })));
  it('goes when it was recorded in error', () => given(both).when(intent.annul('e0')).then(annulled('e0')));
});
