import { annulment, type Intent } from '#event-sourcing/decider';
import { effective, revisedBy } from '#event-sourcing/effective';
import type { CorrectionFact, Recorded } from '#event-sourcing/event';
import type { Grants } from './basis.js';
import { isLive } from './consent.js';
import type { Coordination } from './coordination.js';
import { coordinationEvents, type StepFact } from './events.js';
import { faultsIn } from './rules.js';

/** Ends what runs for somebody who is dead; sent when that was recorded, and when something begins beside it. */
export type EndForDeath = Intent<'EndForDeath', { readonly subjectId: string; readonly deathToldOn: string }>;
/** Takes the ends back that followed from a death which was recorded in error. */
export type TakeEndsBack = Intent<
  'TakeEndsBack',
  { readonly subjectId: string; readonly grants: Grants; readonly birthYear: number | undefined }
>;

/** Coordinators, plan, group and consents end together (D1), on the day on which the unit was told or, where something began later, on that day. */
export function endForDeath(
  { data: { subjectId, deathToldOn }, today }: EndForDeath,
  { appointments, plans, members, consents, endedOn: endedBefore }: Coordination,
): StepFact[] {
  const holding = appointments.filter(({ releasedOn }) => releasedOn === undefined);
  const active = plans.filter(({ closedOn }) => closedOn === undefined);
  const inGroup = members.filter(({ leftOn }) => leftOn === undefined);
  const begun = [
    deathToldOn,
    ...(endedBefore === undefined ? [] : [endedBefore]),
    ...holding.map(({ validFrom }) => validFrom).filter((day) => day <= today),
    ...active.map(({ startedOn }) => startedOn),
    ...members.map(({ joinedOn }) => joinedOn),
    ...consents.map(({ givenOn }) => givenOn),
  ];
  const endedOn = begun.toSorted().at(-1) ?? deathToldOn;
  const isConsented = consents.some((one) => one.scopes.some((scope) => isLive(one, scope, endedOn)));
  if (endedBefore !== undefined && !isConsented && holding.length + active.length + inGroup.length === 0) {
    return [];
  }
  const reasonCode = 'DECEASED' as const;
  return [
    ...holding.map(({ appointmentId, validFrom }): StepFact => {
      // Who was to begin never does.
      const releasedOn = validFrom > endedOn ? validFrom : endedOn;
      return { type: 'CoordinatorReleased', data: { subjectId, appointmentId, releasedOn, reasonCode } };
    }),
    ...inGroup.map(({ memberId }): StepFact => {
      return { type: 'MemberLeftGroup', data: { subjectId, memberId, leftOn: endedOn, reasonCode } };
    }),
    ...active.map(({ planId }): StepFact => {
      return { type: 'PlanClosed', data: { subjectId, planId, closedOn: endedOn, reasonCode } };
    }),
    { type: 'CoordinationEnded', data: { subjectId, endedOn, reasonCode } },
  ];
}

/** What cannot be taken back, since something else has come in its place, stays; the last recorded goes first. */
export function takeEndsBack(
  { data: { grants, birthYear }, today }: TakeEndsBack,
  history: readonly Recorded[],
): CorrectionFact[] {
  const known = { today, grants, birthYear };
  return effective(history)
    .filter(followsDeath)
    .toReversed()
    .reduce<CorrectionFact[]>((taken, end) => {
      const fact = annulment(coordinationEvents, end, 'OTHER', tookBack);
      const [before, after] = [taken, [...taken, fact]].map((facts) => revisedBy(history, facts));
      const wrong = (read: readonly Recorded[] = []) =>
        faultsIn(read, known).map(({ event, refusal }) => `${event.id} ${refusal.code}`);
      const stood = wrong(before);
      const isPossible = wrong(after).every((fault) => stood.includes(fault));
      return isPossible ? [...taken, fact] : taken;
    }, []);
}

/** Recorded by the system because the person was said to be dead. */
const followsDeath = ({ data, metadata }: Recorded) =>
  metadata.actor.role === 'SYSTEM' && data['reasonCode'] === 'DECEASED';

const tookBack = 'Dødsfallet var feilregistrert.';
