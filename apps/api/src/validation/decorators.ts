import { applyDecorators } from '@nestjs/common';
import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { ValidateBy, ValidateIf } from 'class-validator';
import type { CodeList } from '#event-sourcing';
import { ofList } from './codes.js';
import { asWritten } from './ids.js';
import {
  codePattern,
  isCleanText,
  isRealDate,
  opaqueIdPattern,
  type TextOptions,
  uuidPattern,
} from './values.js';

/** Validator and OpenAPI in one. The message never holds the value. */
export const rule = (
  name: string,
  message: string,
  passes: (value: unknown) => boolean,
  api: ApiPropertyOptions,
) =>
  applyDecorators(
    ValidateBy({ name, validator: { validate: passes, defaultMessage: () => message } }),
    ApiProperty(api),
  );

export const isText = (value: unknown): value is string => typeof value === 'string';

/** The field may be left out; null is not the same as leaving it out. */
export const OptionalField = () =>
  applyDecorators(
    ApiProperty({ required: false }),
    ValidateIf((_body, value) => value !== undefined),
  );

/** A day of the calendar, `YYYY-MM-DD`; the 30th of February is none. */
export const LocalDate = (description?: string) =>
  rule('localDate', 'must be a day of the calendar, YYYY-MM-DD', (v) => isText(v) && isRealDate(v), {
    type: 'string',
    format: 'date',
    example: '2026-03-02',
    ...(description !== undefined && { description }),
  });

/** One of the list's codes. */
export const CodeOf = (list: CodeList, description?: string) =>
  rule('codeOf', `must be one of ${list.codes.join(', ')}`, (v) => isText(v) && list.codes.includes(v), {
    enum: [...list.codes],
    type: 'string',
    ...ofList(list),
    ...(description !== undefined && { description }),
  });

/** A code from a list that the municipality keeps, such as a unit: SCREAMING_SNAKE. `known`: those that have words here. */
export const Code = (known: CodeList | undefined, description?: string) =>
  rule(
    'code',
    'must be a code of capital letters, digits and _, at most 60',
    (v) => isText(v) && codePattern.test(v),
    {
      type: 'string',
      pattern: codePattern.source,
      maxLength: 60,
      example: 'HOME_CARE',
      ...ofList(known),
      ...(description !== undefined && { description }),
    },
  );

const AsWritten = () =>
  Transform(({ value }: { readonly value: unknown }) =>
    Array.isArray(value) ? value.map(asWritten) : asWritten(value),
  );

/** An id that this API gave. */
export const OpaqueId = (description?: string) =>
  applyDecorators(
    AsWritten(),
    rule(
      'opaqueId',
      'must be an id as this service gives them',
      (v) => isText(v) && opaqueIdPattern.test(v),
      {
        type: 'string',
        pattern: opaqueIdPattern.source,
        maxLength: 80,
        example: '0f2f3f5e-6d2c-5d6f-9c38-6a3b8f1f5a21',
        ...(description !== undefined && { description }),
      },
    ),
  );

/** An id that the client may choose itself. */
export const Uuid = (description?: string) =>
  applyDecorators(
    AsWritten(),
    rule('uuid', 'must be a UUID', (v) => isText(v) && uuidPattern.test(v), {
      type: 'string',
      format: 'uuid',
      ...(description !== undefined && { description }),
    }),
  );

/** What is sealed before it is kept: any language's letters, lines allowed where `lines` says so, no control characters. */
export const PersonalText = (max: number, options: TextOptions & { readonly description?: string } = {}) =>
  rule(
    'personalText',
    `must be a text of 1 to ${max} characters${options.lines === true ? '' : ' on one line'}, without control characters`,
    (v) => isText(v) && isCleanText(v, max, options),
    {
      type: 'string',
      minLength: 1,
      maxLength: max,
      ...(options.description !== undefined && { description: options.description }),
    },
  );

export const Flag = (description?: string) =>
  rule('flag', 'must be true or false', (v) => typeof v === 'boolean', {
    type: 'boolean',
    ...(description !== undefined && { description }),
  });

/** The SHA-256 of a document kept elsewhere. */
export const Digest = (description = 'SHA-256 of the document, lower-case hex') =>
  rule('digest', 'must be a SHA-256 in lower-case hex', (v) => isText(v) && /^[0-9a-f]{64}$/.test(v), {
    type: 'string',
    pattern: '^[0-9a-f]{64}$',
    description,
  });

export interface ListOptions {
  readonly min?: number;
  readonly max?: number;
  readonly description?: string;
}

export const isList = (value: unknown, { min = 0, max = 200 }: ListOptions): value is unknown[] =>
  Array.isArray(value) && value.length >= min && value.length <= max;

/** A list of these codes, none of them twice. */
export const ListOfCodes = (list: CodeList, options: ListOptions = {}) => {
  const { codes } = list;
  return rule(
    'listOfCodes',
    `must be a list of ${options.min ?? 0} to ${codes.length} of ${codes.join(', ')}, none twice`,
    (v) =>
      isList(v, { ...options, max: codes.length }) &&
      v.every((one) => isText(one) && codes.includes(one)) &&
      new Set(v).size === v.length,
    {
      type: 'array',
      items: { type: 'string', enum: [...codes], ...ofList(list) },
      minItems: options.min ?? 0,
      maxItems: codes.length,
      uniqueItems: true,
      ...(options.description !== undefined && { description: options.description }),
    },
  );
};

/** A list of texts of one pattern, none twice: ids, or codes that the municipality keeps. */
const listOfPattern = (name: string, what: string, pattern: RegExp, items: object, options: ListOptions) =>
  rule(
    name,
    `must be a list of ${options.min ?? 0} to ${options.max ?? 200} ${what}, none twice`,
    (v) =>
      isList(v, options) &&
      v.every((one) => isText(one) && pattern.test(one)) &&
      new Set(v).size === v.length,
    {
      type: 'array',
      items: { type: 'string', pattern: pattern.source, ...items },
      minItems: options.min ?? 0,
      maxItems: options.max ?? 200,
      uniqueItems: true,
      ...(options.description !== undefined && { description: options.description }),
    },
  );

export const ListOfIds = (options: ListOptions = {}) =>
  applyDecorators(
    AsWritten(),
    listOfPattern(
      'listOfIds',
      'ids',
      opaqueIdPattern,
      { example: '0f2f3f5e-6d2c-5d6f-9c38-6a3b8f1f5a21' },
      options,
    ),
  );

export const ListOfFreeCodes = (known: CodeList | undefined, options: ListOptions = {}) =>
  listOfPattern('listOfFreeCodes', 'codes', codePattern, { example: 'SCHOOL', ...ofList(known) }, options);
