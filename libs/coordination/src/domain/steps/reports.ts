import { amended } from '#event-sourcing/amended';
import {
  code,
  codeOf,
  idOf,
  list,
  localDate,
  newId,
  optional,
  personal,
  ref,
  v1,
} from '#event-sourcing/event';
import type { Usually } from '#event-sourcing/step';
import { units } from '#vocabulary';
import {
  type CoordinatorKind,
  type Discrepancy,
  discrepancies,
  reportWithdrawals,
  type wishesFollowed,
} from '../codes.js';
import type { CodeIn } from '#event-sourcing/codes';
import { refuseUnauthorised } from '../authority.js';
import { refuseUnconsented } from '../consent.js';
import type { Coordination, Report } from '../coordination.js';
import { proposalRefusals } from '../proposal.js';
import {
  discrepanciesOf,
  isStanding,
  refuseDiscrepant,
  reportNamed,
  reportRefusals,
  standingReport,
} from '../report.js';
import { about, type Asked, of, type SaidIn, step } from '../step.js';
import { coordinatorAppointed, coordinatorRefusals } from './coordinators.js';
import { planRefusals, planStarted } from './plans.js';

const { refuseIf, inOrder } = reportRefusals;

/** What a unit says of a person; what it does not say is missing, and named. */
const reported = {
  ...about,
  reportId: newId('report'),
  unit: code(units),
  /** Who answers for it. */
  leaderId: optional(ref('party')),
  /** Since when there is what is reported. */
  begunOn: optional(localDate()),
  /** When the person consented, by what the unit says: until the coordinating unit has recorded it, it is unseen. */
  consentGivenOn: optional(localDate()),
  /** When the person got a written answer. */
  answeredOn: optional(localDate()),
  remark: optional(personal.text(of)),
  /** What did not fit when it was recorded. */
  discrepancies: list(codeOf(discrepancies)),
  reportedOn: localDate(),
};
const planReported = v1({ ...reported, coordinatorId: optional(ref('party')) }, { occurs: 'reportedOn' });
const coordinatorReported = v1({ ...reported, coordinatorId: ref('party') }, { occurs: 'reportedOn' });

type Told = SaidIn<(typeof planReported)['fields']>;
/** Without its text, which no rule looks at. */
type Said = Omit<Told, 'remark'>;

const isFound = (one: Discrepancy) => one === 'KIN' || one === 'DECEASED';

const withReport = (state: Coordination, one: Said, hasPlan: boolean): Coordination => ({
  ...state,
  reports: [...state.reports, reportOf(one, hasPlan)],
});
function reportOf(
  { reportId, unit, leaderId, coordinatorId, begunOn, answeredOn, reportedOn, discrepancies: named }: Said,
  hasPlan: boolean,
): Report {
  return {
    reportId,
    unit,
    hasPlan,
    reportedOn,
    ...(leaderId !== undefined && { leaderId }),
    ...(coordinatorId !== undefined && { coordinatorId }),
    ...(begunOn !== undefined && { begunOn }),
    ...(answeredOn !== undefined && { answeredOn }),
    found: named.filter(isFound),
    state: 'REPORTED',
  };
}

/** Beside what the person's own stream says: what was asked elsewhere. */
const found = (coordinatorId: string | undefined, { kin, deathToldOn }: Asked): readonly Discrepancy[] => [
  ...(coordinatorId !== undefined && kin.includes(coordinatorId) ? (['KIN'] as const) : []),
  ...(deathToldOn === undefined ? [] : (['DECEASED'] as const)),
];

const refuseOwn = (said: { readonly discrepancies?: unknown }, _: Asked, standing?: unknown) =>
  refuseIf(standing !== undefined && said.discrepancies !== undefined, 'discrepancies-follow');

const inOrderOf = (_: unknown, { begunOn, reportedOn }: Pick<Said, 'begunOn' | 'reportedOn'>) => {
  if (begunOn !== undefined) inOrder(begunOn, reportedOn, 'date-order.begun');
};

/** What does not fit is named with it, beside what was there. */
function namedIn<S extends Omit<Said, 'discrepancies'>>(
  said: S,
  hasPlan: boolean,
  state: Coordination,
  asked: Asked,
) {
  const one = reportOf({ ...said, discrepancies: found(said.coordinatorId, asked) }, hasPlan);
  return { ...said, discrepancies: discrepanciesOf(one, { ...state, reports: [...state.reports, one] }) };
}

/** A unit leader reports a plan that the unit has of its own, its owner and coordinator (S9): recorded whatever does not fit. */
const planReportedByUnit = step('PlanReportedByUnit', planReported, {
  asksKin: true,
  check: inOrderOf,
  admit: refuseOwn,
  decide: (said: Omit<Told, 'discrepancies'>, { state, asked }, fact) => [
    fact(namedIn(said, true, state, asked)),
  ],
  evolve: (state, said) => withReport(state, said, true),
});

type SaidOfCoordinator = Omit<SaidIn<(typeof coordinatorReported)['fields']>, 'discrepancies'>;

/** The same of somebody who coordinates without a plan (A4). */
const coordinatorReportedByUnit = step('CoordinatorReportedByUnit', coordinatorReported, {
  asksKin: true,
  check: inOrderOf,
  admit: refuseOwn,
  decide: (said: SaidOfCoordinator, { state, asked }, fact) => [fact(namedIn(said, false, state, asked))],
  evolve: (state, said) => withReport(state, said, false),
});

const completed = v1(
  {
    ...about,
    reportId: idOf('report'),
    leaderId: optional(ref('party')),
    coordinatorId: optional(ref('party')),
    begunOn: optional(localDate()),
    consentGivenOn: optional(localDate()),
    answeredOn: optional(localDate()),
    remark: optional(personal.text(of)),
    /** What does not fit yet. */
    discrepancies: list(codeOf(discrepancies)),
    completedOn: localDate(),
  },
  { occurs: 'completedOn' },
);
type Completing = Omit<SaidIn<typeof completed.fields>, 'discrepancies'>;

/** With what was told of it since. */
function completedBy(
  report: Report,
  told: Partial<Omit<Completing, 'remark'>> & { readonly discrepancies?: readonly Discrepancy[] },
): Report {
  const { leaderId, coordinatorId, begunOn, answeredOn, discrepancies: named = [] } = told;
  return {
    ...report,
    ...(leaderId !== undefined && { leaderId }),
    ...(coordinatorId !== undefined && { coordinatorId, found: named.filter(isFound) }),
    ...(begunOn !== undefined && { begunOn }),
    ...(answeredOn !== undefined && { answeredOn }),
  };
}

/** What a report lacked is told, by the unit or for it. Of what is confirmed, the answer to the person alone. */
const unitReportCompleted = step('UnitReportCompleted', completed, {
  asksKin: true,
  check(state, { reportId, leaderId, coordinatorId, begunOn, consentGivenOn, answeredOn, completedOn }) {
    const report = reportNamed(state, reportId);
    const besideAnswer = [leaderId, coordinatorId, begunOn, consentGivenOn];
    const isTold = (value: unknown) => value !== undefined;
    refuseIf(![...besideAnswer, answeredOn].some(isTold), 'nothing-completed');
    const mayBe = isStanding(report) || (report.state === 'CONFIRMED' && !besideAnswer.some(isTold));
    refuseIf(!mayBe, 'report-over');
    inOrder(report.reportedOn, completedOn, 'date-order.report');
    if (begunOn !== undefined) inOrder(begunOn, completedOn, 'date-order.begun');
  },
  admit: refuseOwn,
  decide(said: Completing, { state, asked }, fact) {
    const named = found(said.coordinatorId, asked);
    const report = completedBy(reportNamed(state, said.reportId), { ...said, discrepancies: named });
    return [fact({ ...said, discrepancies: discrepanciesOf(report, state) })];
  },
  evolve: (state, told) => ({
    ...state,
    reports: state.reports.map((one) => (one.reportId === told.reportId ? completedBy(one, told) : one)),
  }),
});

const confirmed = v1(
  {
    ...about,
    reportId: idOf('report'),
    confirmationId: newId('confirmation'),
    /** As what it goes on in the register: begun with this, or there before. */
    planId: optional(idOf('plan')),
    appointmentId: idOf('appointment'),
    confirmedOn: localDate(),
  },
  { occurs: 'confirmedOn' },
);
/** `planId`, `appointmentId`: what the register has already and the report is of. What begins does so on the day that was reported, unless told. */
type Confirming = Usually<SaidIn<typeof confirmed.fields>, 'appointmentId'> & {
  readonly startedOn?: string | undefined;
  readonly validFrom?: string | undefined;
  readonly withSubject?: boolean | undefined;
  readonly kind?: CoordinatorKind | undefined;
  readonly wishFollowed?: CodeIn<typeof wishesFollowed> | undefined;
  readonly reason?: string | undefined;
};

/** Whom the report is of, where the register has that one already. */
const known = ({ appointments }: Coordination, { coordinatorId }: Report, named: string | undefined) =>
  appointments.find(
    (one) =>
      one.releasedOn === undefined &&
      (named === undefined
        ? one.coordinatorId === coordinatorId && !one.temporary
        : one.appointmentId === named),
  )?.appointmentId;

/** The coordinating unit confirms what a unit reported: what is not there begins with it, by the rules for whatever the unit decides (invariants 1, 2, 3, 5). */
const unitReportConfirmed = step('UnitReportConfirmed', confirmed, {
  isByProfile: true,
  isOfLiving: true,
  asksKin: true,
  asksBirth: true,
  actsOn: { scope: 'APPOINT_COORDINATOR', toRole: 'KE' },
  check(state, { reportId, planId, appointmentId, confirmedOn }) {
    const report = standingReport(state, reportId);
    inOrder(report.reportedOn, confirmedOn, 'date-order.report');
    const isThere =
      state.appointments.some((one) => one.appointmentId === appointmentId) &&
      report.hasPlan === (planId !== undefined) &&
      (planId === undefined || state.plans.some((one) => one.planId === planId));
    refuseIf(!isThere, 'no-such-report.confirmed');
  },
  admit({ confirmedOn: day }, { authority }, standing) {
    if (!standing) refuseUnauthorised({ day }, authority, standing);
  },
  decide(
    {
      startedOn,
      validFrom,
      withSubject = false,
      kind,
      wishFollowed = 'NO_WISH',
      reason,
      ...said
    }: Confirming,
    at,
    fact,
  ) {
    const { state, asked } = at;
    const { reportId, confirmationId, confirmedOn } = said;
    const report = standingReport(state, reportId);
    const { coordinatorId = '', unit, begunOn = confirmedOn, hasPlan } = report;
    proposalRefusals.refuseIf(asked.kin.includes(coordinatorId), 'kin');
    refuseDiscrepant(report, state, [
      ...(said.planId === undefined ? [] : (['PLAN_ALREADY_ACTIVE'] as const)),
      ...(said.appointmentId === undefined ? [] : (['OTHER_COORDINATOR'] as const)),
    ]);
    const restsOn = { restsOn: 'UNIT_REPORT', reportId } as const;
    const appointing = {
      ...restsOn,
      coordinatorId,
      unit,
      kind,
      wishFollowed,
      reason,
      validFrom: validFrom ?? begunOn,
    };
    const there = known(state, report, said.appointmentId);
    if (there === undefined) refuseUnconsented(state, 'COORDINATOR', asked.today);
    const coordinator =
      there === undefined
        ? coordinatorAppointed.decide({ ...appointing, appointmentId: confirmationId }, at)
        : [];
    coordinatorRefusals.refuseIf(coordinator.length > 1, 'already-coordinated');
    const begins = hasPlan && said.planId === undefined;
    if (begins) refuseUnconsented(state, 'PLAN', asked.today);
    const plan = begins
      ? planStarted.decide({ ...restsOn, planId: '', startedOn: startedOn ?? begunOn, withSubject }, at)
      : [];
    planRefusals.refuseIf(plan.length > 1, 'plan-already-active');
    const planId = said.planId ?? (plan[0]?.data['planId'] as string | undefined);
    const as = { appointmentId: there ?? confirmationId, ...(planId !== undefined && { planId }) };
    return [...coordinator, ...plan, fact({ reportId, confirmationId, ...as, confirmedOn })];
  },
  evolve: (state, { reportId, planId }) => ({
    ...state,
    reports: amended(state.reports, (one) => one.reportId === reportId, {
      state: 'CONFIRMED',
      ...(planId !== undefined && { planId }),
    }),
  }),
});

/** A unit's report is taken back, by the unit or for it: there is no such plan, or another unit has it. */
const unitReportWithdrawn = step(
  'UnitReportWithdrawn',
  v1(
    {
      ...about,
      reportId: idOf('report'),
      reasonCode: codeOf(reportWithdrawals),
      reason: optional(personal.text(of)),
      withdrawnOn: localDate(),
    },
    { occurs: 'withdrawnOn' },
  ),
  {
    check(state, { reportId, withdrawnOn }) {
      inOrder(standingReport(state, reportId).reportedOn, withdrawnOn, 'date-order.report');
    },
    evolve: (state, { reportId }) => ({
      ...state,
      reports: amended(state.reports, (one) => one.reportId === reportId, { state: 'WITHDRAWN' }),
    }),
  },
);

export const reportSteps = [
  planReportedByUnit,
  coordinatorReportedByUnit,
  unitReportCompleted,
  unitReportConfirmed,
  unitReportWithdrawn,
] as const;
