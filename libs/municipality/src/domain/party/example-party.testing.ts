import type { RecordedInErrorReason } from '#event-sourcing/event';
import type { PartySaidOf, PartyStepType } from './decide.js';
import type { PartyAsked } from './step.js';

/** An invented member of staff, for the specs. Today is `specClock.today`, 2 March 2026. */
const partyId = 'party-9';

const usual = {
  PartyRegistered: { kind: 'STAFF', name: 'Prøve Ansatt', unit: 'HOME_CARE' },
  PartyLoginBound: { issuer: 'https://innlogging.example', subject: 'prøve', boundOn: '2026-03-02' },
  PartyNamedByLogin: { name: 'Prøve Innlogget' },
  PartyRenamed: { name: 'Prøve Nygift', renamedOn: '2026-02-01' },
  PartyMergedInto: { survivorId: 'party-8', mergedOn: '2026-02-10' },
  StaffEngaged: {
    engagementId: 'engagement-1',
    unit: 'KE',
    role: 'MEMBER',
    represents: 'HOME_CARE',
    engagedFrom: '2026-01-01',
  },
  EngagementEnded: { engagementId: 'engagement-1', endedOn: '2026-06-30' },
  SubstituteNamed: {
    engagementId: 'engagement-1',
    substitutionId: 'substitution-1',
    substituteId: 'party-7',
    substitutesFrom: '2026-02-01',
  },
  SubstitutionEnded: { substitutionId: 'substitution-1', endedOn: '2026-05-31' },
  StaffContactSet: { telephone: '00 00 00 00', email: 'prove@kommune.example', setOn: '2026-01-02' },
} as const satisfies { readonly [Type in PartyStepType]: PartySaidOf<Type> };

const factOf =
  <Type extends PartyStepType>(type: Type) =>
  ({ id, ...differs }: Partial<PartySaidOf<Type>> & { readonly id?: string } = {}) => ({
    type,
    data: { partyId, ...(usual[type] as PartySaidOf<Type>), ...differs },
    ...(id !== undefined && { id }),
  });

export const fact = {
  registered: factOf('PartyRegistered'),
  bound: factOf('PartyLoginBound'),
  namedByLogin: factOf('PartyNamedByLogin'),
  renamed: factOf('PartyRenamed'),
  merged: factOf('PartyMergedInto'),
  engaged: factOf('StaffEngaged'),
  ended: factOf('EngagementEnded'),
  substitute: factOf('SubstituteNamed'),
  substituteEnded: factOf('SubstitutionEnded'),
  contact: factOf('StaffContactSet'),
};

const known = { partyIsKnown: true, unknownCode: undefined };
type Known = { readonly partyIsKnown: boolean; readonly unknownCode: { list: string; known: string } };

const recording =
  <Type extends PartyStepType>(step: Type) =>
  ({
    asked = {},
    partyIsKnown = true,
    unknownCode,
    ...differs
  }: Partial<PartySaidOf<Type>> & Partial<Known> & { readonly asked?: PartyAsked } = {}) => ({
    type: 'RecordStep' as const,
    data: {
      partyIsKnown,
      unknownCode,
      step,
      about: { partyId },
      said: { ...(usual[step] as PartySaidOf<Type>), ...differs },
      asked,
    },
  });

export const intent = {
  register: recording('PartyRegistered'),
  bind: recording('PartyLoginBound'),
  rename: recording('PartyRenamed'),
  merge: recording('PartyMergedInto'),
  engage: recording('StaffEngaged'),
  end: recording('EngagementEnded'),
  substitute: recording('SubstituteNamed'),
  endSubstitute: recording('SubstitutionEnded'),
  setContact: recording('StaffContactSet'),
  correct: (eventId: string, changed: Readonly<Record<string, unknown>>) => ({
    type: 'CorrectStep' as const,
    data: { eventId, changed, reason: 'Tastefeil', restingElsewhere: [], asked: {}, ...known },
  }),
  annul: (eventId: string, reasonCode: RecordedInErrorReason = 'TYPING_ERROR') => ({
    type: 'AnnulStep' as const,
    data: { eventId, reasonCode, reason: 'Tastefeil', restingElsewhere: [] },
  }),
};
