import { amended } from '#event-sourcing/amended';
import {
  code,
  codeOf,
  flag,
  idOf,
  localDate,
  newId,
  optional,
  personal,
  ref,
  v1,
} from '#event-sourcing/event';
import { units } from '#vocabulary';
import { closureReasons, departureReasons } from '../codes.js';
import { isStanding, reportNamed, reportRefusals } from '../report.js';
import { about, of, step } from '../step.js';
import { coordinatorRefusals } from './coordinators.js';
import { groupRefusals } from './group.js';
import { planRefusals } from './plans.js';

const { refuseIf, inOrder } = reportRefusals;

/** Who tells it, where that is another than who writes it down, and for which unit. */
const told = {
  reason: optional(personal.text(of)),
  reportedById: optional(ref('party')),
  unit: optional(code(units)),
  reportedOn: localDate(),
};
const hasOne = (...all: readonly unknown[]) => all.filter((one) => one !== undefined).length === 1;

/** A leader or the coordinator tells that a plan has ended (S10). Of the register's plan it is what they say, until that is closed; a reported one ends with it. */
const planClosureReportedToKe = step(
  'PlanClosureReportedToKe',
  v1(
    {
      ...about,
      closureReportId: newId('closureReport'),
      planId: optional(idOf('plan')),
      reportId: optional(idOf('report')),
      closedOn: localDate(),
      reasonCode: codeOf(closureReasons),
      /** Whether the person agrees, by what they say. */
      personAgrees: optional(flag()),
      ...told,
    },
    { occurs: 'reportedOn' },
  ),
  {
    check(state, { planId, reportId, closedOn, reportedOn }) {
      refuseIf(!hasOne(planId, reportId), 'one-end');
      if (reportId !== undefined) reportNamed(state, reportId);
      const isThere = planId === undefined || state.plans.some((one) => one.planId === planId);
      planRefusals.refuseIf(!isThere, 'no-such-plan');
      inOrder(closedOn, reportedOn, 'date-order.ended');
    },
    evolve: (state, { reportId }) => ({
      ...state,
      reports: amended(state.reports, (one) => one.reportId === reportId && isStanding(one), {
        state: 'ENDED',
      }),
    }),
  },
);

/** A leader or the coordinator tells that somebody left the group, or coordinates no more (S10): what they say, until it is recorded. */
const memberDepartureReportedToKe = step(
  'MemberDepartureReportedToKe',
  v1(
    {
      ...about,
      departureReportId: newId('departureReport'),
      memberId: optional(idOf('member')),
      appointmentId: optional(idOf('appointment')),
      leftOn: localDate(),
      reasonCode: codeOf(departureReasons),
      ...told,
    },
    { occurs: 'reportedOn' },
  ),
  {
    check(state, { memberId, appointmentId, leftOn, reportedOn }) {
      refuseIf(!hasOne(memberId, appointmentId), 'one-end');
      const isMember = memberId === undefined || state.members.some((one) => one.memberId === memberId);
      groupRefusals.refuseIf(!isMember, 'no-such-member');
      const isAppointed =
        appointmentId === undefined || state.appointments.some((one) => one.appointmentId === appointmentId);
      coordinatorRefusals.refuseIf(!isAppointed, 'no-such-appointment');
      inOrder(leftOn, reportedOn, 'date-order.ended');
    },
    evolve: (state) => state,
  },
);

export const endReportSteps = [planClosureReportedToKe, memberDepartureReportedToKe] as const;
