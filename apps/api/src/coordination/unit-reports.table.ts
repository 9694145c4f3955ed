import { discrepancies, reportStates } from '#coordination';
import { units } from '#vocabulary';
import { date, type Table, text } from '../lists/table.js';
import type { UnitReportLine } from './unit-reports.queries.js';

/** What units reported, as it goes out. */
export const unitReportsTable: Table<UnitReportLine> = {
  title: ['Meldinger fra enhetene', 'Meldingar frå einingane'],
  name: 'unit-reports',
  columns: [
    date(['Meldt', 'Meldt'], ({ reportedOn }) => reportedOn),
    text(['Enhet', 'Eining'], ({ unit }, say) => say.word(units, unit)),
    text(['Planeier', 'Planeigar'], ({ subject }, say) => say.subject(subject)),
    text(['Koordinator', 'Koordinator'], ({ coordinator }, say) => say.party(coordinator)),
    date(['Fra', 'Frå'], ({ begunOn }) => begunOn),
    text(['Status', 'Status'], ({ state }, say) => say.word(reportStates, state)),
    text(['Avvik', 'Avvik'], ({ discrepancies: found }, say) =>
      found
        .filter(({ endedOn }) => endedOn === null)
        .map(({ code }) => say.word(discrepancies, code))
        .join(', '),
    ),
  ],
};
