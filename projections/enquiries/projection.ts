import { enquiryEvents } from '#enquiry';
import {
  always,
  begun,
  copied,
  copyOf,
  foldOf,
  listed,
  perhaps,
  type RowOf,
  typesOf,
} from '#event-sourcing/columns';
import { defineProjection } from '#event-sourcing/projection';

export const enquiryStatuses = [
  'WAITING',
  'PASSED_ON',
  'ANSWERED',
  'REFERRED',
  'BECAME_CASE',
  'CLOSED',
] as const;
export type EnquiryStatus = (typeof enquiryStatuses)[number];

const copy = copyOf([enquiryEvents]);
/** One enquiry as its page and the list show it. Texts are sealed under the enquiry's own key. */
export const columns = {
  enquiry_id: always(),
  status: always<EnquiryStatus>(),
  received_on: begun(copy('EnquiryReceived.receivedOn')),
  channel: begun(copy('EnquiryReceived.channel')),
  source_type: begun(copy('EnquiryReceived.sourceType')),
  text: copy('EnquiryReceived.text'),
  caller_name: copy('EnquiryReceived.callerName'),
  callback: copy('EnquiryReceived.callback'),
  message_reference: copy('EnquiryReceived.messageReference'),
  subject_id: copy('EnquiryReceived.subjectId'),
  /** Who is to answer it, or did: the unit that it was passed on to last. Null for the coordinating unit. */
  unit: copy('EnquiryReceived.unit', 'EnquiryPassedOn.unit'),
  passed_on: copy('EnquiryPassedOn.passedOn'),
  passed_on_message: copy('EnquiryPassedOn.message'),
  answered_on: copy('EnquiryAnswered.answeredOn'),
  answer_channel: copy('EnquiryAnswered.channel'),
  answer: copy('EnquiryAnswered.answer'),
  /** The rights that the answer informed of. */
  informed_of: copy('EnquiryAnswered.informedOf'),
  referred_on: copy('EnquiryReferredToContactCard.referredOn'),
  /** What the caller was told last of whom to turn to. */
  card_id: copy('EnquiryAnswered.cardId', 'EnquiryReferredToContactCard.cardId'),
  case_ids: listed<string>('text[]'),
  closed_on: copy('EnquiryClosed.closedOn'),
  closure_reason_code: copy('EnquiryClosed.reasonCode'),
  closure_reason: copy('EnquiryClosed.reason'),
  /** Since when nobody has to do anything more; null while somebody has. */
  settled_on: perhaps('date'),
  disposal_requested_on: copy('EnquiryDisposalRequested.requestedOn'),
  /** When its texts went. */
  disposed_on: copy('EnquiryTextsDisposed.disposedOn'),
  /** Since when it waits for an answer; null while nobody has to do anything. */
  waits_since: perhaps('date'),
  registered_by: always(),
  /** What was recorded last of it. */
  event_id: always(),
};
export type EnquiryRow = RowOf<typeof columns>;

const waitsFor = (status: EnquiryStatus, since: string) => ({ status, waits_since: since, settled_on: null });
/** Nobody has to do anything; what is closed stays so. */
const settled =
  (status: EnquiryStatus) =>
  (day: string, { closed_on }: EnquiryRow) => ({
    status: closed_on === null ? status : 'CLOSED',
    waits_since: null,
    settled_on: closed_on ?? day,
  });

const fold = foldOf([enquiryEvents], columns, {
  begin: {
    EnquiryReceived: ({ enquiryId, receivedOn }) => ({
      enquiry_id: enquiryId,
      registered_by: '',
      event_id: '',
      ...waitsFor('WAITING', receivedOn),
    }),
  },
  folds: {
    EnquiryReceived: copied,
    EnquiryPassedOn: ({ passedOn }) => waitsFor('PASSED_ON', passedOn),
    EnquiryAnswered: ({ cardId, answeredOn }, row) => ({
      ...settled('ANSWERED')(answeredOn, row),
      card_id: cardId ?? row.card_id,
    }),
    EnquiryReferredToContactCard: ({ referredOn }, row) => settled('REFERRED')(referredOn, row),
    EnquiryBecameCase: ({ caseId, becameOn }, row) => ({
      ...settled('BECAME_CASE')(becameOn, row),
      case_ids: [...row.case_ids, caseId],
    }),
    EnquiryClosed: ({ closedOn }) => ({ status: 'CLOSED', waits_since: null, settled_on: closedOn }),
    EnquiryDisposalRequested: copied,
    EnquiryTextsDisposed: copied,
  },
});

/** One row an enquiry: the fold of its stream, with whether it waits and for whom. */
export const enquiries = defineProjection<EnquiryRow, typeof enquiryEvents>({
  name: 'enquiries',
  version: 3,
  sees: 'effective',
  handles: [enquiryEvents],
  keyColumn: 'enquiry_id',
  schema: new URL('./schema.sql', import.meta.url),
  columns: typesOf(columns),
  key: ({ data }) => data.enquiryId,
  fold(row, event) {
    const after = fold(row, event);
    if (after === undefined) return undefined;
    const { id, metadata } = event;
    return { ...after, event_id: id, registered_by: row?.registered_by ?? metadata.actor.partyId };
  },
});
