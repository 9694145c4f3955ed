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
  },
  {
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
