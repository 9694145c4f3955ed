import { specOf } from '#event-sourcing/testing/spec-of';
import type { Discrepancy } from '../codes.js';
import { coordinationDecider } from '../decide.js';
import {
  appointed,
  closed,
  completed,
  confirmed,
  consent,
  coordinatorReported,
  intent,
  planDeclined,
  planId,
  released,
  reported,
  reportWithdrawn,
  started,
  withdrawal,
} from '../facts.testing.js';

const { rows, given } = specOf(coordinationDecider);
const bare = { leaderId: undefined, coordinatorId: undefined, begunOn: undefined, answeredOn: undefined };
const with_ = (...discrepancies: readonly Discrepancy[]) => ({ discrepancies });
const inPlace = [consent(), appointed({ coordinatorId: 'party-9' }), started()];
const other = { reportId: 'report-2', unit: 'HOME_CARE', leaderId: 'party-6' };

describe('What a unit reports of a person (S9)', () => {
  rows(intent.report, [
    ['is recorded, and its consent named unseen', [], {}, [reported(with_('CONSENT_UNSEEN'))]],
    ['is recorded with nothing named where all of it fits', [consent()], {}, [reported()]],
    [
      'is recorded without leader, coordinator and answer, each named',
      [consent()],
      bare,
      [reported({ ...bare, ...with_('NO_LEADER', 'NO_COORDINATOR', 'ANSWER_MISSING') })],
    ],
    [
      'is recorded beside a plan and another coordinator of the register, which are named',
      inPlace,
      {},
      [reported(with_('PLAN_ALREADY_ACTIVE', 'OTHER_COORDINATOR'))],
    ],
    [
      'says nothing of a coordinator whom the register has already',
      [consent(), appointed()],
      {},
      [reported()],
    ],
    [
      'says nothing of a plan and a coordinator that have ended',
      [...inPlace, released(), closed()],
      {},
      [reported()],
    ],
    [
      'is recorded twice where two leaders report, and that is named',
      [consent(), reported()],
      other,
      [reported({ ...other, ...with_('REPORTED_TWICE') })],
    ],
    [
      'is recorded against the person’s no, which is named',
      [consent(), planDeclined()],
      {},
      [reported(with_('PERSON_DECLINED'))],
    ],
    [
      'is recorded after a consent was taken back, which is named',
      [consent(), withdrawal()],
      {},
      [reported(with_('CONSENT_UNSEEN'))],
    ],
    [
      'is recorded of somebody close to the person, and of somebody dead, which is named',
      [consent()],
      { kin: ['party-7'], deathToldOn: '2026-01-25' },
      [reported(with_('KIN', 'DECEASED'))],
    ],
    ['begins by the day of the report', [], { begunOn: '2026-02-02' }, 'date-order'],
    ['is not told ahead', [], { reportedOn: '2026-03-03' }, 'date-ahead'],
    ['names somebody whom the municipality has registered', [], { partyIsKnown: false }, 'unknown-party'],
  ]);

  rows(intent.reportCoordinator, [
    ['may be a coordinator without a plan', inPlace, {}, [coordinatorReported(with_('OTHER_COORDINATOR'))]],
  ]);
});

describe('What a report lacked', () => {
  const answer = { answeredOn: '2026-02-03' };
  const there = [consent(), reported(bare)];
  rows(intent.complete, [
    [
      'is told bit by bit, with what lacks still',
      there,
      answer,
      [completed({ ...answer, ...with_('NO_LEADER', 'NO_COORDINATOR') })],
    ],
    [
      'is told all at once',
      there,
      { ...answer, leaderId: 'party-8', coordinatorId: 'party-7' },
      [completed({ ...answer, leaderId: 'party-8', coordinatorId: 'party-7' })],
    ],
    [
      'is told of somebody close, and that is named',
      there,
      { ...answer, leaderId: 'party-8', coordinatorId: 'party-5', kin: ['party-5'] },
      [completed({ ...answer, leaderId: 'party-8', coordinatorId: 'party-5', ...with_('KIN') })],
    ],
    ['is something', there, { answeredOn: undefined }, 'nothing-completed'],
    ['is told of a report', [], {}, 'no-such-report'],
    ['is told on its day or later', there, { completedOn: '2026-01-31' }, 'date-order'],
    ['is told of none that was taken back', [...there, reportWithdrawn()], {}, 'report-over'],
  ]);
});

const restsOn = { restsOn: 'UNIT_REPORT', reportId: 'report-1', caseId: undefined } as const;
const coordinates = (differs = {}) =>
  appointed({
    ...restsOn,
    appointmentId: 'confirmation-1',
    unit: 'SCHOOL',
    validFrom: '2026-01-20',
    wishFollowed: 'NO_WISH',
    ...differs,
  });
const runs = (differs = {}) =>
  started({ ...restsOn, startedOn: '2026-01-20', withSubject: false, ...differs });
const sure = [consent(), reported()];

describe('A report that the coordinating unit confirms', () => {
  rows(intent.confirm, [
    ['begins coordinator and plan in the register', sure, {}, [coordinates(), runs(), confirmed()]],
    [
      'begins a coordinator alone where there is no plan',
      [consent(), coordinatorReported({ reportId: 'report-1' })],
      {},
      [coordinates(), confirmed({ planId: undefined })],
    ],
    [
      'begins no coordinator whom the register has already',
      [consent(), appointed(), reported()],
      {},
      [runs(), confirmed({ appointmentId: 'appointment-1' })],
    ],
    [
      'is of the plan and the coordinator that the register has, where those are named',
      [...inPlace, reported()],
      { planId, appointmentId: 'appointment-1' },
      [confirmed({ appointmentId: 'appointment-1' })],
    ],
    [
      'is not refused by a missing answer',
      [consent(), reported({ answeredOn: undefined })],
      {},
      [coordinates(), runs(), confirmed()],
    ],
    [
      'is chosen of two, and the other then meets a plan',
      [...sure, reported(other)],
      {},
      [coordinates(), runs(), confirmed()],
    ],
    ['invariant 1: is no second plan', [consent(), started(), reported()], {}, 'report-discrepancies'],
    [
      'invariant 2: is no second coordinator',
      [consent(), appointed({ coordinatorId: 'party-9' }), reported()],
      {},
      'report-discrepancies',
    ],
    ['invariant 3: needs a consent', [reported()], {}, 'report-discrepancies'],
    [
      'invariant 3: needs a consent on the day on which it begins',
      [consent({ givenOn: '2026-02-01' }), reported()],
      {},
      'no-consent',
    ],
    [
      'begins on a later day where that is said',
      [consent({ givenOn: '2026-02-01' }), reported()],
      { validFrom: '2026-02-01', startedOn: '2026-02-02' },
      [coordinates({ validFrom: '2026-02-01' }), runs({ startedOn: '2026-02-02' }), confirmed()],
    ],
    [
      'invariant 3: needs a consent today',
      [consent({ validUntil: '2026-02-20' }), reported()],
      {},
      'no-consent',
    ],
    [
      'invariant 16: has a coordinator',
      [consent(), reported({ coordinatorId: undefined })],
      {},
      'report-discrepancies',
    ],
    [
      'invariant 16: has a leader',
      [consent(), reported({ leaderId: undefined })],
      {},
      'report-discrepancies',
    ],
    ['invariant 5: was made', [consent()], {}, 'no-such-report'],
    ['was not taken back', [...sure, reportWithdrawn()], {}, 'report-over'],
    ['is confirmed once', [...sure, coordinates(), runs(), confirmed()], {}, 'report-over'],
    ['is not of somebody close', sure, { kin: ['party-7'] }, 'kin'],
    ['is of the living', sure, { deathToldOn: '2026-02-05' }, 'deceased'],
    [
      'needs the authority that the profile asks for (S3)',
      sure,
      { authority: { isNeeded: true, delegations: [] } },
      'not-delegated',
    ],
    [
      'does not overlap a coordinator of the past',
      [consent(), appointed({ coordinatorId: 'party-9' }), released(), reported()],
      {},
      'already-coordinated',
    ],
  ]);

  it('is no way for anything else to rest on a report', () => {
    given(...sure)
      .when(intent.start({ ...restsOn }))
      .thenRejected('coordination/no-case');
  });

  it('keeps what rests on it: neither is recorded in error before the other', () => {
    given({ ...consent(), id: 'c' }, { ...reported(), id: 'r' }, coordinates(), runs(), confirmed())
      .when(intent.annul('r'))
      .thenRejected('coordination/rests-on', ['e2', 'e3', 'e4']);
  });
});

describe('A report that is taken back', () => {
  rows(intent.withdrawReport, [
    ['is over', sure, {}, [reportWithdrawn()]],
    ['was not confirmed', [...sure, coordinates(), runs(), confirmed()], {}, 'report-over'],
    ['is taken back once', [...sure, reportWithdrawn()], {}, 'report-over'],
    ['was made by then', sure, { withdrawnOn: '2026-01-31' }, 'date-order'],
  ]);
});
