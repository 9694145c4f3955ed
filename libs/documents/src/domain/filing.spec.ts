import { specOf } from '#event-sourcing/testing/spec-of';
import type { RecordedInErrorReason } from '#event-sourcing/event';
import { documentDecider, type SaidOf, type StepType } from './events.js';
import type { Asked } from './step.js';

const { given, rows } = specOf(documentDecider);

/** An invented document. Today is `specClock.today`, 2 March 2026. */
const usual = {
  DocumentFiled: {
    documentId: 'document-1',
    recordKind: 'CASE',
    recordId: 'case-1',
    caseId: 'case-1',
    subjectId: 'person-1',
    filedOn: '2026-02-10',
    direction: 'IN',
    kind: 'APPLICATION_FORM',
    documentDate: '2026-02-09',
    restriction: 'OFFL_13',
    title: 'Søknad',
    sender: 'Testine Prøvesen',
    format: 'PDF',
    size: 1000,
    scan: 'NOT_SCANNED',
    ciphertextDigest: 'cd'.repeat(32),
    contentDigest: 'ab'.repeat(32),
  },
  DocumentMoved: {
    documentId: 'document-1',
    recordKind: 'COMPLAINT',
    recordId: 'complaint-1',
    caseId: 'case-1',
    subjectId: 'person-1',
    movedOn: '2026-02-11',
  },
  DocumentSentToArchive: { documentId: 'document-1', deliveryId: 'delivery-1', sentOn: '2026-02-12' },
  DocumentArchived: {
    documentId: 'document-1',
    deliveryId: 'delivery-1',
    archivedAs: 'archive-1',
    archivedOn: '2026-02-13',
  },
  ArchivingFailed: {
    documentId: 'document-1',
    deliveryId: 'delivery-1',
    cause: 'REFUSED',
    failedOn: '2026-02-13',
  },
  ArchivingRetried: { documentId: 'document-1', retriedOn: '2026-02-14' },
} as const satisfies { readonly [Type in StepType]: SaidOf<Type> };
const known: Asked = { ownerOfRecord: 'person-1', ownerId: 'person-1' };

const fact = <Type extends StepType>(type: Type, differs: Partial<SaidOf<Type>> = {}) => ({
  type,
  data: { ownerId: 'person-1', ...(usual[type] as SaidOf<Type>), ...differs },
});
const recording =
  <Type extends StepType>(step: Type) =>
  ({ asked, ...differs }: Partial<SaidOf<Type>> & { readonly asked?: Asked } = {}) => ({
    type: 'RecordStep' as const,
    data: {
      partyIsKnown: true,
      step,
      about: { ownerId: 'person-1' },
      said: { ...(usual[step] as SaidOf<Type>), ...differs },
      asked: { ...known, ...asked },
    },
  });
const correcting = (eventId: string, changed: Readonly<Record<string, unknown>>) => ({
  type: 'CorrectStep' as const,
  data: { eventId, changed, reason: 'Tastefeil', restingElsewhere: [], partyIsKnown: true, asked: {} },
});
const annulling = (eventId: string, reasonCode: RecordedInErrorReason = 'WRONG_PERSON') => ({
  type: 'AnnulStep' as const,
  data: { eventId, reasonCode, reason: 'Feil person', restingElsewhere: [] },
});

const filed = [fact('DocumentFiled')];
const moved = [...filed, fact('DocumentMoved')];

describe('a document (F14)', () => {
  rows(recording('DocumentFiled'), [
    ['is filed on something of a person', [], {}, filed],
    ['is filed once', filed, {}, 'already-filed'],
    ['is filed on what is there', [], { asked: { ownerOfRecord: undefined } }, 'no-such-record'],
    ['bears no date to come', [], { documentDate: '2026-03-03' }, 'date-ahead'],
    ['is not filed ahead of today', [], { filedOn: '2026-03-03' }, 'date-ahead'],
  ]);

  rows(recording('DocumentMoved'), [
    ['is moved to something else of the person', filed, {}, [fact('DocumentMoved')]],
    [
      'is moved again',
      moved,
      { recordKind: 'CASE', recordId: 'case-2' },
      [fact('DocumentMoved', { recordKind: 'CASE', recordId: 'case-2' })],
    ],
    ['is not moved where it lies', filed, { recordKind: 'CASE', recordId: 'case-1' }, 'already-there'],
    ['is not moved to another person’s', filed, { asked: { ownerOfRecord: 'person-2' } }, 'another-person'],
    ['is moved to what is there', filed, { asked: { ownerOfRecord: undefined } }, 'no-such-record'],
    ['is not moved before it was filed', filed, { movedOn: '2026-02-09' }, 'date-order'],
    ['must be there', [], {}, 'no-such-document'],
  ]);
});

const sent = [...filed, fact('DocumentSentToArchive')];
const archived = [...sent, fact('DocumentArchived')];
const failed = [...sent, fact('ArchivingFailed')];
const retried = [...failed, fact('ArchivingRetried')];
const again = { deliveryId: 'delivery-2' };

describe('a document on its way to the archive (F14)', () => {
  rows<Partial<SaidOf<'DocumentSentToArchive'>>>(recording('DocumentSentToArchive'), [
    ['is sent once', filed, {}, [fact('DocumentSentToArchive')]],
    ['is not sent while it is on its way', sent, again, 'already-sent'],
    ['is not sent when it is there', archived, again, 'already-sent'],
    ['is not sent again before somebody says so', failed, again, 'already-sent'],
    [
      'is sent again as another delivery',
      retried,
      again,
      [fact('DocumentSentToArchive', { deliveryId: 'delivery-2' })],
    ],
    ['must be there', [], {}, 'no-such-document'],
  ]);

  rows<Partial<SaidOf<'DocumentArchived'>>>(recording('DocumentArchived'), [
    ['is archived by the receipt of its delivery', sent, {}, [fact('DocumentArchived')]],
    ['is archived once', archived, {}, []],
    ['is archived also after an error was told', failed, {}, [fact('DocumentArchived')]],
    ['is not archived by the receipt of another', sent, again, 'no-such-delivery'],
    ['is not archived before it was sent', filed, {}, 'no-such-delivery'],
  ]);

  rows<Partial<SaidOf<'ArchivingFailed'>>>(recording('ArchivingFailed'), [
    ['is turned away', sent, {}, [fact('ArchivingFailed')]],
    ['is turned away once', failed, {}, []],
    ['stays there, whatever comes later', archived, {}, []],
    ['is not turned away by the receipt of another', sent, again, 'no-such-delivery'],
    [
      'cannot be read, and so is not sent',
      filed,
      { cause: 'UNREADABLE' },
      [fact('ArchivingFailed', { cause: 'UNREADABLE' })],
    ],
    ['cannot be unreadable once it was sent', sent, { cause: 'UNREADABLE' }, 'already-sent'],
  ]);

  rows(recording('ArchivingRetried'), [
    ['is sent again when somebody says so', failed, {}, [fact('ArchivingRetried')]],
    ['is not sent again while it is on its way', sent, {}, 'not-failed'],
    ['is not sent again when it is there', archived, {}, 'not-failed'],
  ]);

  it('may still be said to be filed in error', () => {
    given(...archived)
      .when(annulling('e0'))
      .then({
        type: 'RecordedInErrorMarked',
        data: { corrects: 'e0', ownerId: 'person-1', reasonCode: 'WRONG_PERSON', reason: 'Feil person' },
      });
  });

  it('has what became of it noted by nobody but the system', () => {
    given(...archived)
      .when(correcting('e2', { archivedOn: '2026-02-14' }))
      .thenRejected('documents/not-correctable');
  });
});

describe('what is said of a document', () => {
  it('is put right', () => {
    given(...filed)
      .when(correcting('e0', { title: 'Søknad om koordinator', kind: 'OTHER' }))
      .then({
        type: 'DocumentFiledCorrected',
        data: {
          corrects: 'e0',
          ownerId: 'person-1',
          changed: { title: 'Søknad om koordinator', kind: 'OTHER' },
          reason: 'Tastefeil',
        },
      });
  });

  it.each([
    ['e0', { ciphertextDigest: 'ef'.repeat(32) }],
    ['e0', { contentDigest: 'ef'.repeat(32) }],
    ['e0', { size: 7 }],
    ['e0', { format: 'PNG' }],
    ['e0', { scan: 'CLEAN' }],
    ['e0', { recordKind: 'PLAN' }],
    ['e1', { recordKind: 'PLAN' }],
  ])('is never another content or place (%s, %o)', (eventId, changed) => {
    given(...moved)
      .when(correcting(eventId, changed))
      .thenRejected('documents/not-correctable');
  });

  it('is struck out with its filing, once nothing rests on that', () => {
    given(...moved)
      .when(annulling('e0'))
      .thenRejected('documents/rests-on', ['e1']);
    const [struck] = given(...filed)
      .when(annulling('e0'))
      .facts();
    given(...filed, struck!)
      .when(recording('DocumentMoved')())
      .thenRejected('documents/no-such-document');
  });
});
