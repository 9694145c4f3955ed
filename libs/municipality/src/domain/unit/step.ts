import { code, id } from '#event-sourcing/event';
import { refusals } from '#event-sourcing/refusals';
import { type Step as AnyStep, stepsOf } from '#event-sourcing/step';
import type { RegisteredUnit, Unit } from './unit.js';

export const unitRefusals = refusals('municipality', {
  'no-such-unit': [
    'No unit of that code is in the register. Establish it first.',
    'Ingen enhet med denne koden står i registeret. Opprett den først.',
    'Inga eining med denne koden står i registeret. Opprett ho først.',
  ],
  'unit-code-taken': [
    'That code was given to a unit before, and is never used again. Choose another one.',
    'Koden er gitt til en enhet før, og brukes aldri om igjen. Velg en annen.',
    'Koden er gitt til ei eining før, og blir aldri brukt om att. Vel ein annan.',
  ],
  'unit-ended': [
    'The unit has ended or was merged into another by that day. Record it for the one that took over.',
    'Enheten er avsluttet eller slått sammen med en annen på denne dagen. Registrer det på den som overtok.',
    'Eininga er avslutta eller slått saman med ei anna på denne dagen. Registrer det på den som tok over.',
  ],
  'unit-in-itself': [
    'A unit cannot stand under itself, nor be merged into itself.',
    'En enhet kan ikke ligge under seg selv eller slås sammen med seg selv.',
    'Ei eining kan ikkje liggje under seg sjølv eller bli slått saman med seg sjølv.',
  ],
  'date-order.unit': [
    'Nothing can happen to a unit before it was established.',
    'Ingenting kan skje med en enhet før den ble opprettet.',
    'Ingenting kan skje med ei eining før ho vart oppretta.',
  ],
});
const { refusal, refuseIf, inOrder } = unitRefusals;

/** In every event: whose unit it is. A code is given once: never changed, never another unit's. */
export const about = { municipality: id(), unit: code() };

/** What is asked elsewhere. */
export interface UnitAsked {
  /** The unit that is named stands under this one, or is this one. */
  readonly isInItself?: boolean;
}

export type Step = AnyStep<Unit, undefined, UnitAsked, typeof about>;
export const step = stepsOf<Unit, undefined, UnitAsked, typeof about>();

/** The unit as it stands on a day; after its end, whatever the day, nothing more is told of it. */
export function goingOn(state: Unit, day: string): RegisteredUnit {
  if (state.status === 'absent') throw refusal('no-such-unit');
  inOrder(state.establishedOn, day, 'date-order.unit');
  refuseIf(state.endedOn !== undefined, 'unit-ended');
  return state;
}

export const unlessInItself = (_said: unknown, { isInItself }: UnitAsked) =>
  refuseIf(isInItself === true, 'unit-in-itself');

/** What changes of a unit that is there; of none nothing does. */
export const changed = (state: Unit, change: (unit: RegisteredUnit) => Partial<RegisteredUnit>): Unit =>
  state.status === 'absent' ? state : { ...state, ...change(state) };
