import { effective } from '#event-sourcing/effective';
import { codeOf, flag, idOf, localDate, newId, optional, personal, ref, v1 } from '#event-sourcing/event';
import { refusals } from '#event-sourcing/refusals';
import { standingOf } from '#event-sourcing/revise';
import { reliance } from '../basis.js';
import { closureReasons, consentFor } from '../codes.js';
import { amended, type Coordination } from '../coordination.js';
import { about, of, step } from '../step.js';

export const planRefusals = refusals('coordination', {
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

/** The person's one plan is started on the strength of a case's decision. */
const planStarted = step(
  'PlanStarted',
  v1(
    {
      ...about,
      planId: newId('plan'),
      /** The case whose decision it rests on (invariant 5). */
      caseId: ref('case'),
      startedOn: localDate(),
      withSubject: flag(),
    },
    { occurs: 'startedOn' },
  ),
  {
    consent: consentFor.INDIVIDUAL_PLAN,
    restsOn: reliance.plan,
    check: ({ plans }, { startedOn }) =>
      refuseIf(
        plans.some(({ closedOn }) => closedOn === undefined || startedOn < closedOn),
        'plan-already-active',
      ),
    /** Numbered as started; a number is never used again, not even one recorded in error. */
    decide(said, { history, asked: { subjectId } }, fact) {
      const started = history.filter(({ type }) => type === 'PlanStarted').length;
      return [fact({ ...said, planId: `${subjectId}.${started + 1}` })];
    },
    evolve: (state, { planId, caseId, startedOn }) => ({
      ...state,
      plans: [...state.plans, { planId, caseId, startedOn }],
    }),
  },
);

interface Closure {
  readonly planId: string;
  readonly closedOn: string;
}

function refuseNotOpen({ plans }: Coordination, { planId, closedOn }: Closure): void {
  const plan = plans.find((one) => one.planId === planId);
  if (!plan) throw refusal('no-such-plan');
  refuseIf(plan.closedOn !== undefined, 'plan-closed');
  inOrder(plan.startedOn, closedOn, 'date-order.plan-closed');
}

/** Gathered around a plan, after that day. */
const joinedLater = (
  { caseId, joinedOn }: { readonly caseId?: unknown; readonly joinedOn?: unknown },
  { closedOn }: Closure,
) => caseId === undefined && String(joinedOn) > closedOn;

const planClosed = step(
  'PlanClosed',
  v1(
    {
      ...about,
      planId: idOf('plan'),
      closedOn: localDate(),
      reasonCode: codeOf(closureReasons),
      reason: optional(personal.text(of)),
    },
    { occurs: 'closedOn' },
  ),
  {
    check(state, closure) {
      refuseNotOpen(state, closure);
      refuseIf(
        state.members.some((member) => joinedLater(member, closure)),
        'joined-later',
      );
    },
    /** Who joined later is named. */
    decide(said, { state, history }, fact) {
      refuseNotOpen(state, said);
      const later = effective(history).filter(
        ({ type, data }) => type === 'MemberJoinedGroup' && joinedLater(data, said),
      );
      refuseIf(later.length > 0, 'joined-later', {}, later.map(standingOf));
      return [fact(said)];
    },
    evolve: (state, { planId, closedOn, reasonCode }) => ({
      ...state,
      plans: amended(state.plans, (plan) => plan.planId === planId, {
        closedOn,
        closureReason: reasonCode,
      }),
    }),
  },
);

export const planSteps = [planStarted, planClosed] as const;
