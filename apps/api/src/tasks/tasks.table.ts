import { actorRoles } from '#personal-data';
import { openPoints } from '#projections/case-overview/labels';
import { allocationHearers, units } from '#vocabulary';
import { date, mark, number, type Table, text } from '../lists/table.js';
import type { ToldTask } from './told-task.js';

/** The inbox, as it goes out. */
export const tasksTable: Table<ToldTask> = {
  title: ['Gjøremål', 'Gjeremål'],
  name: 'tasks',
  columns: [
    text(['Hva', 'Kva'], ({ label }, { language }) => label[language]),
    mark(['Saksnummer', 'Saksnummer'], ({ caseNumber }) => caseNumber),
    text(['Person', 'Person'], ({ subject }, say) => subject && say.subject(subject)),
    number(['Fødselsår', 'Fødselsår'], ({ subject }) => subject?.birthYear),
    text(['Hvorfor', 'Kvifor'], ({ why }, { language }) => why[language]),
    date(['Siden', 'Sidan'], ({ since }) => since),
    number(['Dager', 'Dagar'], ({ days }) => days),
    date(['Frist', 'Frist'], ({ dueOn }) => dueOn),
    text(['Over fristen', 'Over fristen'], ({ overdue }, say) => say.flag(overdue)),
    date(['Eget mål', 'Eige mål'], ({ target }) => target?.dueOn),
    text(['Over målet', 'Over målet'], ({ target }, say) => target && say.flag(target.late)),
    text(
      ['Hvem', 'Kven'],
      ({ for: { party, unit, role } }, say) =>
        say.party(party) ?? say.word(units, unit) ?? say.word(actorRoles, role),
    ),
    text(['Hva skal gjøres', 'Kva skal gjerast'], ({ step }, { language }) => step[language]),
    text(['Skal underrettes', 'Skal underrettast'], ({ toTell }, say) =>
      say.words(allocationHearers, toTell),
    ),
    text(['Mangler', 'Manglar'], ({ missing }, say) => say.words(openPoints, missing)),
  ],
};
