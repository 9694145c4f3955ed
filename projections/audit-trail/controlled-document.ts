import { controlledDocumentEvents } from '#competence';
import { same } from '#event-sourcing/codes';
import { wordingsOf } from './wording.js';

const head = {
  nb: 'Slag: {kind}. For: {audiences}.[ Nummer: {number}.][ Enhet: {unit}.] Holdes à jour av {maintainerId}, godkjennes av {approverRole}.{forCases: Saker behandles etter det.|}[ Ligger: {location}.]',
  nn: 'Slag: {kind}. For: {audiences}.[ Nummer: {number}.][ Eining: {unit}.] Blir halde à jour av {maintainerId}, blir godkjent av {approverRole}.{forCases: Saker blir behandla etter det.|}[ Ligg: {location}.]',
};

/** Routines, checklists and templates under control (F1). */
export const controlledDocumentWordings = wordingsOf(
  controlledDocumentEvents,
  {
    ControlledDocumentDrafted: {
      title: ['Dokument utarbeidet', 'Dokument utarbeidd'],
      nb: '{title} ble utarbeidet {draftedOn}. ' + head.nb,
      nn: '{title} vart utarbeidd {draftedOn}. ' + head.nn,
    },
    ControlledDocumentApproved: {
      title: ['Dokument godkjent', 'Dokument godkjent'],
      nb: 'Revisjon {revision} ble godkjent {approvedOn}[ av {approvedById}], og gjelder fra {validFrom}. Neste gjennomgang: {nextReviewOn}.',
      nn: 'Revisjon {revision} vart godkjent {approvedOn}[ av {approvedById}], og gjeld frå {validFrom}. Neste gjennomgang: {nextReviewOn}.',
    },
    ControlledDocumentReviewed: {
      title: ['Dokument gjennomgått', 'Dokument gjennomgått'],
      nb: 'Dokumentet ble gjennomgått {reviewedOn}, og står som før. Neste gjennomgang: {nextReviewOn}.[ Merknad: {note}.]',
      nn: 'Dokumentet vart gjennomgått {reviewedOn}, og står som før. Neste gjennomgang: {nextReviewOn}.[ Merknad: {note}.]',
    },
    ControlledDocumentRevised: {
      title: ['Dokument revidert', 'Dokument revidert'],
      nb: '{title} ble revidert {revisedOn}: {changes}. ' + head.nb,
      nn: '{title} vart revidert {revisedOn}: {changes}. ' + head.nn,
    },
    ControlledDocumentWithdrawn: {
      title: ['Dokument trukket tilbake', 'Dokument trekt tilbake'],
      nb: 'Dokumentet ble trukket tilbake {withdrawnOn}.[ Begrunnelse: {reason}.]',
      nn: 'Dokumentet vart trekt tilbake {withdrawnOn}.[ Grunngiving: {reason}.]',
    },
  },
  {
    kind: same('slag'),
    title: same('tittel'),
    number: same('nummer'),
    unit: ['enhet', 'eining'],
    audiences: ['hvem det er for', 'kven det er for'],
    maintainerId: ['ajouransvarlig', 'ajouransvarleg'],
    approverRole: ['hvem som godkjenner', 'kven som godkjenner'],
    forCases: ['om saker behandles etter det', 'om saker blir behandla etter det'],
    location: ['hvor det ligger', 'kvar det ligg'],
    draftedOn: ['dato utarbeidet', 'dato utarbeidd'],
    approvedOn: ['dato godkjent', 'dato godkjent'],
    approvedById: ['hvem som godkjente', 'kven som godkjende'],
    validFrom: ['gjelder fra', 'gjeld frå'],
    nextReviewOn: ['neste gjennomgang', 'neste gjennomgang'],
    revision: same('revisjon'),
    reviewedOn: ['dato gjennomgått', 'dato gjennomgått'],
    note: same('merknad'),
    revisedOn: ['dato revidert', 'dato revidert'],
    changes: ['hva som er endret', 'kva som er endra'],
    withdrawnOn: ['dato trukket tilbake', 'dato trekt tilbake'],
    reason: ['begrunnelse', 'grunngiving'],
  },
);
