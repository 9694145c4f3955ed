import {
  courses,
  documentAudiences,
  documentKinds,
  standpoints,
  taskOutcomes,
  trainingForms,
  userBodies,
} from '#competence';
import type { Opened } from '#personal-data';
import type { MatterView } from '#projections/cooperation/queries';
import type { TrainingView } from '#projections/trainings/queries';
import { authorityRoles, units } from '#vocabulary';
import type { Saying } from '../lists/saying.js';
import { date, number, type Table, text } from '../lists/table.js';
import type { NamedParty } from '../reading/names.js';
import { shownIn } from '../trail/trail.entries.js';
import type { shownDocument } from './documents-shown.js';
import type { matrixOf } from './matrix.js';

/** A line that is about nobody in the register of persons. */
type AboutNobody<T> = Opened<T> & { readonly subject: null };

const said = (text: Parameters<typeof shownIn>[1], { language }: Saying) => shownIn(language, text);

export const trainingsTable: Table<AboutNobody<TrainingView>> = {
  title: ['Opplæring', 'Opplæring'],
  name: 'trainings',
  columns: [
    date(['Dato', 'Dato'], ({ day }) => day),
    text(['Hva', 'Kva'], ({ title }, say) => said(title, say)),
    text(['Form', 'Form'], ({ form }, say) => say.word(trainingForms, form)),
    text(['Regnes som', 'Blir rekna som'], ({ courseCode }, say) => say.word(courses, courseCode)),
    text(['Sted', 'Stad'], ({ place }, say) => said(place, say)),
    text(['Ved', 'Ved'], ({ heldBy }, say) => said(heldBy, say)),
    date(['Holdt', 'Halden'], ({ heldOn }) => heldOn),
    number(['Til stede', 'Til stades'], ({ participants }) => participants),
    date(['Avlyst', 'Avlyst'], ({ cancelledOn }) => cancelledOn),
  ],
};

type MatrixLine = AboutNobody<Awaited<ReturnType<typeof matrixOf>>[number]>;
export const matrixTable: Table<MatrixLine> = {
  title: ['Opplæringsmatrise', 'Opplæringsmatrise'],
  name: 'training-matrix',
  columns: [
    text(['Navn', 'Namn'], ({ party }, say) => say.party(party)),
    number(['Koordinerer for', 'Koordinerer for'], ({ coordinates }) => coordinates),
    text(['Mangler i grunnopplæringen', 'Manglar i grunnopplæringa'], ({ lacks }, say) =>
      say.words(courses, lacks),
    ),
    text(['Fullført', 'Fullført'], ({ completed }, say) =>
      say.words(
        courses,
        completed.map(({ courseCode }) => courseCode),
      ),
    ),
    number(['Ganger veiledet', 'Gonger rettleidd'], ({ guidanceCount }) => guidanceCount),
    date(['Sist veiledet', 'Sist rettleidd'], ({ lastGuidanceOn }) => lastGuidanceOn),
  ],
};

export const documentsTable: Table<AboutNobody<ReturnType<typeof shownDocument>>> = {
  title: ['Styrte dokumenter', 'Styrte dokument'],
  name: 'controlled-documents',
  columns: [
    text(['Nummer', 'Nummer'], ({ number: of }, say) => said(of, say)),
    text(['Tittel', 'Tittel'], ({ title }, say) => said(title, say)),
    text(['Slag', 'Slag'], ({ kind }, say) => say.word(documentKinds, kind)),
    text(['For', 'For'], ({ audiences }, say) => say.words(documentAudiences, audiences)),
    text(['Enhet', 'Eining'], ({ unit }, say) => say.word(units, unit)),
    number(['Revisjon', 'Revisjon'], ({ inForce }) => inForce?.revision),
    date(['Gjelder fra', 'Gjeld frå'], ({ inForce }) => inForce?.validFrom),
    text(['Godkjennes av', 'Blir godkjent av'], ({ approverRole }, say) =>
      say.word(authorityRoles, approverRole),
    ),
    text(['Ajouransvarlig', 'Ajouransvarleg'], ({ maintainer }, say) => say.party(maintainer)),
    date(['Sist revidert', 'Sist revidert'], ({ revisedOn }) => revisedOn),
    date(['Neste gjennomgang', 'Neste gjennomgang'], ({ nextReviewOn }) => nextReviewOn),
    date(['Trukket tilbake', 'Trekt tilbake'], ({ withdrawnOn }) => withdrawnOn),
  ],
};

type MatterLine = AboutNobody<
  Omit<MatterView, 'ownerId'> & { readonly owner: NamedParty | null; readonly isOverdue: boolean }
>;
const begun = date<MatterLine>(['Dato', 'Dato'], ({ begunOn }) => begunOn);
const matter = text<MatterLine>(['Gjelder', 'Gjeld'], (of, say) => said(of.matter, say));
const ended = date<MatterLine>(['Avsluttet', 'Avslutta'], ({ endedOn }) => endedOn);

export const tasksOfCooperationTable: Table<MatterLine> = {
  title: ['Samarbeidsoppgaver', 'Samarbeidsoppgåver'],
  name: 'cooperation-tasks',
  columns: [
    begun,
    matter,
    text(['Følges opp av', 'Blir følgd opp av'], ({ owner }, say) => say.party(owner)),
    text(['Enheter', 'Einingar'], ({ withUnits }, say) => say.words(units, withUnits)),
    text(['Andre', 'Andre'], ({ withOthers }, say) => said(withOthers, say)),
    date(['Neste oppfølging', 'Neste oppfølging'], ({ endedOn, dueOn }) => (endedOn === null ? dueOn : null)),
    ended,
    text(['Resultat', 'Resultat'], ({ outcome }, say) => say.word(taskOutcomes, outcome)),
  ],
};

export const hearingsTable: Table<MatterLine> = {
  title: ['Brukere hørt', 'Brukarar høyrde'],
  name: 'hearings',
  columns: [
    begun,
    text(['Hvem', 'Kven'], ({ bodyName }, say) => said(bodyName, say)),
    text(['Type', 'Type'], ({ body }, say) => say.word(userBodies, body)),
    matter,
    date(['Svarfrist', 'Svarfrist'], ({ dueOn }) => dueOn),
    ended,
    text(['Standpunkt', 'Standpunkt'], ({ standpoint }, say) => say.word(standpoints, standpoint)),
    text(['Svar', 'Svar'], ({ answer }, say) => said(answer, say)),
    text(['Førte til', 'Førte til'], ({ consequence }, say) => said(consequence, say)),
  ],
};
