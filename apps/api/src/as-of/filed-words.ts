import { codeOf, list, localDate, record } from '#event-sourcing/event';
import { complaintStatuses } from '#projections/complaints/labels';
import { lineColumns } from '#projections/complaints/queries';
import { documentColumns } from '#projections/documents/queries';
import { type ColumnWords, copy, fieldsIn } from './record-words.js';

const { direction, kind, title, sender, receiver } = documentColumns;
const { complainant, outcome } = lineColumns;

/** What is said of documents and complaints of a case where they changed. */
export const filedWords = {
  documents: {
    called: copy('dokumenter', 'dokument'),
    field: list(
      record({
        ...fieldsIn({ records: { direction, kind, title, sender, receiver } }),
        documentDate: localDate(),
        filedOn: localDate(),
      }),
    ),
    each: {
      nb: '{title} ({kind}, datert {documentDate})[ fra {sender}][ til {receiver}], arkivert {filedOn}',
      nn: '{title} ({kind}, datert {documentDate})[ frå {sender}][ til {receiver}], arkivert {filedOn}',
    },
  },
  complaints: {
    called: copy('klager', 'klager'),
    field: list(
      record({
        ...fieldsIn({ records: { complainant, outcome } }),
        status: codeOf(complaintStatuses),
        begunOn: localDate(),
      }),
    ),
    each: {
      nb: 'begynt {begunOn}[ av {complainant}]: {status}[ ({outcome})]',
      nn: 'byrja {begunOn}[ av {complainant}]: {status}[ ({outcome})]',
    },
  },
} as const satisfies Readonly<Record<string, ColumnWords>>;
