import type { CorrectionFact } from '#event-sourcing/event';
import { factOf, intentOf } from '#event-sourcing/testing/spec-of';
import type { AnnulSubjectEvent, CorrectSubjectEvent } from './corrections.js';
import type { LinkIdentity, RegisterSubject, ReplaceIdentity } from './decide.js';
import type {
  DisposeEntryTexts,
  DisposePersonalData,
  RequestDisposal,
  RequestEntryDisposal,
} from './disposal.js';
import type { SetContactDetails } from './contact.js';
import type { RecordDeath, RecordMove } from './ends.js';
import type { LetGoSubject, MergeSubject, TakeUpSubject } from './merging.js';
import type { RenameSubject } from './names.js';
import type { EndRelation, RecordRelation } from './relations.js';
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
export const replaced = factOf<'SubjectIdentityReplaced', DataOf<'SubjectIdentityReplaced'>>(
  'SubjectIdentityReplaced',
  {
    subjectId,
    identityNumber: '10987654321',
    birthYear: 1991,
    reasonCode: 'D_NUMBER_ENDED',
    replacedOn: '2026-02-01',
  },
);
export const renamed = factOf<'SubjectRenamed', DataOf<'SubjectRenamed'>>('SubjectRenamed', {
  subjectId,
  givenName: 'Testine',
  familyName: 'Nygift',
  validFrom: '2026-02-14',
});
export const reached = factOf<'ContactDetailsSet', DataOf<'ContactDetailsSet'>>('ContactDetailsSet', {
  subjectId,
  address: 'Prøveveien 1\n0000 Prøvested',
  telephone: '00 00 00 00',
  languageForm: 'NN',
  setOn: '2026-02-20',
});
export const deceased = factOf<'SubjectDeceased', DataOf<'SubjectDeceased'>>('SubjectDeceased', {
  subjectId,
  diedOn: '2026-02-24',
  source: 'POPULATION_REGISTER',
  toldOn: '2026-02-26',
});
export const moved = factOf<'SubjectMoved', DataOf<'SubjectMoved'>>('SubjectMoved', {
  subjectId,
  toMunicipalityNo: '3403',
  movedOn: '2026-02-21',
});
export const related = factOf<'RelationRecorded', DataOf<'RelationRecorded'>>('RelationRecorded', {
  subjectId,
  relationId: 'relation-1',
  partyId: 'party-1',
  kind: 'GUARDIAN',
  validFrom: '2026-01-10',
});
export const relationEnded = factOf<'RelationEnded', DataOf<'RelationEnded'>>('RelationEnded', {
  subjectId,
  relationId: 'relation-1',
  endedOn: '2026-02-20',
  reasonCode: 'GUARDIANSHIP_ENDED',
});
export const otherId = '0b0e3b7e-0000-5000-8000-000000000002';
export const mergedInto = factOf<'SubjectMergedInto', DataOf<'SubjectMergedInto'>>('SubjectMergedInto', {
  subjectId,
  survivorId: otherId,
  goesOn: 'SURVIVOR',
  mergedOn: '2026-03-02',
  reason: 'Samme person.',
});
export const mergedFrom = factOf<'SubjectMergedFrom', DataOf<'SubjectMergedFrom'>>('SubjectMergedFrom', {
  subjectId,
  mergedId: otherId,
  goesOn: 'SURVIVOR',
  mergedOn: '2026-03-02',
  protectedAddress: false,
});
export const disposed = factOf<'PersonalDataDisposed', DataOf<'PersonalDataDisposed'>>(
  'PersonalDataDisposed',
  {
    subjectId,
    classes: ['PERSON', 'CASE', 'COORDINATION'],
    legalBasis: 'ARKIVLOVA',
    retentionClass: 'KE_CASE',
    confirmedBy: 'party-1',
    disposedOn: '2026-03-01',
  },
);
export const requested = factOf<'DisposalRequested', DataOf<'DisposalRequested'>>('DisposalRequested', {
  subjectId,
  classes: ['PERSON', 'CASE', 'COORDINATION'],
  legalBasis: 'ARKIVLOVA',
  retentionClass: 'KE_CASE',
  requestedBy: 'party-2',
  requestedOn: '2026-03-01',
});
export const entryRequested = factOf<'EntryDisposalRequested', DataOf<'EntryDisposalRequested'>>(
  'EntryDisposalRequested',
  {
    subjectId,
    entryStream: 'case-1576.case-1',
    entry: 'wrong',
    legalBasis: 'ARKIVLOVA',
    requestedBy: 'party-2',
    requestedOn: '2026-03-01',
  },
);
export const entryDisposed = factOf<'EntryTextsDisposed', DataOf<'EntryTextsDisposed'>>(
  'EntryTextsDisposed',
  {
    subjectId,
    entryStream: 'case-1576.case-1',
    entry: 'wrong',
    events: ['wrong', 'its-annulment'],
    legalBasis: 'ARKIVLOVA',
    confirmedBy: 'party-1',
    disposedOn: '2026-03-01',
    request: 'r',
  },
);
/** Staff with a login of long ago. */
export const entitled = { known: true, entitled: true, since: '2020-01-01T00:00:00.000Z' } as const;
/** An annulment as recorded. */
export const annulled = (corrects: string, id?: string): CorrectionFact & { readonly id?: string } => ({
  type: 'RecordedInErrorMarked',
  data: { corrects, subjectId, reasonCode: 'TYPING_ERROR', reason },
  ...(id !== undefined && { id }),
});
/** A correction of the event `x` as recorded. */
export const corrected = (
  type:
    'SubjectRegistered' | 'SubjectIdentityLinked' | 'SubjectDeceased' | 'RelationRecorded' | 'RelationEnded',
  changed: Readonly<Record<string, unknown>>,
  id?: string,
): CorrectionFact & { readonly id?: string } => ({
  type: `${type}Corrected`,
  data: { corrects: 'x', subjectId, changed, reason },
  ...(id !== undefined && { id }),
});

const revising = { subjectId, eventId: 'x', reason, birthDiffers: false, outOfOrder: false };

/** Intents, each with what differs from the facts above; those that revise are about the event `x`. */
export const intent = {
  register: intentOf<'RegisterSubject', RegisterSubject['data']>('RegisterSubject', registered().data),
  link: intentOf<'LinkIdentity', LinkIdentity['data']>('LinkIdentity', {
    ...linked().data,
    isHeld: false,
    birthDiffers: false,
  }),
  replace: intentOf<'ReplaceIdentity', ReplaceIdentity['data']>('ReplaceIdentity', {
    ...replaced().data,
    isHeld: false,
    isCurrent: false,
  }),
  rename: intentOf<'RenameSubject', RenameSubject['data']>('RenameSubject', renamed().data),
  setContact: intentOf<'SetContactDetails', SetContactDetails['data']>('SetContactDetails', reached().data),
  die: intentOf<'RecordDeath', RecordDeath['data']>('RecordDeath', {
    ...deceased().data,
    outOfOrder: false,
  }),
  move: intentOf<'RecordMove', RecordMove['data']>('RecordMove', moved().data),
  relate: intentOf<'RecordRelation', RecordRelation['data']>('RecordRelation', {
    ...related().data,
    partyIsKnown: true,
  }),
  endRelation: intentOf<'EndRelation', EndRelation['data']>('EndRelation', relationEnded().data),
  merge: intentOf<'MergeSubject', MergeSubject['data']>('MergeSubject', {
    subjectId,
    survivorId: otherId,
    mergedOn: '2026-03-02',
    reason: 'Samme person.',
    survivor: { isRegistered: true, disposed: [], mergedInto: undefined },
    coordinated: { here: 'NOT', there: 'NOT' },
  }),
  takeUp: intentOf<'TakeUpSubject', TakeUpSubject['data']>('TakeUpSubject', mergedFrom().data),
  letGo: intentOf<'LetGoSubject', LetGoSubject['data']>('LetGoSubject', {
    subjectId,
    mergedId: otherId,
    reasonCode: 'TYPING_ERROR',
    reason,
  }),
  request: intentOf<'RequestDisposal', RequestDisposal['data']>('RequestDisposal', {
    ...requested().data,
    by: entitled,
    open: [],
  }),
  dispose: intentOf<'DisposePersonalData', DisposePersonalData['data']>('DisposePersonalData', {
    subjectId,
    confirmedBy: 'party-1',
    disposedOn: '2026-03-01',
    by: entitled,
    open: [],
  }),
  requestEntry: intentOf<'RequestEntryDisposal', RequestEntryDisposal['data']>('RequestEntryDisposal', {
    ...entryRequested().data,
    by: entitled,
    isStruckOut: true,
  }),
  disposeEntry: intentOf<'DisposeEntryTexts', DisposeEntryTexts['data']>('DisposeEntryTexts', {
    subjectId,
    entry: 'wrong',
    events: ['wrong', 'its-annulment'],
    confirmedBy: 'party-1',
    disposedOn: '2026-03-01',
    by: entitled,
    isStruckOut: true,
  }),
  correct: intentOf<'CorrectSubjectEvent', CorrectSubjectEvent['data']>('CorrectSubjectEvent', {
    ...revising,
    changed: {},
    partyIsKnown: true,
  }),
  annul: intentOf<'AnnulSubjectEvent', AnnulSubjectEvent['data']>('AnnulSubjectEvent', {
    ...revising,
    reasonCode: 'TYPING_ERROR',
    restingElsewhere: [],
  }),
};
