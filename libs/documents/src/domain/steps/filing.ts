import {
  codeOf,
  digest,
  idOf,
  integer,
  localDate,
  newId,
  optional,
  personal,
  v1,
} from '#event-sourcing/event';
import { refusals } from '#event-sourcing/refusals';
import {
  documentDirections,
  documentFormats,
  filedDocumentKinds,
  documentRestrictions,
  recordKinds,
  scanOutcomes,
} from '../codes.js';
import type { Document, FiledDocument } from '../document.js';
import { about, type Asked, own, step } from '../step.js';

export const filingRefusals = refusals('documents', {
  'already-filed': [
    'This document is filed already. Move it.',
    'Dokumentet er allerede arkivert. Flytt det.',
    'Dokumentet er alt arkivert. Flytt det.',
  ],
  'no-such-document': ['There is no such document.', 'Dokumentet finnes ikke.', 'Dokumentet finst ikkje.'],
  'no-such-record': [
    'What the document is to be filed on is not there.',
    'Det dokumentet skal ligge på, finnes ikke.',
    'Det dokumentet skal liggje på, finst ikkje.',
  ],
  'another-person': [
    'A document is moved between what is one person’s. Mark this one as recorded in error, and file it again where it belongs.',
    'Et dokument flyttes mellom det som gjelder samme person. Merk dette som feilregistrert, og arkiver det på nytt der det hører til.',
    'Eit dokument blir flytt mellom det som gjeld same person. Merk dette som feilregistrert, og arkiver det på nytt der det høyrer til.',
  ],
  'already-there': [
    'The document is filed there already.',
    'Dokumentet ligger der allerede.',
    'Dokumentet ligg der alt.',
  ],
  'date-order': [
    'A document is moved on the day of its filing or later.',
    'Et dokument flyttes tidligst den dagen det ble arkivert.',
    'Eit dokument blir tidlegast flytt den dagen det vart arkivert.',
  ],
  'not-correctable.content': [
    'What the content is cannot be corrected, nor where it is filed: move the document, or mark it as recorded in error and file the right one.',
    'Hva innholdet er, kan ikke rettes, og heller ikke hvor det ligger: flytt dokumentet, eller merk det som feilregistrert og arkiver det riktige.',
    'Kva innhaldet er, kan ikkje rettast, og heller ikkje kvar det ligg: flytt dokumentet, eller merk det som feilregistrert og arkiver det rette.',
  ],
});
const { refusal, refuseIf, inOrder } = filingRefusals;

/** On what it is filed, whose case that is part of and whose person it is about, where it is. */
const place = {
  recordKind: codeOf(recordKinds),
  recordId: idOf('record'),
  caseId: optional(idOf('case')),
  subjectId: optional(idOf('subject')),
};

/** What of a document no correction changes: its content, and where it is. */
const fixed = ['recordKind', 'format', 'size', 'ciphertextDigest', 'contentDigest', 'scan'];

function filed(state: Document): FiledDocument {
  if (state.status === 'absent') throw refusal('no-such-document');
  return state;
}

/** A document came, went out or was written. Its content is a file by the digest of its ciphertext, which tells nothing of it. */
const documentFiled = step(
  'DocumentFiled',
  v1(
    {
      ...about,
      documentId: newId('document'),
      ...place,
      filedOn: localDate(),
      direction: codeOf(documentDirections),
      kind: codeOf(filedDocumentKinds),
      /** The date that it bears. */
      documentDate: localDate(),
      restriction: codeOf(documentRestrictions),
      title: personal.text({ ...own, max: 300 }),
      sender: optional(personal.text({ ...own, max: 500 })),
      receiver: optional(personal.text({ ...own, max: 500 })),
      format: codeOf(documentFormats),
      /** Bytes. */
      size: integer(1, 2 ** 31 - 1),
      scan: codeOf(scanOutcomes),
      ciphertextDigest: digest(),
      contentDigest: personal.digest(own),
    },
    { occurs: 'filedOn' },
  ),
  {
    check: ({ status }) => refuseIf(status !== 'absent', 'already-filed'),
    admit(said, { ownerOfRecord }, standing) {
      const isOther = standing !== undefined && Object.keys(said).some((name) => fixed.includes(name));
      refuseIf(isOther, 'not-correctable.content');
      refuseIf(standing === undefined && ownerOfRecord === undefined, 'no-such-record');
    },
    evolve: (_, { documentId, recordKind, recordId, filedOn: day }) => ({
      status: 'filed',
      documentId,
      recordKind,
      recordId,
      filedOn: day,
    }),
  },
);

/** The document belongs to something else of the same person. */
const documentMoved = step(
  'DocumentMoved',
  v1(
    {
      ...about,
      documentId: idOf('document'),
      ...place,
      movedOn: localDate(),
      reason: optional(personal.text({ ...own, max: 1000 })),
    },
    { occurs: 'movedOn' },
  ),
  {
    in: filed,
    check({ filedOn: day, recordKind, recordId }, moved) {
      inOrder(day, moved.movedOn, 'date-order');
      refuseIf(recordKind === moved.recordKind && recordId === moved.recordId, 'already-there');
    },
    admit(said, { ownerOfRecord, ownerId }: Asked, standing) {
      if (standing) {
        refuseIf('recordKind' in said, 'not-correctable.content');
        return;
      }
      refuseIf(ownerOfRecord === undefined, 'no-such-record');
      refuseIf(ownerOfRecord !== ownerId, 'another-person');
    },
    evolve: (state, { recordKind, recordId }) =>
      state.status === 'absent' ? state : { ...state, recordKind, recordId },
  },
);

export const filingSteps = [documentFiled, documentMoved] as const;
