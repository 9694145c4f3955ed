import { codeOf, id, idOf, localDate, newId, v1 } from '#event-sourcing/event';
import { refusals } from '#event-sourcing/refusals';
import { archiveFailures } from '../codes.js';
import type { Archiving, Document, FiledDocument } from '../document.js';
import { about, type Asked, step } from '../step.js';

export const archiveRefusals = refusals('documents', {
  'no-such-document.archive': [
    'There is no such document.',
    'Dokumentet finnes ikke.',
    'Dokumentet finst ikkje.',
  ],
  'no-such-delivery': [
    'This document is not on its way to the archive with that delivery.',
    'Dokumentet er ikke på vei til arkivet med den leveransen.',
    'Dokumentet er ikkje på veg til arkivet med den leveransen.',
  ],
  'already-sent': [
    'The document is on its way to the archive, or there, already.',
    'Dokumentet er allerede på vei til arkivet eller ligger der.',
    'Dokumentet er alt på veg til arkivet eller ligg der.',
  ],
  'not-failed': [
    'The archive has not turned this document away: there is nothing to send again.',
    'Arkivet har ikke avvist dokumentet: det er ingenting å sende på nytt.',
    'Arkivet har ikkje avvist dokumentet: det er ingenting å sende på nytt.',
  ],
  'not-correctable.archive': [
    'What became of a delivery to the archive is noted by the system, and not corrected.',
    'Hva som ble av en leveranse til arkivet, noteres av systemet og rettes ikke.',
    'Kva som vart av ein leveranse til arkivet, blir notert av systemet og ikkje retta.',
  ],
});
const { refusal, refuseIf } = archiveRefusals;

const delivery = { ...about, documentId: idOf('document'), deliveryId: idOf('delivery') };

// Refused where it is decided, never in a replay: that a document was filed in error can be said also of one that is in the archive.
function filed(state: Document): FiledDocument {
  if (state.status === 'absent') throw refusal('no-such-document.archive');
  return state;
}

const notCorrected = (_said: unknown, _asked: Asked, standing?: unknown) =>
  refuseIf(standing !== undefined, 'not-correctable.archive');

const standing = (state: Document, archiving: Archiving): Document =>
  state.status === 'absent' ? state : { ...state, archiving };

/** A delivery with the document is where the archive fetches it. */
const documentSentToArchive = step(
  'DocumentSentToArchive',
  v1(
    { ...about, documentId: idOf('document'), deliveryId: newId('delivery'), sentOn: localDate() },
    { occurs: 'sentOn' },
  ),
  {
    admit: notCorrected,
    decide(said, { state }, fact) {
      const { archiving } = filed(state);
      refuseIf(archiving !== undefined && archiving.standing !== 'TO_SEND_AGAIN', 'already-sent');
      return [fact(said)];
    },
    evolve: (state, { deliveryId }) => standing(state, { standing: 'SENT', deliveryId }),
  },
);

/** The archive has it, and tells as what. */
const documentArchived = step(
  'DocumentArchived',
  v1({ ...delivery, archivedAs: id(), archivedOn: localDate() }, { occurs: 'archivedOn' }),
  {
    admit: notCorrected,
    decide(said, { state }, fact) {
      const { archiving } = filed(state);
      refuseIf(archiving?.deliveryId !== said.deliveryId, 'no-such-delivery');
      // The same receipt twice; a receipt after an error of the archive's counts.
      return archiving?.standing === 'ARCHIVED' ? [] : [fact(said)];
    },
    evolve: (state, { deliveryId }) => standing(state, { standing: 'ARCHIVED', deliveryId }),
  },
);

/** It did not come into the archive, and waits for somebody. */
const archivingFailed = step(
  'ArchivingFailed',
  v1({ ...delivery, cause: codeOf(archiveFailures), failedOn: localDate() }, { occurs: 'failedOn' }),
  {
    admit: notCorrected,
    decide(said, { state }, fact) {
      const { archiving } = filed(state);
      if (said.cause === 'UNREADABLE') {
        refuseIf(archiving !== undefined && archiving.standing !== 'TO_SEND_AGAIN', 'already-sent');
        return [fact(said)];
      }
      refuseIf(archiving?.deliveryId !== said.deliveryId, 'no-such-delivery');
      return archiving?.standing === 'SENT' ? [fact(said)] : [];
    },
    evolve: (state, { deliveryId }) => standing(state, { standing: 'FAILED', deliveryId }),
  },
);

/** Somebody has seen to what was in the way: it is sent again, as another delivery. */
const archivingRetried = step(
  'ArchivingRetried',
  v1({ ...about, documentId: idOf('document'), retriedOn: localDate() }, { occurs: 'retriedOn' }),
  {
    admit: notCorrected,
    decide(said, { state }, fact) {
      refuseIf(filed(state).archiving?.standing !== 'FAILED', 'not-failed');
      return [fact(said)];
    },
    evolve: (state) =>
      state.status === 'absent' || state.archiving === undefined
        ? state
        : standing(state, { ...state.archiving, standing: 'TO_SEND_AGAIN' }),
  },
);

export const archiveSteps = [
  documentSentToArchive,
  documentArchived,
  archivingFailed,
  archivingRetried,
] as const;
