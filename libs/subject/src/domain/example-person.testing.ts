import type { CorrectionFact } from '#event-sourcing/event';
import { factOf, intentOf } from '#event-sourcing/testing/spec-of';
import type { AnnulSubjectEvent, CorrectSubjectEvent } from './corrections.js';
import type { LinkIdentity, RegisterSubject } from './decide.js';
import type { DisposePersonalData } from './disposal.js';
import type { DataOf } from './subject.js';

/** Facts of one invented person, told with as little as a test cares about. Today is `specClock.today`, 2 March 2026. */
export const subjectId = '0b0e3b7e-0000-5000-8000-000000000001';
const reason = 'Skrevet feil.';

export const registered = factOf<'SubjectRegistered', DataOf<'SubjectRegistered'>>('SubjectRegistered', {
  subjectId,
  givenName: 'Testine',
  familyName: 'Prøvesen',
  protectedAddress: false,
});
export const linked = factOf<'SubjectIdentityLinked', DataOf<'SubjectIdentityLinked'>>(
  'SubjectIdentityLinked',
  { subjectId, identityNumber: '12345678901', birthYear: 1990 },
);
export const disposed = factOf<'PersonalDataDisposed', DataOf<'PersonalDataDisposed'>>(
  'PersonalDataDisposed',
  {
    subjectId,
    classes: ['PERSON', 'CASE', 'COORDINATION'],
    legalBasis: 'ARKIVLOVA',
    retentionClass: 'CASE_FILE',
    confirmedBy: 'party-1',
    disposedOn: '2026-03-01',
  },
);
/** An annulment as recorded. */
export const annulled = (corrects: string, id?: string): CorrectionFact & { readonly id?: string } => ({
  type: 'RecordedInErrorMarked',
  data: { corrects, subjectId, reasonCode: 'TYPING_ERROR', reason },
  ...(id !== undefined && { id }),
});
/** A correction of the event `x` as recorded. */
export const corrected = (
  type: 'SubjectRegistered' | 'SubjectIdentityLinked',
  changed: Readonly<Record<string, unknown>>,
  id?: string,
): CorrectionFact & { readonly id?: string } => ({
  type: `${type}Corrected`,
  data: { corrects: 'x', subjectId, changed, reason },
  ...(id !== undefined && { id }),
});

const revising = { subjectId, eventId: 'x', reason, birthDiffers: false };

/** Intents, each with what differs from the facts above; those that revise are about the event `x`. */
export const intent = {
  register: intentOf<'RegisterSubject', RegisterSubject['data']>('RegisterSubject', registered().data),
  link: intentOf<'LinkIdentity', LinkIdentity['data']>('LinkIdentity', {
    ...linked().data,
    isHeld: false,
    birthDiffers: false,
  }),
  dispose: intentOf<'DisposePersonalData', DisposePersonalData['data']>('DisposePersonalData', {
    ...disposed().data,
    partyIsKnown: true,
  }),
  correct: intentOf<'CorrectSubjectEvent', CorrectSubjectEvent['data']>('CorrectSubjectEvent', {
    ...revising,
    changed: {},
  }),
  annul: intentOf<'AnnulSubjectEvent', AnnulSubjectEvent['data']>('AnnulSubjectEvent', {
    ...revising,
    reasonCode: 'TYPING_ERROR',
    restingElsewhere: [],
  }),
};
