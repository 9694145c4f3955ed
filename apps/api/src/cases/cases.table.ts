import { caseClosureReasons, gapCodes, outcomes } from '#casework';
import { openings, openPoints, statuses } from '#projections/case-overview/labels';
import { items } from '#vocabulary';
import { date, mark, number, type Table, text } from '../lists/table.js';
import type { CaseLine } from './cases.queries.js';

/** The unit's cases, as they go out. */
export const casesTable: Table<CaseLine> = {
  title: ['Saker', 'Saker'],
  name: 'cases',
  columns: [
    mark(['Saksnummer', 'Saksnummer'], ({ caseNumber }) => caseNumber),
    text(['Person', 'Person'], ({ subject }, say) => say.subject(subject)),
    number(['Fødselsår', 'Fødselsår'], ({ subject }) => subject.birthYear),
    text(['Status', 'Status'], ({ status }, say) => say.word(statuses, status)),
    text(['Åpnet ved', 'Opna ved'], ({ opening }, say) => say.word(openings, opening)),
    date(['Åpnet', 'Opna'], ({ openedOn }) => openedOn),
    date(['Søknad mottatt', 'Søknad motteken'], ({ receivedOn }) => receivedOn),
    text(['Gjelder', 'Gjeld'], ({ items: asked }, say) => say.words(items, asked)),
    text(['Mangler', 'Manglar'], ({ openPoints: open }, say) => say.words(openPoints, open)),
    text(['Savnes ved en klage', 'Saknast ved ei klage'], ({ lacking }, say) => say.words(gapCodes, lacking)),
    text(['Saksbehandler', 'Saksbehandlar'], ({ caseworker }, say) => say.party(caseworker)),
    text(['Kartlegger', 'Kartleggjar'], ({ assignee }, say) => say.party(assignee)),
    date(['Frist for kartlegging', 'Frist for kartlegging'], ({ dueOn }) => dueOn),
    text(['Over fristen', 'Over fristen'], ({ overdue }, say) => say.flag(overdue)),
    date(['Kartlagt', 'Kartlagd'], ({ mappedOn }) => mappedOn),
    date(['Møte', 'Møte'], ({ meetsOn }) => meetsOn),
    date(['Avgjort', 'Avgjord'], ({ decidedOn }) => decidedOn),
    text(['Utfall', 'Utfall'], ({ outcomes: answered }, say) =>
      answered
        .map(({ item, outcome }) => `${say.word(items, item)}: ${say.word(outcomes, outcome)}`)
        .join(', '),
    ),
    date(['Underrettet', 'Underretta'], ({ decisionNotifiedOn }) => decisionNotifiedOn),
    text(['Koordinator', 'Koordinator'], ({ coordinator }, say) => say.party(coordinator)),
    date(['Trukket', 'Trekt'], ({ withdrawnOn }) => withdrawnOn),
    date(['Avsluttet', 'Avslutta'], ({ closedOn }) => closedOn),
    text(['Hvorfor avsluttet', 'Kvifor avslutta'], ({ closureReasonCode }, say) =>
      say.word(caseClosureReasons, closureReasonCode),
    ),
  ],
};
