import type { Decider } from '#event-sourcing/decider';
import { events } from '#event-sourcing/event';
import { refusals, type Standing } from '#event-sourcing/refusals';
import { declaredIn, stepsByType } from '#event-sourcing/step';
import { steppedDecider, type SteppedIntent } from '#event-sourcing/stepped';
import { type Step, type UnitAsked, unitRefusals } from './step.js';
import { unitSteps } from './steps.js';
import { heldOn, type Unit } from './unit.js';

export const unitRevisionRefusals = refusals('municipality', {
  'unit-stays': [
    'That a unit was established is not taken back: others may name it, and its code is used up. Correct the entry, or end the unit.',
    'At en enhet er opprettet, trekkes ikke tilbake: Andre kan vise til den, og koden er brukt. Rett oppføringen, eller avslutt enheten.',
    'At ei eining er oppretta, blir ikkje trekt tilbake: Andre kan vise til ho, og koden er brukt. Rett oppføringa, eller avslutt eininga.',
  ],
  'unit-code-stays': [
    'A code is given once and never changed. Establish a unit of the right code, and end this one.',
    'En kode gis én gang og endres aldri. Opprett en enhet med den rette koden, og avslutt denne.',
    'Ein kode blir gitt éin gong og aldri endra. Opprett ei eining med den rette koden, og avslutt denne.',
  ],
});
const { refuseIf } = unitRevisionRefusals;

type Known = (typeof unitSteps)[number];
export type UnitStep = Known['type'];
export type UnitStepOf<Type extends UnitStep> = Extract<Known, { readonly type: Type }>;
/** What is said of a step. */
export type UnitSaidOf<Type extends UnitStep> = Parameters<UnitStepOf<Type>['decide']>[0];

/** The units of a municipality, a stream for each code that was ever given. */
export const unitEvents = events(
  { category: 'unit', owner: 'municipality', class: 'UNIT' },
  declaredIn(unitSteps),
);

export const unitStepOf = stepsByType<Step>(unitSteps as unknown as readonly Step[]);

/**
 * A unit that stands under this one, or was merged into it: it rests on that this one does not stand under `parent` on that day, nor was merged into
 * `into`, which is that unit or one above it, or one that took over from it.
 */
export interface StandingUnder extends Standing {
  readonly parent?: string;
  readonly into?: string;
  readonly day: string;
}

const stepped = steppedDecider<Unit, UnitAsked, typeof unitEvents, StandingUnder>({
  events: unitEvents,
  initialState: { status: 'absent' },
  stepOf: unitStepOf,
  refusals: unitRefusals,
  supports: (state, { parent, into, day }) =>
    state.status === 'absent' ||
    (into === undefined ? heldOn(state.parents, day)?.parent !== parent : state.into !== into),
});

/** The stream `unit-<tenant>.<code>`. */
export const unitDecider: Decider<Unit, SteppedIntent<UnitAsked, StandingUnder>, typeof unitEvents> = {
  ...stepped,
  decide(intent, state, history) {
    if (intent.type === 'AnnulStep') {
      const annulled = history.find(({ id }) => id === intent.data.eventId);
      refuseIf(annulled?.type === 'UnitEstablished', 'unit-stays');
    }
    if (intent.type === 'CorrectStep') refuseIf('unit' in intent.data.changed, 'unit-code-stays');
    return stepped.decide(intent, state, history);
  },
};
