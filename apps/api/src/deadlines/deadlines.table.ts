import { deadlineReasons, deadlineRules } from '#casework';
import { deadlineStandings } from '#projections/deadlines/labels';
import { items } from '#vocabulary';
import { date, mark, number, type Table, text } from '../lists/table.js';
import type { DeadlineLine } from './deadlines.queries.js';

/** The board of deadlines, as it goes out. */
export const deadlinesTable: Table<DeadlineLine> = {
  title: ['Frister', 'Fristar'],
  name: 'deadlines',
  columns: [
    date(['Frist', 'Frist'], ({ dueOn }) => dueOn),
    text(['Gjelder', 'Gjeld'], ({ rule }, say) => say.word(deadlineRules, rule)),
    text(['Om', 'Om'], ({ items: about }, say) => say.words(items, about)),
    text(['Status', 'Status'], ({ standing }, say) => say.word(deadlineStandings, standing)),
    mark(['Saksnummer', 'Saksnummer'], ({ caseNumber }) => caseNumber),
    text(['Person', 'Person'], ({ subject }, say) => say.subject(subject)),
    number(['Fødselsår', 'Fødselsår'], ({ subject }) => subject.birthYear),
    text(['Saksbehandler', 'Saksbehandlar'], ({ caseworker }, say) => say.party(caseworker)),
    date(['Gjøres senest', 'Blir gjort seinast'], ({ actBy }) => actBy),
    date(['Gjort', 'Gjort'], ({ metOn }) => metOn),
    date(['Over fristen fra', 'Over fristen frå'], ({ missedOn }) => missedOn),
    date(['Løpt ut', 'Gått ut'], ({ expiredOn }) => expiredOn),
    date(['Falt bort', 'Falle bort'], ({ liftedOn }) => liftedOn),
    date(['Satt', 'Sett'], ({ setOn }) => setOn),
    text(['Hvorfor satt', 'Kvifor sett'], ({ reasonCode }, say) => say.word(deadlineReasons, reasonCode)),
    text(['Hjemmel', 'Heimel'], ({ legalBasis }) => legalBasis),
    text(['Hvordan', 'Korleis'], ({ sentence }, { language }) => sentence[language]),
  ],
};
