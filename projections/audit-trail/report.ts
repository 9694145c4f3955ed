import { same } from '#event-sourcing/codes';
import { reportEvents } from '#reporting';
import { wordingsOf } from './wording.js';

/** Reports to the leadership forum. Figures themselves are in the report, not in its trail. */
export const reportWordings = wordingsOf(
  reportEvents,
  {
    ReportPeriodClosed: {
      title: ['Rapport påbegynt', 'Rapport påbyrja'],
      nb: 'Rapporten gjelder fra {from} til {to} ({level}), etter det som var registrert {closedOn}. Enheter i rekkefølge: {unitOrder}. Publiseres for tre år om gangen: {threeYearTables}, fra {blockFrom}.',
      nn: 'Rapporten gjeld frå {from} til {to} ({level}), etter det som var registrert {closedOn}. Einingar i rekkjefølgje: {unitOrder}. Blir publisert for tre år om gongen: {threeYearTables}, frå {blockFrom}.',
    },
    ReportFiguresFrozen: {
      title: ['Tall frosset', 'Tal frosne'],
      nb: 'Tallene ble frosset {frozenOn}, etter reglene {rules} og {publication}.',
      nn: 'Tala vart frosne {frozenOn}, etter reglane {rules} og {publication}.',
    },
    ReportSectionWritten: {
      title: ['Avsnitt skrevet', 'Avsnitt skrive'],
      nb: 'Om {section} {writtenOn}: {text}.',
      nn: 'Om {section} {writtenOn}: {text}.',
    },
    ReportApproved: {
      title: ['Rapport godkjent', 'Rapport godkjend'],
      nb: 'Rapporten ble godkjent {approvedOn}.',
      nn: 'Rapporten vart godkjend {approvedOn}.',
    },
    ReportSubmitted: {
      title: ['Rapport sendt', 'Rapport send'],
      nb: 'Rapporten ble sendt lederforumet {submittedOn}.',
      nn: 'Rapporten vart send leiarforumet {submittedOn}.',
    },
    ReportActionAgreed: {
      title: ['Tiltak fra forumet', 'Tiltak frå forumet'],
      nb: '{action}, ved {ownerId}, innen {dueOn}. Avtalt {agreedOn}.',
      nn: '{action}, ved {ownerId}, innan {dueOn}. Avtalt {agreedOn}.',
    },
    ReportActionDone: {
      title: ['Tiltak gjennomført', 'Tiltak gjennomført'],
      nb: 'Et tiltak fra forumet ble gjennomført {doneOn}.[ Resultat: {outcome}.]',
      nn: 'Eit tiltak frå forumet vart gjennomført {doneOn}.[ Resultat: {outcome}.]',
    },
  },
  {
    from: ['fra', 'frå'],
    to: same('til'),
    level: ['hvor lang periode', 'kor lang periode'],
    unitOrder: ['enheter i rekkefølge', 'einingar i rekkjefølgje'],
    threeYearTables: ['publiseres for tre år', 'blir publisert for tre år'],
    blockFrom: ['første år i treårsperioden', 'første år i treårsperioden'],
    cutRevision: ['siste hendelse', 'siste hending'],
    closedOn: ['dato påbegynt', 'dato påbyrja'],
    rules: ['regler for tall', 'reglar for tal'],
    publication: ['regler for publisering', 'reglar for publisering'],
    figuresSha256: ['avtrykk av tallene', 'avtrykk av tala'],
    forumSha256: ['avtrykk av utgaven', 'avtrykk av utgåva'],
    contributorsSha256: ['avtrykk av det som ligger bak', 'avtrykk av det som ligg bak'],
    figures: ['tallene', 'tala'],
    forum: ['utgaven til lederforum', 'utgåva til leiarforum'],
    frozenOn: ['dato frosset', 'dato frosne'],
    section: ['avsnitt', 'avsnitt'],
    text: same('tekst'),
    writtenOn: ['dato skrevet', 'dato skrive'],
    approvedOn: ['dato godkjent', 'dato godkjend'],
    submittedOn: ['dato sendt', 'dato send'],
    action: same('tiltak'),
    ownerId: ['ansvarlig', 'ansvarleg'],
    dueOn: same('frist'),
    agreedOn: ['dato avtalt', 'dato avtalt'],
    outcome: same('resultat'),
    doneOn: ['dato gjennomført', 'dato gjennomført'],
  },
);
