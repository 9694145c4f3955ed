import { enquiryClosureReasons } from '#enquiry';
import { enquiryStatuses } from '#projections/enquiries/labels';
import { channels, targetGroups, units } from '#vocabulary';
import { date, type Table, text } from '../lists/table.js';
import type { EnquiryLine } from './enquiries.queries.js';

/** Enquiries, as they go out: without their texts, as in the list. */
export const enquiriesTable: Table<EnquiryLine> = {
  title: ['Henvendelser', 'Førespurnader'],
  name: 'enquiries',
  columns: [
    date(['Mottatt', 'Motteken'], ({ receivedOn }) => receivedOn),
    text(['Kanal', 'Kanal'], ({ channel }, say) => say.word(channels, channel)),
    text(['Fra', 'Frå'], ({ sourceType }, say) => say.word(targetGroups, sourceType)),
    text(['Status', 'Status'], ({ status }, say) => say.word(enquiryStatuses, status)),
    text(['Person', 'Person'], ({ subject }, say) => subject && say.subject(subject)),
    text(['Enhet', 'Eining'], ({ unit }, say) => say.word(units, unit)),
    date(['Venter siden', 'Ventar sidan'], ({ waitsSince }) => waitsSince),
    date(['Sendt videre', 'Send vidare'], ({ passedOn }) => passedOn),
    date(['Besvart', 'Svart på'], ({ answeredOn }) => answeredOn),
    date(['Henvist', 'Vist vidare'], ({ referredOn }) => referredOn),
    date(['Avsluttet', 'Avslutta'], ({ closedOn }) => closedOn),
    text(['Hvorfor avsluttet', 'Kvifor avslutta'], ({ closureReasonCode }, say) =>
      say.word(enquiryClosureReasons, closureReasonCode),
    ),
    text(['Registrert av', 'Registrert av'], ({ registeredBy }, say) => say.party(registeredBy)),
  ],
};
