import { type RecordedInErrorReason, toldInErrorReasons } from '#event-sourcing';
import { Problem } from '../problems/problem.js';
import { CodeOf, OpaqueId, OptionalField, PersonalText, rule } from './decorators.js';
import { Nested } from './group-decorators.js';
import { isCleanText } from './values.js';
import { ExactlyOneOf } from './whole.js';
import { sayFault } from '../problems/fault-sentences.js';

const isValue = (value: unknown): boolean =>
  typeof value === 'boolean' ||
  Number.isSafeInteger(value) ||
  (typeof value === 'string' && isCleanText(value, 4000, { lines: true })) ||
  (Array.isArray(value) && value.length <= 200 && value.every(isValue)) ||
  isFields(value, isValue);

const isFields = (value: unknown, isOne: (value: unknown) => boolean): boolean =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  Object.entries(value).every(([name, of]) => /^[a-z][A-Za-z0-9]{0,39}$/.test(name) && isOne(of));

/** Null empties a field. */
const isChanged = (value: unknown): boolean =>
  isFields(value, (of) => of === null || isValue(of)) && Object.keys(value as object).length > 0;

/** The fields of an event that are to read otherwise. Which there are, the corrected event's own declaration says. */
const ChangedFields = () =>
  rule(
    'changedFields',
    sayFault('changed-fields'),
    isChanged,
    {
      type: 'object',
      additionalProperties: true,
      minProperties: 1,
      example: { completedOn: '2026-01-12', documentDigest: null },
    },
    'Fields of the event with their right values, ids of what it refers to among them; null empties a field that the event may lack',
  );

export class RecordedInErrorBody {
  @CodeOf(toldInErrorReasons)
  reasonCode!: RecordedInErrorReason;
}

/** Puts an event right, or says that it should not have been recorded. */
@ExactlyOneOf('changed', 'recordedInError')
export class CorrectionBody {
  @OpaqueId('The event, as the audit trail names it')
  eventId!: string;

  @OptionalField()
  @ChangedFields()
  changed?: Record<string, unknown>;

  @OptionalField()
  @Nested(() => RecordedInErrorBody)
  recordedInError?: RecordedInErrorBody;

  @PersonalText(1000, { lines: true, description: 'Why' })
  reason!: string;
}

/** Which of the two it is. */
export function revisionOf({ eventId, reason, changed, recordedInError }: CorrectionBody) {
  if (changed !== undefined && recordedInError === undefined) return { eventId, reason, changed };
  if (changed === undefined && recordedInError !== undefined) {
    return { eventId, reason, reasonCode: recordedInError.reasonCode };
  }
  const message = sayFault('exactly-one');
  throw new Problem('invalid-body.correction', {
    errors: [
      { path: 'changed', message },
      { path: 'recordedInError', message },
    ],
  });
}
