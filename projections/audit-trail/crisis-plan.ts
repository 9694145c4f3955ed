import { same } from '#event-sourcing/codes';
import { crisisPlanEvents } from '#crisis-plan';
import { wordingsOf } from './wording.js';

/** What was done with a crisis plan. What it says is not told here, nor why somebody read it in an emergency: that is for whoever coordinates, and the leader. */
export const crisisPlanWordings = wordingsOf(
  crisisPlanEvents,
  {
    CrisisPlanDrawnUp: {
      title: ['Kriseplan laget', 'Kriseplan laga'],
      nb: 'Kriseplanen ble laget {drawnUpOn}[, som versjon {version}]. Personen {withSubject:var med|var ikke med}. Neste gjennomgang: {nextReviewOn}.',
      nn: 'Kriseplanen vart laga {drawnUpOn}[, som versjon {version}]. Personen {withSubject:var med|var ikkje med}. Neste gjennomgang: {nextReviewOn}.',
    },
    CrisisPlanRevised: {
      title: ['Ny versjon av kriseplanen', 'Ny versjon av kriseplanen'],
      nb: 'Kriseplanen ble skrevet på nytt {revisedOn}[, som versjon {version}]. Personen {withSubject:var med|var ikke med}. Neste gjennomgang: {nextReviewOn}.',
      nn: 'Kriseplanen vart skriven på nytt {revisedOn}[, som versjon {version}]. Personen {withSubject:var med|var ikkje med}. Neste gjennomgang: {nextReviewOn}.',
    },
    CrisisPlanReviewed: {
      title: ['Kriseplan gjennomgått', 'Kriseplan gått gjennom'],
      nb: 'Kriseplanen ble gjennomgått {reviewedOn}. Personen {withSubject:var med|var ikke med}. Neste gjennomgang: {nextReviewOn}.',
      nn: 'Kriseplanen vart gått gjennom {reviewedOn}. Personen {withSubject:var med|var ikkje med}. Neste gjennomgang: {nextReviewOn}.',
    },
    CrisisPlanWithdrawn: {
      title: ['Kriseplan trukket tilbake', 'Kriseplan trekt tilbake'],
      nb: 'Kriseplanen ble trukket tilbake {withdrawnOn}. Ingen leser den lenger.',
      nn: 'Kriseplanen vart trekt tilbake {withdrawnOn}. Ingen les han lenger.',
    },
    CrisisPlanGiven: {
      title: ['Kriseplan delt', 'Kriseplan delt'],
      nb: '{partyId} fikk kriseplanen {givenOn}, til og med {until}, etter samtykke.',
      nn: '{partyId} fekk kriseplanen {givenOn}, til og med {until}, etter samtykke.',
    },
    CrisisPlanTakenBack: {
      title: ['Kriseplan deles ikke lenger', 'Kriseplan blir ikkje delt lenger'],
      nb: 'Kriseplanen ble tatt tilbake fra en mottaker {takenBackOn}.',
      nn: 'Kriseplanen vart teken tilbake frå ein mottakar {takenBackOn}.',
    },
    CrisisPlanCopyHandedOut: {
      title: ['Eksemplar delt ut', 'Eksemplar delt ut'],
      nb: 'Et trykt eksemplar ({form}[, versjon {version}]) ble delt ut {handedOutOn}.',
      nn: 'Eit trykt eksemplar ({form}[, versjon {version}]) vart delt ut {handedOutOn}.',
    },
    CrisisPlanCopyCalledIn: {
      title: ['Eksemplar trukket inn', 'Eksemplar trekt inn'],
      nb: 'Et trykt eksemplar er ute av bruk fra {calledInOn} ({end}).',
      nn: 'Eit trykt eksemplar er ute av bruk frå {calledInOn} ({end}).',
    },
    CrisisPlanReadInEmergency: {
      title: ['Kriseplan lest i en nødsituasjon', 'Kriseplan lesen i ein naudssituasjon'],
      nb: '{readerId} leste kriseplanen i en nødsituasjon {readOn}, og oppga en grunn.[ Personen skal få vite det senest {tellBy}.]',
      nn: '{readerId} las kriseplanen i ein naudssituasjon {readOn}, og gav ein grunn.[ Personen skal få vite det seinast {tellBy}.]',
    },
    CrisisPlanReadingTold: {
      title: ['Personen har fått vite om lesingen', 'Personen har fått vite om lesinga'],
      nb: 'Personen fikk {toldOn} vite at kriseplanen var lest i en nødsituasjon.',
      nn: 'Personen fekk {toldOn} vite at kriseplanen var lesen i ein naudssituasjon.',
    },
    CrisisPlanReadingReviewed: {
      title: ['Lesing i nødsituasjon gjennomgått', 'Lesing i naudssituasjon gått gjennom'],
      nb: '{leaderId} gjennomgikk {reviewedOn} at kriseplanen var lest i en nødsituasjon: {judgement}.',
      nn: '{leaderId} gjekk {reviewedOn} gjennom at kriseplanen var lesen i ein naudssituasjon: {judgement}.',
    },
  },
  {
    warningSigns: ['tegn på krise', 'teikn på krise'],
    whatHelps: ['det som hjelper', 'det som hjelper'],
    whatToDo: ['det som skal gjøres', 'det som skal gjerast'],
    whomToCall: ['hvem som skal kontaktes', 'kven som skal kontaktast'],
    withSubject: ['personen var med', 'personen var med'],
    nextReviewOn: ['neste gjennomgang', 'neste gjennomgang'],
    version: same('versjon'),
    drawnUpOn: same('dato'),
    revisedOn: same('dato'),
    reviewedOn: same('dato'),
    withdrawnOn: same('dato'),
    remark: same('merknad'),
    reason: ['begrunnelse', 'grunngiving'],
    partyId: ['hvem', 'kven'],
    consentId: same('samtykke'),
    until: ['siste dag', 'siste dag'],
    givenOn: same('dato'),
    takenBackOn: same('dato'),
    form: ['form', 'form'],
    holder: ['hvem som har det', 'kven som har det'],
    handedOutOn: same('dato'),
    end: ['hva det ble av det', 'kva det vart av det'],
    calledInOn: same('dato'),
    readerId: ['hvem som leste', 'kven som las'],
    tellBy: ['frist for å si det til personen', 'frist for å seie det til personen'],
    readOn: same('dato'),
    toldOn: same('dato'),
    judgement: ['vurdering', 'vurdering'],
    leaderId: ['leder', 'leiar'],
  },
);
