import { staffCompetenceEvents, trainingEvents } from '#competence';
import { same } from '#event-sourcing/codes';
import { wordingsOf } from './wording.js';

/** Courses and professional days. */
export const trainingWordings = wordingsOf(
  trainingEvents,
  {
    TrainingOffered: {
      title: ['Opplæring satt opp', 'Opplæring sett opp'],
      nb: '{title} ({form}) ble {offeredOn} satt opp til {plannedOn}[, på {place}][, ved {heldBy}].[ Det regnes som: {courseCode}.]',
      nn: '{title} ({form}) vart {offeredOn} sett opp til {plannedOn}[, på {place}][, ved {heldBy}].[ Det blir rekna som: {courseCode}.]',
    },
    TrainingHeld: {
      title: ['Opplæring holdt', 'Opplæring halden'],
      nb: 'Opplæringen ble holdt {heldOn}[, med {participants} til stede].[ Merknad: {note}.]',
      nn: 'Opplæringa vart halden {heldOn}[, med {participants} til stades].[ Merknad: {note}.]',
    },
    TrainingCancelled: {
      title: ['Opplæring avlyst', 'Opplæring avlyst'],
      nb: 'Opplæringen ble avlyst {cancelledOn}.[ Begrunnelse: {reason}.]',
      nn: 'Opplæringa vart avlyst {cancelledOn}.[ Grunngiving: {reason}.]',
    },
  },
  {
    form: ['form', 'form'],
    courseCode: ['hva det regnes som', 'kva det blir rekna som'],
    title: ['tittel', 'tittel'],
    offeredOn: ['dato da den ble satt opp', 'dato då ho vart sett opp'],
    plannedOn: ['dato den er satt opp til', 'dato ho er sett opp til'],
    place: ['sted', 'stad'],
    heldBy: ['hvem som holder den', 'kven som held ho'],
    heldOn: ['dato den ble holdt', 'dato ho vart halden'],
    participants: ['antall til stede', 'tal til stades'],
    note: same('merknad'),
    cancelledOn: ['dato for avlysningen', 'dato for avlysinga'],
    reason: ['begrunnelse', 'grunngiving'],
  },
);

/** What one of the staff has learnt. */
export const staffCompetenceWordings = wordingsOf(
  staffCompetenceEvents,
  {
    TrainingCompleted: {
      title: ['Opplæring fullført', 'Opplæring fullført'],
      nb: '{partyId} fullførte {completedOn}: {courseCode}[, ved {heldBy}].',
      nn: '{partyId} fullførte {completedOn}: {courseCode}[, ved {heldBy}].',
    },
    GuidanceGiven: {
      title: ['Veiledning gitt', 'Rettleiing gitt'],
      nb: '{partyId} fikk veiledning {way} {givenOn}[ av {givenById}], om {matter}.',
      nn: '{partyId} fekk rettleiing {way} {givenOn}[ av {givenById}], om {matter}.',
    },
  },
  {
    courseCode: same('kurs'),
    completedOn: ['dato fullført', 'dato fullført'],
    trainingId: ['opplæringen det kom av', 'opplæringa det kom av'],
    heldBy: ['hvem som holdt det', 'kven som heldt det'],
    givenOn: ['dato for veiledningen', 'dato for rettleiinga'],
    way: ['måte', 'måte'],
    givenById: ['hvem som veiledet', 'kven som rettleidde'],
    matter: ['hva det gjaldt', 'kva det gjaldt'],
  },
);
