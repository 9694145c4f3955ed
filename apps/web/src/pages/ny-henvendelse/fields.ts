import { type Field, operations, type OperationId } from '../../steps/operations.js';
import type { Outcome } from './outcomes.js';

/** A field of a command, under the name that it has on this page; as required as the page has it. */
function fieldOf(
  operation: OperationId,
  name: string,
  own: Partial<Pick<Field, 'name' | 'required'>> = {},
): Field {
  const found = operations[operation].fields.find((field) => field.name === name);
  if (found === undefined) throw new Error(`${operation} has no field ${name}`);
  return { ...found, ...own };
}

export const fields = {
  subject: fieldOf('Enquiries_receive', 'subjectId'),
  sourceType: fieldOf('Enquiries_receive', 'sourceType'),
  callerName: fieldOf('Enquiries_receive', 'callerName'),
  callback: { ...fieldOf('Enquiries_receive', 'callback'), kind: 'text' } as Field,
  callerUnit: fieldOf('Enquiries_receive', 'unit', { name: 'callerUnit' }),
  channel: fieldOf('Enquiries_receive', 'channel'),
  receivedOn: fieldOf('Enquiries_receive', 'receivedOn', { required: true }),
  subjectWishes: fieldOf('Cases_open_OpenCaseWithNeed', 'subjectWishes'),
  informedOn: fieldOf('Cases_open_OpenCaseWithNeed', 'informedOn'),
  items: fieldOf('Cases_open_OpenCaseWithApplication', 'items'),
  note: fieldOf('Enquiries_receive', 'text', { name: 'note', required: false }),
};

/** What is asked for beside that, by what it becomes. */
export const furtherFields: Readonly<Record<Outcome, readonly Field[]>> = {
  EXISTING_CASE: [],
  WAIT: [],
  NEED: [fieldOf('Cases_open_OpenCaseWithNeed', 'notifierId')],
  APPLICATION: [
    fields.items,
    ...[
      'applicantRole',
      'applicantId',
      'written',
      'signed',
      'consentGivenBy',
      'consentGivenOn',
      'consentScopes',
    ].map((name) => fieldOf('Cases_open_OpenCaseWithApplication', name)),
  ],
  ANSWERED: ['answer', 'answeredOn', 'informedOf'].map((name) => fieldOf('Enquiries_answer', name)),
  PASSED_ON: [
    fieldOf('Enquiries_passOn', 'unit', { name: 'passOnTo', required: true }),
    fieldOf('Enquiries_passOn', 'passedOn'),
    fieldOf('Enquiries_passOn', 'message'),
  ],
  CLOSED: [
    fieldOf('Enquiries_close', 'reasonCode', { name: 'closingReason', required: true }),
    fieldOf('Enquiries_close', 'closedOn'),
  ],
};

/** All that is filled in for an outcome. Only what is kept as a text is asked to have one. */
export function fieldsFor(outcome: Outcome): readonly Field[] {
  const { note, items: _items, ...always } = fields;
  const keepsText = outcome !== 'NEED' && outcome !== 'APPLICATION';
  return [...Object.values(always), { ...note, required: keepsText }, ...furtherFields[outcome]];
}
