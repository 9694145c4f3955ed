import type { RecordedInErrorReason } from '#event-sourcing/event';
import { factOf } from '#event-sourcing/testing/spec-of';
import type { StandingUnder, UnitSaidOf, UnitStep } from './decide.js';
import type { UnitAsked } from './step.js';

/** An invented unit, for the specs. Today is `specClock.today`, 2 March 2026. */
const about = { municipality: '9999', unit: 'CULTURE_SCHOOL' };
const usual = {
  UnitEstablished: { nb: 'kulturskolen', nn: 'kulturskulen', establishedOn: '2026-01-01' },
  UnitRenamed: { nb: 'kultur', nn: 'kultur', renamedOn: '2026-01-15' },
  UnitLeaderNamed: { leaderId: 'p1', leadsFrom: '2026-01-10' },
  UnitMovedUnder: { parent: 'SCHOOL', movedOn: '2026-02-01' },
  UnitMergedInto: { into: 'SCHOOL', mergedOn: '2026-02-01' },
  UnitEnded: { endedOn: '2026-02-01' },
} as const satisfies { readonly [Type in UnitStep]: UnitSaidOf<Type> };

const fact = <Type extends UnitStep>(type: Type) =>
  factOf(type, { ...about, ...(usual[type] as UnitSaidOf<Type>) });
export const unitFact = {
  established: fact('UnitEstablished'),
  renamed: fact('UnitRenamed'),
  led: fact('UnitLeaderNamed'),
  moved: fact('UnitMovedUnder'),
  merged: fact('UnitMergedInto'),
  ended: fact('UnitEnded'),
};

const known = { partyIsKnown: true, unknownCode: undefined };
type Known = { readonly partyIsKnown: boolean; readonly unknownCode: { list: string; known: string } };
const recording =
  <Type extends UnitStep>(step: Type) =>
  ({
    asked = {},
    partyIsKnown = true,
    unknownCode,
    ...differs
  }: Partial<UnitSaidOf<Type>> & Partial<Known> & { readonly asked?: UnitAsked } = {}) => ({
    type: 'RecordStep' as const,
    data: {
      partyIsKnown,
      unknownCode,
      step,
      about,
      said: { ...(usual[step] as UnitSaidOf<Type>), ...differs },
      asked,
    },
  });

export const unitIntent = {
  establish: recording('UnitEstablished'),
  rename: recording('UnitRenamed'),
  nameLeader: recording('UnitLeaderNamed'),
  move: recording('UnitMovedUnder'),
  merge: recording('UnitMergedInto'),
  end: recording('UnitEnded'),
  correct: (
    eventId: string,
    changed: Readonly<Record<string, unknown>>,
    restingElsewhere: readonly StandingUnder[] = [],
    asked: UnitAsked = {},
  ) => ({
    type: 'CorrectStep' as const,
    data: { eventId, changed, reason: 'Tastefeil', restingElsewhere, asked, ...known },
  }),
  annul: (
    eventId: string,
    restingElsewhere: readonly StandingUnder[] = [],
    reasonCode: RecordedInErrorReason = 'TYPING_ERROR',
  ) => ({
    type: 'AnnulStep' as const,
    data: { eventId, reasonCode, reason: 'Tastefeil', restingElsewhere },
  }),
};
