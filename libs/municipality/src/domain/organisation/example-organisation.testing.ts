import { factOf } from '#event-sourcing/testing/spec-of';
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
} as const satisfies { readonly [Type in StepType]: SaidOf<Type> };

export const fact = {
  card: factOf('ContactCardPublished', { municipality, ...usual.ContactCardPublished } as {
    readonly municipality: string;
  } & SaidOf<'ContactCardPublished'>),
};

const recording =
  <Type extends StepType>(step: Type) =>
  (differs: Partial<SaidOf<Type>> & { readonly unknownCode?: { list: string; known: string } } = {}) => {
    const { unknownCode, ...said } = differs;
    return {
      type: 'RecordStep' as const,
      data: { ...known, unknownCode, step, said: { ...usual[step], ...said } },
    };
  };

export const intent = {
  publish: recording('ContactCardPublished'),
  correct: (eventId: string, changed: Readonly<Record<string, unknown>>) => ({
    type: 'CorrectStep' as const,
    data: { eventId, changed, reason: 'Tastefeil', restingElsewhere: [], ...known },
  }),
  annul: (eventId: string, reasonCode: RecordedInErrorReason = 'TYPING_ERROR') => ({
    type: 'AnnulStep' as const,
    data: { eventId, reasonCode, reason: 'Tastefeil', restingElsewhere: [] },
  }),
};
