import { annulment } from '#event-sourcing/decider';
import { effective, revisedBy } from '#event-sourcing/effective';
import type { CorrectionFact, Recorded } from '#event-sourcing/event';
import { broken, type Fault, refuseResting, rootOf, standingOf, whyBroken } from '#event-sourcing/revise';
import { basisRefusals } from './basis.js';
import { refuseUnconsented } from './consent.js';
import type { Coordination } from './coordination.js';
import { coordinationEvents, type StepFact, stepOf } from './events.js';
import { following } from './following.js';
import type { EarlierStep, TakeBackEarlier, TakeInEarlier } from './intents.js';
import { proposalRefusals } from './proposal.js';
import { faultsIn } from './rules.js';
import { refuseAfterDeath } from './after-death.js';
import { planRefusals } from './steps/plans.js';
import { type Decided, decided } from './decided.js';

/**
 * What an earlier register has of a person, all of it or nothing: each step by the rules for whatever is recorded, but on no decision, no answers and no
 * delegation, which that register's own time had.
 */
export function takeInEarlier(
  { data, today }: TakeInEarlier,
  state: Coordination,
  history: readonly Recorded[],
): readonly StepFact[] {
  const { steps, partyIsKnown, unknownCode, ...rest } = data;
  basisRefusals.refuseIf(!partyIsKnown, 'unknown-party');
  basisRefusals.refuseIf(unknownCode !== undefined, 'unknown-code', unknownCode);
  const asked = { ...rest, today, isEarlier: true } as const;
  const begun: StepFact[] = [];
  const all = steps.reduce<Decided>(
    (before, { step: type, ...told }) => {
      const said = withPlan(before.state, told);
      const step = stepOf(type);
      refuseAfterDeath(step, { ...said, subjectId: rest.subjectId }, rest.deathToldOn);
      const { coordinatorId } = said;
      const isKin = typeof coordinatorId === 'string' && rest.kin.includes(coordinatorId);
      proposalRefusals.refuseIf(isKin, 'kin');
      if (step.already(before.state, said)) return before;
      const after = decided(step, said, { ...before, asked });
      begun.push(...after.facts);
      return { ...after, facts: [...before.facts, ...after.facts] };
    },
    { state, history, facts: [] },
  );
  if (rest.deathToldOn === undefined) refuseRunningUnconsented(begun, all.state, today);
  return all.facts;
}

/** A plan that ends is named by its id, or by the day on which it started. */
function withPlan(
  { plans }: Coordination,
  { said, startedOn }: Omit<EarlierStep, 'step'>,
): EarlierStep['said'] {
  if (startedOn === undefined) return said;
  const plan = plans.findLast((one) => one.startedOn === startedOn);
  if (!plan) throw planRefusals.refusal('no-such-plan');
  return { ...said, planId: plan.planId };
}

/** What goes on needs a consent that holds today; what has ended needed one then. */
function refuseRunningUnconsented(begun: readonly StepFact[], after: Coordination, today: string): void {
  const goesOn = ({ data }: StepFact) =>
    after.plans.some((one) => 'planId' in data && one.planId === data.planId && one.closedOn === undefined) ||
    after.appointments.some(
      (one) =>
        'appointmentId' in data &&
        one.appointmentId === data.appointmentId &&
        (one.releasedOn === undefined || one.releasedOn > today),
    );
  for (const fact of begun.filter(goesOn)) {
    const begins = stepOf(fact.type).beginning(fact.data);
    if (begins) refuseUnconsented(after, begins.scope, today);
  }
}

/** Takes back what an import recorded of a person, all of it or nothing: refused where something rests on it that came since. */
export function takeBackEarlier(
  { data, today }: TakeBackEarlier,
  history: readonly Recorded[],
): readonly CorrectionFact[] {
  const why = { ...data, reasonCode: 'IMPORT_TAKEN_BACK', today } as const;
  const facts: CorrectionFact[] = [];
  for (const target of effective(history)
    .filter(({ id }) => data.eventIds.includes(id))
    .toReversed()) {
    const read = revisedBy(history, facts);
    // It may have gone with what came before it here.
    if (!effective(read).some(({ id }) => id === target.id)) continue;
    const own = annulment(coordinationEvents, target, why.reasonCode, data.reason);
    facts.push(own, ...following(own, rootOf(target, read), read, why));
  }
  const known = { ...data, today };
  const faults = broken(faultsIn(history, known), faultsIn(revisedBy(history, facts), known), isSame);
  refuseResting(
    basisRefusals,
    faults.map(({ event }) => standingOf(event)),
    whyBroken(faults),
  );
  return facts;
}

const isSame = (known: Fault, { event, refusal }: Fault) =>
  known.event.id === event.id && known.refusal.code === refusal.code;
