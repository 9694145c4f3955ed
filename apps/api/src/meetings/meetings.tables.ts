import { meetingKinds, treatments } from '#meeting';
import { meetingStatuses } from '#projections/meetings/labels';
import { agendaItems } from '#vocabulary';
import { date, mark, number, type Table, text } from '../lists/table.js';
import { shownIn } from '../trail/trail.entries.js';
import type { ProposedCase } from './agenda-proposal.queries.js';
import type { ListedMeeting, MeetingPage } from './meetings.queries.js';

/** A line of what goes out: a meeting is about nobody in the register of persons. */
type MeetingLine = ListedMeeting & { readonly subject: null };

/** Meetings of the unit and of the board, as they go out. */
export const meetingsTable: Table<MeetingLine> = {
  title: ['Møter', 'Møte'],
  name: 'meetings',
  columns: [
    date(['Dato', 'Dato'], ({ meetsOn }) => meetsOn),
    text(['Klokka', 'Klokka'], ({ startsAt }) => startsAt),
    text(['Møte', 'Møte'], ({ kind }, say) => say.word(meetingKinds, kind)),
    text(['Sted', 'Stad'], ({ place }, { language }) => shownIn(language, place)),
    text(['Status', 'Status'], ({ status }, say) => say.word(meetingStatuses, status)),
    number(['Saker', 'Saker'], ({ caseCount }) => caseCount),
    text(['Faste saker', 'Faste saker'], ({ standingItems }, say) =>
      say.words(agendaItems, standingItems ?? []),
    ),
    date(['Saksliste låst', 'Saksliste låst'], ({ agendaFixedOn }) => agendaFixedOn),
    date(['Holdt', 'Halde'], ({ heldOn }) => heldOn),
    date(['Protokoll godkjent', 'Protokoll godkjend'], ({ protocolApprovedOn }) => protocolApprovedOn),
    date(['Avlyst', 'Avlyst'], ({ cancelledOn }) => cancelledOn),
  ],
};

type AgendaLine = MeetingPage['cases'][number] & { readonly place: number };

/** The cases of a meeting in their order, each with its place. */
export const agendaLines = ({ cases }: Pick<MeetingPage, 'cases'>): AgendaLine[] =>
  cases.map((one, index) => ({ ...one, place: index + 1 }));

/** The agenda of a meeting, as it goes out: with what became of each case, where it was taken up. */
export const agendaTable: Table<AgendaLine> = {
  title: ['Saksliste', 'Saksliste'],
  name: 'agenda',
  columns: [
    number(['Nr.', 'Nr.'], ({ place }) => place),
    mark(['Saksnummer', 'Saksnummer'], ({ caseNumber }) => caseNumber),
    text(['Person', 'Person'], ({ subject }, say) => say.subject(subject)),
    number(['Fødselsår', 'Fødselsår'], ({ subject }) => subject.birthYear),
    date(['Satt opp', 'Sett opp'], ({ putOn }) => putOn),
    text(['Tidligere møter', 'Tidlegare møte'], ({ earlier }, say) =>
      earlier
        .map(({ meetsOn, treatment }) =>
          [meetsOn, say.word(treatments, treatment)].filter(Boolean).join(': '),
        )
        .join(', '),
    ),
    text(['Utfall', 'Utfall'], ({ treatment }, say) => say.word(treatments, treatment)),
    text(['Inhabile', 'Inhabile'], ({ disqualified }, say) =>
      disqualified.map((party) => say.party(party)).join(', '),
    ),
    text(['Begrunnelse', 'Grunngiving'], ({ reason }, { language }) => shownIn(language, reason)),
  ],
};

/** What is ready for a meeting, as it goes out. */
export const proposalTable: Table<ProposedCase> = {
  title: ['Saker til møte', 'Saker til møte'],
  name: 'agenda-proposal',
  columns: [
    mark(['Saksnummer', 'Saksnummer'], ({ caseNumber }) => caseNumber),
    text(['Person', 'Person'], ({ subject }, say) => subject && say.subject(subject)),
    number(['Fødselsår', 'Fødselsår'], ({ subject }) => subject?.birthYear),
    date(['Klar siden', 'Klar sidan'], ({ since }) => since),
    number(['Dager', 'Dagar'], ({ days }) => days),
    date(['Svarfrist', 'Svarfrist'], ({ replyBy }) => replyBy),
    date(['Mål for avgjørelse', 'Mål for avgjerd'], ({ decideBy }) => decideBy),
    date(['Seneste møtedato', 'Seinaste møtedato'], ({ meetBy }) => meetBy),
    date(['Foreslått møtedato', 'Føreslått møtedato'], ({ proposedOn }) => proposedOn),
  ],
};
