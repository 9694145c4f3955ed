import { documentEvents } from '#documents';
import { same } from '#event-sourcing/codes';
import { wordingsOf } from './wording.js';

/** What becomes of a document. */
export const documentWordings = wordingsOf(
  documentEvents,
  {
    DocumentFiled: {
      title: ['Dokument arkivert', 'Dokument arkivert'],
      nb: 'Dokument ({direction}, {kind}) datert {documentDate} ble arkivert {filedOn}: {title}.[ Fra {sender}.][ Til {receiver}.] Skjerming: {restriction}.',
      nn: 'Dokument ({direction}, {kind}) datert {documentDate} vart arkivert {filedOn}: {title}.[ Frå {sender}.][ Til {receiver}.] Skjerming: {restriction}.',
    },
    DocumentMoved: {
      title: ['Dokument flyttet', 'Dokument flytta'],
      nb: 'Dokumentet ble {movedOn} flyttet ({recordKind}).[ Begrunnelse: {reason}.]',
      nn: 'Dokumentet vart {movedOn} flytta ({recordKind}).[ Grunngiving: {reason}.]',
    },
    DocumentSentToArchive: {
      title: same('Dokument sendt til arkivet'),
      nb: 'Dokumentet ble {sentOn} lagt klart for arkivet.',
      nn: 'Dokumentet vart {sentOn} lagt klart for arkivet.',
    },
    DocumentArchived: {
      title: ['Dokument tatt imot av arkivet', 'Dokument teke imot av arkivet'],
      nb: 'Arkivet bekreftet {archivedOn} at det har dokumentet.',
      nn: 'Arkivet stadfesta {archivedOn} at det har dokumentet.',
    },
    ArchivingFailed: {
      title: ['Dokument kom ikke i arkivet', 'Dokument kom ikkje i arkivet'],
      nb: 'Dokumentet kom ikke i arkivet {failedOn}: {cause}.',
      nn: 'Dokumentet kom ikkje i arkivet {failedOn}: {cause}.',
    },
    ArchivingRetried: {
      title: ['Dokument sendes på nytt til arkivet', 'Dokument blir sendt på nytt til arkivet'],
      nb: 'Det ble {retriedOn} bestemt at dokumentet sendes til arkivet på nytt.',
      nn: 'Det vart {retriedOn} bestemt at dokumentet blir sendt til arkivet på nytt.',
    },
  },
  {
    sentOn: same('dato for sending til arkivet'),
    archivedOn: ['dato for bekreftelse fra arkivet', 'dato for stadfesting frå arkivet'],
    cause: same('årsak'),
    failedOn: same('dato for feilen'),
    retriedOn: same('dato for nytt forsøk'),
    recordKind: ['hva det ligger på', 'kva det ligg på'],
    filedOn: same('dato for arkivering'),
    direction: same('retning'),
    kind: ['type dokument', 'type dokument'],
    documentDate: ['dokumentets dato', 'datoen til dokumentet'],
    restriction: same('skjerming'),
    title: same('tittel'),
    sender: ['avsender', 'avsendar'],
    receiver: ['mottaker', 'mottakar'],
    format: same('format'),
    size: ['størrelse', 'storleik'],
    scan: ['kontroll av innholdet', 'kontroll av innhaldet'],
    ciphertextDigest: ['filas kjennetegn', 'kjenneteiknet til fila'],
    contentDigest: ['innholdets kjennetegn', 'kjenneteiknet til innhaldet'],
    movedOn: same('dato for flytting'),
    reason: ['begrunnelse', 'grunngiving'],
  },
);
