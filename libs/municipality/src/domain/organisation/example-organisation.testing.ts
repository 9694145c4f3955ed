import type { RecordedInErrorReason } from '#event-sourcing/event';
import type { SaidOf, StepType } from './decide.js';

/** What an invented municipality tells of its unit, for the specs. Today is `specClock.today`, 2 March 2026. */
const municipality = '9999';
const known = { partyIsKnown: true, about: { municipality }, asked: undefined };

const usual = {
  ContactCardPublished: {
    cardId: 'card-1',
    validFrom: '2026-01-01',
    contactFunction: 'Koordinerende enhet',
    telephone: '00 00 00 00',
  },
  AuthorityDelegated: {
    delegationId: 'delegation-1',
    scope: 'APPOINT_COORDINATOR',
    fromRole: 'MUNICIPAL_DIRECTOR',
    toRole: 'KE',
    validFrom: '2026-01-01',
  },
  DelegationRevoked: { delegationId: 'delegation-1', revokedOn: '2026-02-15' },
  ServiceListed: {
    serviceId: 'service-1',
    validFrom: '2026-01-01',
    level: 'MUNICIPALITY',
    kind: 'REHABILITATION',
    nameNb: 'Rehabiliteringsteamet',
    nameNn: 'Rehabiliteringsteamet',
    contact: 'Servicekontoret',
  },
  ServiceWithdrawn: { serviceId: 'service-1', withdrawnOn: '2026-02-15' },
  PartnerRegistered: {
    partnerId: 'partner-1',
    validFrom: '2026-01-01',
    kind: 'USER_ORGANISATION',
    name: 'Prøvedal brukerutvalg',
  },
  PartnerEnded: { partnerId: 'partner-1', endedOn: '2026-02-20' },
  PartnerContactRecorded: {
    contactId: 'contact-1',
    partnerId: 'partner-1',
    contactOn: '2026-02-10',
    matter: 'Årsmøtet',
  },
  RuleVersionAdopted: {
    rule: 'COMPLAINT_PBRL',
    ruleVersion: '2',
    validFrom: '2026-07-01',
    count: 6,
    periodUnit: 'W',
    casesRehearsed: 12,
    deadlinesOtherwise: 3,
    adoptedOn: '2026-03-02',
  },
  RetentionDecided: { retentionClass: 'KE_ENQUIRY', months: 24, validFrom: '2026-01-01' },
} as const satisfies { readonly [Type in StepType]: SaidOf<Type> };

const factOf =
  <Type extends StepType>(type: Type) =>
  ({ id, ...differs }: Partial<SaidOf<Type>> & { readonly id?: string } = {}) => ({
    type,
    data: { municipality, ...(usual[type] as SaidOf<Type>), ...differs },
    ...(id !== undefined && { id }),
  });

export const fact = {
  card: factOf('ContactCardPublished'),
  delegated: factOf('AuthorityDelegated'),
  revoked: factOf('DelegationRevoked'),
  listed: factOf('ServiceListed'),
  withdrawn: factOf('ServiceWithdrawn'),
  partner: factOf('PartnerRegistered'),
  partnerEnded: factOf('PartnerEnded'),
  contact: factOf('PartnerContactRecorded'),
  kept: factOf('RetentionDecided'),
  adopted: factOf('RuleVersionAdopted'),
};

const recording =
  <Type extends StepType>(step: Type) =>
  (differs: Partial<SaidOf<Type>> & { readonly unknownCode?: { list: string; known: string } } = {}) => {
    const { unknownCode, ...said } = differs;
    return {
      type: 'RecordStep' as const,
      data: { ...known, unknownCode, step, said: { ...(usual[step] as SaidOf<Type>), ...said } },
    };
  };

export const intent = {
  publish: recording('ContactCardPublished'),
  delegate: recording('AuthorityDelegated'),
  revoke: recording('DelegationRevoked'),
  list: recording('ServiceListed'),
  withdraw: recording('ServiceWithdrawn'),
  partner: recording('PartnerRegistered'),
  endPartner: recording('PartnerEnded'),
  contact: recording('PartnerContactRecorded'),
  keep: recording('RetentionDecided'),
  adopt: recording('RuleVersionAdopted'),
  correct: (eventId: string, changed: Readonly<Record<string, unknown>>) => ({
    type: 'CorrectStep' as const,
    data: { eventId, changed, reason: 'Tastefeil', restingElsewhere: [], ...known },
  }),
  annul: (eventId: string, reasonCode: RecordedInErrorReason = 'TYPING_ERROR') => ({
    type: 'AnnulStep' as const,
    data: { eventId, reasonCode, reason: 'Tastefeil', restingElsewhere: [] },
  }),
};
