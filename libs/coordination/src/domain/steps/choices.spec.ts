import { specOf } from '#event-sourcing/testing/spec-of';
import { coordinationDecider } from '../decide.js';
import {
  annulled,
  appointed,
  closed,
  consent,
  coordinatorAccepted,
  coordinatorDeclined,
  corrected,
  decidedAs,
  grant,
  intent,
  joined,
  planAccepted,
  planDeclined,
  proposed,
  released,
  started,
} from '../facts.testing.js';

const { rows, given, stateAfter } = specOf(coordinationDecider);
const planned = [consent(), started()];
const coordinated = [consent(), appointed()];
const onItsDay = { closedOn: '2026-02-12', reasonCode: 'OWN_WISH' } as const;
const byWish = { releasedOn: '2026-02-12', reasonCode: 'SUBJECT_WISH' } as const;
const ahead = { appointmentId: 'appointment-2', validFrom: '2026-04-01' };
const newGrant = decidedAs({ ...grant('INDIVIDUAL_PLAN'), decidedOn: '2026-02-13' });

describe('A person who wants no plan', () => {
  rows(intent.declinePlan, [
    ['says so at any time (A3)', [], {}, [planDeclined()]],
    ['says so of the one that runs, which is closed (A3)', planned, {}, [closed(onItsDay), planDeclined()]],
    ['keeps the coordinator (A4)', coordinated, {}, [planDeclined()]],
    ['says so once', [planDeclined()], { choiceId: 'choice-9' }, 'already-declined'],
    [
      'may say so again after a yes',
      [planDeclined(), planAccepted()],
      { choiceId: 'choice-9', declinedOn: '2026-02-20' },
      [planDeclined({ choiceId: 'choice-9', declinedOn: '2026-02-20' })],
    ],
    [
      'does not say so of a plan that was started since',
      planned,
      { declinedOn: '2026-02-01' },
      'began-later',
    ],
    [
      'does not say so before somebody joined',
      [...planned, joined({ joinedOn: '2026-02-13' })],
      {},
      'joined-later',
    ],
    ['names nobody else who said it', [], { saidById: 'party-1' }, 'not-another'],
    [
      'may have it said by a guardian',
      [],
      { saidBy: 'GUARDIAN', saidById: 'party-1' },
      [planDeclined({ saidBy: 'GUARDIAN', saidById: 'party-1' })],
    ],
    ['does not say so ahead of today', [], { declinedOn: '2026-03-03' }, 'date-ahead'],
  ]);
  rows(intent.start, [
    ['gets none (A3)', [consent(), planDeclined()], { startedOn: '2026-02-13' }, 'person-declined'],
    [
      'had one that is typed in late, until then',
      [consent(), planDeclined()],
      {},
      [started(), closed({ ...onItsDay, endsByThen: true })],
    ],
    [
      'gets one after a yes',
      [consent(), planDeclined(), planAccepted()],
      { startedOn: '2026-02-18' },
      [started({ startedOn: '2026-02-18' })],
    ],
    [
      'gets one that was granted since',
      [consent(), planDeclined()],
      { startedOn: '2026-02-13', ...newGrant },
      [started({ startedOn: '2026-02-13' })],
    ],
  ]);
});

describe('A person who wants a plan after all', () => {
  rows(intent.acceptPlan, [
    ['says so (A3)', [planDeclined()], {}, [planAccepted()]],
    ['had said no', [], {}, 'not-declined'],
    ['had said no by then', [planDeclined()], { acceptedOn: '2026-02-11' }, 'not-declined'],
    ['lives', [planDeclined()], { deathToldOn: '2026-02-15' }, 'deceased'],
  ]);
});

describe('A person who wants no coordinator', () => {
  rows(intent.declineCoordinator, [
    ['says so at any time (A4)', [], {}, [coordinatorDeclined()]],
    [
      'says so of the one who coordinates, who is released (A4)',
      coordinated,
      {},
      [released(byWish), coordinatorDeclined()],
    ],
    [
      'says so of one who is to come, who never begins',
      [consent(), appointed(ahead)],
      {},
      [
        released({ ...byWish, appointmentId: 'appointment-2', releasedOn: '2026-04-01' }),
        coordinatorDeclined(),
      ],
    ],
    ['keeps the plan', planned, {}, [coordinatorDeclined()]],
    [
      'leaves who has given notice',
      [...coordinated, released({ releasedOn: '2026-04-01' })],
      {},
      [coordinatorDeclined()],
    ],
    ['does not say so before somebody began', coordinated, { declinedOn: '2026-01-20' }, 'began-later'],
    ['says so once', [coordinatorDeclined()], { choiceId: 'choice-9' }, 'already-declined'],
  ]);
  rows(intent.appoint, [
    ['gets none (A4)', [consent(), coordinatorDeclined()], { validFrom: '2026-02-13' }, 'person-declined'],
    [
      'had one who is typed in late, until then',
      [consent(), coordinatorDeclined()],
      {},
      [
        appointed({ appointmentId: 'appointment-2' }),
        released({ ...byWish, appointmentId: 'appointment-2', endsByThen: true }),
      ],
    ],
    [
      'gets one after a yes',
      [consent(), coordinatorDeclined(), coordinatorAccepted()],
      { validFrom: '2026-02-18' },
      [appointed({ appointmentId: 'appointment-2', validFrom: '2026-02-18' })],
    ],
    [
      'gets one on what was granted since',
      [consent(), coordinatorDeclined()],
      { validFrom: '2026-02-13', ...newGrant },
      [appointed({ appointmentId: 'appointment-2', validFrom: '2026-02-13' })],
    ],
  ]);

  it('has nobody proposed any more', () => {
    expect(stateAfter(proposed(), coordinatorDeclined()).proposals).toMatchObject([{ isOver: true }]);
  });
});

describe('A person who wants a coordinator after all', () => {
  rows(intent.acceptCoordinator, [
    ['says so (A4)', [coordinatorDeclined()], {}, [coordinatorAccepted()]],
    ['had said no', [planDeclined()], {}, 'not-declined'],
  ]);
});

describe('A no that was recorded in error', () => {
  const command = 'no';
  const plan = [consent(), started(), { ...closed(onItsDay), command }, { ...planDeclined(), command }];
  it('takes along what it ended', () =>
    given(...plan)
      .when(intent.annul('e3'))
      .then(annulled('e3'), annulled('e2')));
  it('takes along the day of what it ended', () =>
    given(...plan)
      .when(intent.correct('e3', { declinedOn: '2026-02-14' }))
      .then(
        corrected('PlanDeclined', 'e3', { declinedOn: '2026-02-14' }),
        corrected('PlanClosed', 'e2', { closedOn: '2026-02-14' }),
      ));
  it('stands while what it ended is said not to have ended', () =>
    given(...plan)
      .when(intent.annul('e2'))
      .thenRejected('coordination/rests-on'));
  it.each([
    ['a plan', planDeclined(), started(), closed({ ...onItsDay, endsByThen: true })],
    ['a coordinator', coordinatorDeclined(), appointed(), released({ ...byWish, endsByThen: true })],
  ])('stands while the end of %s typed in late is said not to be', (_what, no, began, ended) =>
    given(consent(), no, began, ended).when(intent.annul('e3')).thenRejected('coordination/rests-on'),
  );
});
