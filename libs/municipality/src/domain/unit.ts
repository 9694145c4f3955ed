import { checkDates } from '#event-sourcing/dates';
import type { Decider, Intent } from '#event-sourcing/decider';
import type { EventOf, GivenFields } from '#event-sourcing/event';
import { refusals, type UnknownCode } from '#event-sourcing/refusals';
import { unitEvents } from './unit-events.js';

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

type Declared = (typeof unitEvents)['declared'];
export type UnitStep = keyof Declared;
export type UnitTold<Step extends UnitStep = UnitStep> = GivenFields<Declared[Step]['fields']>;

/** What one code stands for. */
export type Unit =
  | { readonly status: 'absent' }
  | {
      readonly status: 'registered';
      readonly establishedOn: string;
      /** In the order in which they were told. */
      readonly leaders: readonly { readonly leaderId: string; readonly from: string }[];
      readonly parents: readonly { readonly parent: string | undefined; readonly from: string }[];
      /** From this day on it takes no new facts. */
      readonly endedOn: string | undefined;
      readonly into: string | undefined;
    };

export type RecordUnitStep = Intent<
  'RecordUnitStep',
  {
    readonly step: UnitStep;
    readonly said: UnitTold;
    readonly partyIsKnown: boolean;
    readonly unknownCode?: UnknownCode | undefined;
    /** The units above the one that is named, from the nearest. */
    readonly above: readonly string[];
  }
>;

/** The stream `unit-<tenant>.<code>`. */
export const unitDecider: Decider<Unit, RecordUnitStep, typeof unitEvents> = {
  events: unitEvents,
  initialState: { status: 'absent' },
  evolve,
  decide({ data: { step, said, ...asked }, today }, state) {
    checkDates(unitRefusals, unitEvents.declared[step].fields, said, today);
    const day = dayOf(step, said);
    if (step === 'UnitEstablished') refuseIf(state.status !== 'absent', 'unit-code-taken');
    else if (state.status === 'absent') throw refusal('no-such-unit');
    else {
      inOrder(state.establishedOn, day, 'date-order.unit');
      refuseIf(state.endedOn !== undefined, 'unit-ended');
    }
    refuseIf(!asked.partyIsKnown, 'unknown-party');
    refuseIf(asked.unknownCode !== undefined, 'unknown-code', asked.unknownCode);
    refuseIf(asked.above.includes(said.unit), 'unit-in-itself');
    return [{ type: step, data: said } as never];
  },
};

/** The day on which a step happened. */
export function dayOf(step: UnitStep, said: UnitTold): string {
  const { occurs } = unitEvents.declared[step] as { readonly occurs?: string };
  return String((said as Readonly<Record<string, unknown>>)[occurs ?? '']);
}

function evolve(state: Unit, { type, data }: EventOf<typeof unitEvents>): Unit {
  if (type === 'UnitEstablished') {
    const { establishedOn: from, parent } = data;
    const none = { endedOn: undefined, into: undefined };
    return { status: 'registered', establishedOn: from, leaders: [], parents: [{ parent, from }], ...none };
  }
  if (state.status === 'absent') return state;
  switch (type) {
    case 'UnitRenamed':
      return state;
    case 'UnitLeaderNamed': {
      const { leaderId, leadsFrom: from } = data;
      return { ...state, leaders: [...state.leaders, { leaderId, from }] };
    }
    case 'UnitMovedUnder':
      return { ...state, parents: [...state.parents, { parent: data.parent, from: data.movedOn }] };
    case 'UnitMergedInto':
      return { ...state, endedOn: data.mergedOn, into: data.into };
    case 'UnitEnded':
      return { ...state, endedOn: data.endedOn };
  }
}

/** Of what held from a day on, what holds on this one: the latest that has come, and of one day what was told last. */
export const heldOn = <T extends { readonly from: string }>(told: readonly T[], day: string): T | undefined =>
  told
    .filter(({ from }) => from <= day)
    .reduce<T | undefined>(
      (last, one) => (last === undefined || one.from >= last.from ? one : last),
      undefined,
    );
