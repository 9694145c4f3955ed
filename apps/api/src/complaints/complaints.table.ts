import {
  complainants,
  complaintMatters,
  complaintOutcomes,
  reconsiderations,
  timelinessOutcomes,
} from '#complaint';
import { complaintStatuses } from '#projections/complaints/labels';
import { taskKinds } from '#projections/tasks/kinds';
import { items } from '#vocabulary';
import { date, type Table, text } from '../lists/table.js';
import type { ComplaintLine } from './complaints.queries.js';

/** Complaints, as they go out: without their texts, as in the list. */
export const complaintsTable: Table<ComplaintLine> = {
  title: ['Klager', 'Klager'],
  name: 'complaints',
  columns: [
    date(['Mottatt', 'Motteken'], ({ receivedOn }) => receivedOn),
    text(['Person', 'Person'], ({ subject }, say) => say.subject(subject)),
    text(['Status', 'Status'], ({ status }, say) => say.word(complaintStatuses, status)),
    text(['Hvem klager', 'Kven klagar'], ({ complainant }, say) => say.word(complainants, complainant)),
    text(['Gjelder', 'Gjeld'], ({ matters }, say) => say.words(complaintMatters, matters)),
    text(['Punkter', 'Punkt'], ({ items: named }, say) => say.words(items, named)),
    text(['Klagefrist', 'Klagefrist'], ({ timeliness }, say) => say.word(timelinessOutcomes, timeliness)),
    text(['Vurdert på nytt', 'Vurdert på nytt'], ({ reconsideration }, say) =>
      say.word(reconsiderations, reconsideration),
    ),
    date(['Sendt statsforvalteren', 'Send statsforvaltaren'], ({ forwardedOn }) => forwardedOn),
    date(['Avgjort', 'Avgjord'], ({ decidedOn }) => decidedOn),
    text(['Utfall', 'Utfall'], ({ outcome }, say) => say.word(complaintOutcomes, outcome)),
    date(['Følges opp innen', 'Skal følgjast opp innan'], ({ complyBy }) => complyBy),
    date(['Fulgt opp', 'Følgd opp'], ({ compliedOn }) => compliedOn),
    text(['Neste', 'Neste'], ({ waitsFor }, say) => say.word(taskKinds, waitsFor)),
    date(['Siden', 'Sidan'], ({ waitsSince }) => waitsSince),
    date(['Frist', 'Frist'], ({ waitsUntil }) => waitsUntil),
  ],
};
