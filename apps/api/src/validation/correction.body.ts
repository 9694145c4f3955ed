import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { ValidateBy } from 'class-validator';
import { type RecordedInErrorReason, recordedInErrorReasons } from '#event-sourcing';
import { Problem } from '../problems/problem.js';
import { CodeOf, Nested, OpaqueId, OptionalField, PersonalText } from './decorators.js';
import { isCleanText } from './values.js';

const isValue = (value: unknown): boolean =>
  typeof value === 'boolean' ||
  Number.isSafeInteger(value) ||
  (typeof value === 'string' && isCleanText(value, 4000, { lines: true })) ||
  (Array.isArray(value) && value.length <= 200 && value.every(isValue)) ||
  isFields(value);

const isFields = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  Object.entries(value).every(([name, of]) => /^[a-z][A-Za-z0-9]{0,39}$/.test(name) && isValue(of));

/** The fields of an event that are to read otherwise. Which there are, the corrected event's own declaration says. */
const ChangedFields = () =>
  applyDecorators(
    ValidateBy({
      name: 'changedFields',
      validator: {
        validate: (value) => isFields(value) && Object.keys(value as object).length > 0,
        defaultMessage: () => 'must be an object of at least one field of the event with its right value',
      },
    }),
    ApiProperty({
      type: 'object',
      additionalProperties: true,
      minProperties: 1,
      description: 'Fields of the event with their right values',
      example: { receivedOn: '2026-01-12' },
    }),
  );

export class RecordedInErrorBody {
  @CodeOf(recordedInErrorReasons)
  reasonCode!: RecordedInErrorReason;
}

/** Puts an event right, or says that it should not have been recorded: exactly one of `changed` and `recordedInError`. */
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
export function correctionOf({ changed, recordedInError }: CorrectionBody) {
  if (changed !== undefined && recordedInError === undefined) return { kind: 'changed', changed } as const;
  if (changed === undefined && recordedInError !== undefined) {
    return { kind: 'recordedInError', reasonCode: recordedInError.reasonCode } as const;
  }
  const message = 'exactly one of changed and recordedInError is needed';
  throw new Problem('invalid-body', 'Say what is right, or that the event was recorded in error, not both.', {
    errors: [
      { path: 'changed', message },
      { path: 'recordedInError', message },
    ],
  });
}
