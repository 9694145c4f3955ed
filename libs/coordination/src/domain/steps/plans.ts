import { amended } from '#event-sourcing/amended';
import { effective } from '#event-sourcing/effective';
import {
  codeOf,
  flag,
  idOf,
  localDate,
  newId,
  optional,
  personal,
  ref,
  v1,
  version,
} from '#event-sourcing/event';
import { refusals } from '#event-sourcing/refusals';
import { standingOf } from '#event-sourcing/revise';
import { isJudged, refuseAgainstWill, refuseCorrectedAgainstWill } from '../against-will.js';
import { admitFoundation, refuseCaseless, reliance } from '../basis.js';
import { closureReasons, consentFor, foundations } from '../codes.js';
import { isRefused } from '../choice.js';
import { type Coordination, endedByThen, overlap, type Plan } from '../coordination.js';
import { refuseUnreported } from '../report.js';
import { about, of, namedCase, step } from '../step.js';

export const planRefusals = refusals('coordination', {
  'person-declined.plan': [
    'The person has said no to a plan. Record first that the person wants one after all.',
    'Personen har sagt nei til individuell plan. Registrer først at personen likevel ønsker en.',
    'Personen har sagt nei til individuell plan. Registrer først at personen likevel ønskjer ein.',
  ],
  'plan-already-active': [
    'The person has an individual plan on that day, and may only have one. Go on with that plan or close it first.',
    'Personen har en individuell plan den dagen, og kan bare ha én. Fortsett med den planen, eller avslutt den først.',
    'Personen har ein individuell plan den dagen, og kan berre ha éin. Hald fram med den planen, eller avslutt han først.',
  ],
  'no-such-plan': ['There is no such plan.', 'Planen finnes ikke.', 'Planen finst ikkje.'],
  'plan-closed': ['The plan was closed already.', 'Planen er alt avsluttet.', 'Planen er alt avslutta.'],
  'joined-later': [
    'Somebody joined the group around the plan after that day. Choose a later day, or put right when they joined.',
    'Noen ble med i gruppa rundt planen etter den dagen. Velg en senere dag, eller rett når de ble med.',
    'Nokon vart med i gruppa rundt planen etter den dagen. Vel ein seinare dag, eller rett når dei vart med.',
  ],
  'date-order.plan-closed': [
    'A plan cannot be closed before it started.',
    'En plan kan ikke avsluttes før den startet.',
    'Ein plan kan ikkje avsluttast før han starta.',
  ],
});
const { refusal, refuseIf, inOrder } = planRefusals;

const period = ({ startedOn: from, closedOn: to }: Pick<Plan, 'startedOn' | 'closedOn'>) => ({ from, to });

type Timed = Pick<Plan, 'planId' | 'startedOn' | 'closedOn'>;

/** One at a time (A7, invariant 1). */
const refuseActive = ({ plans }: Coordination, one: Timed) =>
  refuseIf(
    plans.some((other) => other.planId !== one.planId && overlap(period(one), period(other))),
    'plan-already-active',
  );

const started = version(
  2,
  {
    ...about,
    planId: newId('plan'),
    /** A case unless told. */
    restsOn: optional(codeOf(foundations)),
    /** The case whose decision it rests on (invariant 5); absent where it rests on something else. */
    caseId: optional(ref('case')),
    /** The unit's report that it rests on, where it was confirmed (S9). */
    reportId: optional(idOf('report')),
    startedOn: localDate(),
    withSubject: flag(),
  },
  { occurs: 'startedOn', ...namedCase },
);

/** The person's one plan is started on the strength of a case's decision, or of a unit's report that is confirmed. */
export const planStarted = step('PlanStarted', started, {
  consent: consentFor.INDIVIDUAL_PLAN,
  restsOn: reliance.plan,
  check(state, data, { end, grants }) {
    refuseCaseless(data);
    refuseUnreported(state, data);
    const grant = data.caseId === undefined ? undefined : grants[data.caseId];
    const { planId, startedOn } = data;
    const { closedOn } = end.plans.find((one) => one.planId === planId) ?? {};
    // Of one that goes on, what was said since.
    const said = closedOn === undefined ? '9999' : startedOn;
    refuseIf(isRefused('PLAN', state.choices, said, grant), 'person-declined.plan');
    refuseActive(state, { planId, startedOn, ...(closedOn !== undefined && { closedOn }) });
  },
  admit: admitFoundation,
  /** Numbered as recorded; a number is never used again, not even one recorded in error. */
  decide(said, { state, history, asked: { subjectId, today } }, fact) {
    const before = history.filter(({ type }) => type === 'PlanStarted').length;
    const planId = `${subjectId}.${before + 1}`;
    const end = endedByThen('PLAN', state, { periods: state.plans.map(period), from: said.startedOn, today });
    const reasonCode = end?.isByNo ? 'OWN_WISH' : 'OTHER';
    const closedByThen = end && planClosed.fact({ planId, closedOn: end.day, reasonCode, endsByThen: true });
    return [fact({ ...said, planId }), ...(closedByThen ? [closedByThen] : [])];
  },
  evolve: (state, { planId, caseId, startedOn }) => ({
    ...state,
    plans: [...state.plans, { planId, startedOn, ...(caseId !== undefined && { caseId }) }],
  }),
});

interface Closure {
  readonly planId: string;
  readonly closedOn: string;
}

/** The plan, where it can be closed on that day. */
function closable({ plans }: Coordination, { planId, closedOn }: Closure): Plan {
  const plan = plans.find((one) => one.planId === planId);
  if (!plan) throw refusal('no-such-plan');
  refuseIf(plan.closedOn !== undefined && plan.endsByThen !== true, 'plan-closed');
  inOrder(plan.startedOn, closedOn, 'date-order.plan-closed');
  return plan;
}

/** Gathered around this plan and no other, after that day. */
const joinedLater = (
  { plans }: Coordination,
  { caseId, joinedOn }: { readonly caseId?: unknown; readonly joinedOn?: unknown },
  { planId, closedOn }: Closure,
) => {
  const day = String(joinedOn);
  const isOthers = ({ planId: id, startedOn, closedOn: to = '9999' }: Plan) =>
    id !== planId && startedOn <= day && day <= to;
  return caseId === undefined && day > closedOn && !plans.some(isOthers);
};

export const planClosed = step(
  'PlanClosed',
  v1(
    {
      ...about,
      planId: idOf('plan'),
      closedOn: localDate(),
      reasonCode: codeOf(closureReasons),
      reason: optional(personal.text(of)),
      /** Where the unit judges that it ends: whether the person agrees. */
      personAgrees: optional(flag()),
      /** What was said of the coordinator and the group then: whether they go on without a plan. */
      coordinatorGoesOn: optional(flag()),
      groupGoesOn: optional(flag()),
      /** True where the end was not told: it was typed in after a later plan, and had ended by the day on which that one started. */
      endsByThen: optional(flag()),
    },
    { occurs: 'closedOn' },
  ),
  {
    check(state, closure) {
      refuseActive(state, { ...closable(state, closure), closedOn: closure.closedOn });
      refuseIf(
        state.members.some((member) => joinedLater(state, member, closure)),
        'joined-later',
      );
    },
    /** Who joined later is named. */
    decide(said, { state, history, asked: { subjectId, grants, isEarlier } }, fact) {
      const plan = closable(state, said);
      const { closedOn: on, reasonCode, personAgrees } = said;
      const isReplaced = state.plans.some(({ startedOn }) => startedOn > plan.startedOn);
      const ending = { subjectId, reasonCode, personAgrees, on, isReplaced };
      if (!isEarlier) refuseAgainstWill(ending, reliance.plan(plan), grants[plan.caseId ?? '']);
      const later = effective(history).filter(
        ({ type, data }) => type === 'MemberJoinedGroup' && joinedLater(state, data, said),
      );
      refuseIf(later.length > 0, 'joined-later', {}, later.map(standingOf));
      return [fact(said)];
    },
    admit: (said, _, standing) => refuseCorrectedAgainstWill(said, standing),
    asksCases: ({ reasonCode }) => isJudged(reasonCode),
    evolve: (state, { planId, closedOn, reasonCode, endsByThen = false }) => ({
      ...state,
      plans: amended(state.plans, (plan) => plan.planId === planId, {
        closedOn,
        closureReason: reasonCode,
        endsByThen,
      }),
    }),
  },
);

export const planSteps = [planStarted, planClosed] as const;
