import { specOf } from '#event-sourcing/testing/spec-of';
import { coordinationDecider } from '../decide.js';
import {
  appointed,
  closed,
  closureReported,
  consent,
  departureReported,
  intent,
  joined,
  planId,
  reported,
  reviewed,
  started,
} from '../facts.testing.js';

const { rows } = specOf(coordinationDecider);
const there = [consent(), appointed(), started(), joined()];
const member = { memberId: 'member-1' };

describe('An end of a plan that is reported (S10)', () => {
  const plan = { planId };
  rows(intent.reportClosure, [
    ['is recorded, and ends nothing by itself', there, plan, [closureReported(plan)]],
    [
      'is recorded though the person has not agreed',
      there,
      { ...plan, personAgrees: false },
      [closureReported({ ...plan, personAgrees: false })],
    ],
    ['is recorded though the plan was closed', [...there, closed()], plan, [closureReported(plan)]],
    [
      'is recorded though it lies before the plan’s beginning',
      there,
      { ...plan, closedOn: '2026-01-05' },
      [closureReported({ ...plan, closedOn: '2026-01-05' })],
    ],
    [
      'may be of a plan that was reported',
      [reported()],
      { reportId: 'report-1' },
      [closureReported({ reportId: 'report-1' })],
    ],
    ['is of something', there, {}, 'one-end'],
    ['is of one thing', [...there, reported()], { ...plan, reportId: 'report-1' }, 'one-end'],
    ['is of a plan that is there', [], plan, 'no-such-plan'],
    ['is of a report that is there', [], { reportId: 'report-1' }, 'no-such-report'],
    ['had come by then', there, { ...plan, closedOn: '2026-02-22' }, 'date-order'],
  ]);
  rows(intent.withdrawReport, [
    ['is the end of the report', [reported(), closureReported({ reportId: 'report-1' })], {}, 'report-over'],
  ]);
});

describe('Somebody who is reported to have left (S10)', () => {
  rows(intent.reportDeparture, [
    ['is a member of the group', there, member, [departureReported(member)]],
    [
      'may be the coordinator',
      there,
      { appointmentId: 'appointment-1' },
      [departureReported({ appointmentId: 'appointment-1' })],
    ],
    ['is somebody', there, {}, 'one-end'],
    ['is one', there, { ...member, appointmentId: 'appointment-1' }, 'one-end'],
    ['is there', [], member, 'no-such-member'],
    ['had left by then', there, { ...member, leftOn: '2026-02-22' }, 'date-order'],
  ]);
});

describe('A question whether it is still right', () => {
  rows(intent.review, [
    [
      'is answered of what a unit reported and nobody has confirmed',
      [reported()],
      { parts: ['PLAN', 'COORDINATOR'] },
      [reviewed({ parts: ['PLAN', 'COORDINATOR'] })],
    ],
    [
      'is answered of no report from later on',
      [reported({ reportedOn: '2026-02-11' })],
      { parts: ['PLAN'] },
      'nothing-to-review',
    ],
  ]);
});
