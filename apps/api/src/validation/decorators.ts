import { applyDecorators } from '@nestjs/common';
import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { ValidateBy, ValidateIf } from 'class-validator';
import type { CodeList, Phrase } from '#event-sourcing';
import { sayFault } from '../problems/fault-sentences.js';
import { ofList } from './codes.js';
import { asWritten } from './ids.js';
import {
  caseNumberPattern,
  codePattern,
  isCleanText,
  isRealDate,
  opaqueIdPattern,
  type TextOptions,
  uuidPattern,
} from './values.js';

/** What fields are judged by, as it is said in English: the library passes on one text alone. */
const spoken = new Map<string, Phrase>();

/** The sentence of a rule in every language, by the English one. */
export const phraseOf = (english: string): Phrase | undefined => spoken.get(english);

/** Validator and OpenAPI in one. The sentence never holds the value. */
export const rule = (
  name: string,
  sentence: Phrase,
  passes: (value: unknown) => boolean,
  api: ApiPropertyOptions,
  description?: string,
) => {
  spoken.set(sentence.en, sentence);
  return applyDecorators(
    ValidateBy({ name, validator: { validate: passes, defaultMessage: () => sentence.en } }),
    ApiProperty(description === undefined ? api : { ...api, description }),
  );
};

export const isText = (value: unknown): value is string => typeof value === 'string';

/** A text of this pattern. */
export const textOf = (name: string, sentence: Phrase, pattern: RegExp, api: object, description?: string) =>
  rule(
    name,
    sentence,
    (v) => isText(v) && pattern.test(v),
    { type: 'string', pattern: pattern.source, ...api },
    description,
  );

/** The field may be left out; null is not the same as leaving it out. */
export const OptionalField = () =>
  applyDecorators(
    ApiProperty({ required: false }),
    ValidateIf((_body, value) => value !== undefined),
  );

/** The field may be null, which is the same as leaving it out. */
export const NullableField = () =>
  applyDecorators(
    ApiProperty({ required: false, nullable: true }),
    ValidateIf((_body, value) => value !== undefined && value !== null),
  );

/** A day of the calendar, `YYYY-MM-DD`; the 30th of February is none. */
export const LocalDate = (description?: string) =>
  rule(
    'localDate',
    sayFault('day'),
    (v) => isText(v) && isRealDate(v),
    { type: 'string', format: 'date', example: '2026-03-02' },
    description,
  );

/** A time of day, `HH:MM`. */
export const LocalTime = (description?: string) =>
  textOf('localTime', sayFault('time'), /^([01]\d|2[0-3]):[0-5]\d$/, { example: '13:00' }, description);

/** A whole number from 1 on. */
export const Count = (most: number, description?: string) =>
  rule(
    'count',
    sayFault('limit', { most: String(most) }),
    (v) => Number.isInteger(v) && Number(v) >= 1 && Number(v) <= most,
    { type: 'integer', minimum: 1, maximum: most },
    description,
  );

/** One of the list's codes. */
export const CodeOf = (list: CodeList, description?: string) =>
  rule(
    'codeOf',
    sayFault('one-of', { codes: list.codes.join(', ') }),
    (v) => isText(v) && list.codes.includes(v),
    { type: 'string', enum: [...list.codes], ...ofList(list) },
    description,
  );

/** A code from a list that the municipality keeps, such as a unit: SCREAMING_SNAKE. `known`: those that have words here. */
export const Code = (known: CodeList | undefined, description?: string) =>
  textOf(
    'code',
    sayFault('code'),
    codePattern,
    { maxLength: 60, example: 'HOME_CARE', ...ofList(known) },
    description,
  );

const AsWritten = () =>
  Transform(({ value }: { readonly value: unknown }) =>
    Array.isArray(value) ? value.map(asWritten) : asWritten(value),
  );

const anId = { maxLength: 80, example: '0f2f3f5e-6d2c-5d6f-9c38-6a3b8f1f5a21' };

/** An id that this API gave. */
export const OpaqueId = (description?: string) =>
  applyDecorators(AsWritten(), textOf('opaqueId', sayFault('id'), opaqueIdPattern, anId, description));

/** What people know a case by. */
export const CaseNumber = (description?: string) =>
  textOf(
    'caseNumber',
    sayFault('case-number'),
    caseNumberPattern,
    { maxLength: 12, example: '2026/14' },
    description,
  );

/** Of a municipality, four digits. */
export const MunicipalityNo = (description?: string) =>
  textOf('municipalityNo', sayFault('municipality-no'), /^\d{4}$/, { example: '3403' }, description);

/** An id that the client may choose itself. */
export const Uuid = (description?: string) =>
  applyDecorators(
    AsWritten(),
    rule(
      'uuid',
      sayFault('uuid'),
      (v) => isText(v) && uuidPattern.test(v),
      { type: 'string', format: 'uuid' },
      description,
    ),
  );

/** What is sealed before it is kept: any language's letters, lines allowed where `lines` says so, no control characters. */
export const PersonalText = (max: number, options: TextOptions & Pick<ListOptions, 'description'> = {}) =>
  rule(
    'personalText',
    sayFault(options.lines === true ? 'text' : 'line', { most: String(max) }),
    (v) => isText(v) && isCleanText(v, max, options),
    { type: 'string', minLength: 1, maxLength: max },
    options.description,
  );

export const Flag = (description?: string) =>
  rule('flag', sayFault('flag'), (v) => typeof v === 'boolean', { type: 'boolean' }, description);

/** The SHA-256 of a document kept elsewhere. */
export const Digest = (description = 'SHA-256 of the document, lower-case hex') =>
  textOf('digest', sayFault('digest'), /^[0-9a-f]{64}$/, {}, description);

export interface ListOptions {
  readonly min?: number | undefined;
  readonly max?: number;
  readonly description?: string | undefined;
}

export const isList = (value: unknown, { min = 0, max = 200 }: ListOptions): value is unknown[] =>
  Array.isArray(value) && value.length >= min && value.length <= max;

/** A list of such texts, none twice. */
const listOfTexts = (
  name: string,
  what: string | Phrase,
  isOne: (text: string) => boolean,
  items: object,
  { min = 0, max = 200, description }: ListOptions,
) =>
  rule(
    name,
    sayFault('list-of', { least: String(min), most: String(max), what }),
    (v) =>
      isList(v, { min, max }) && v.every((one) => isText(one) && isOne(one)) && new Set(v).size === v.length,
    { type: 'array', items: { type: 'string', ...items }, minItems: min, maxItems: max, uniqueItems: true },
    description,
  );

const ids: Phrase = { en: 'ids', nb: 'id-er', nn: 'id-ar' };
const freeCodes: Phrase = { en: 'codes', nb: 'koder', nn: 'kodar' };

/** A list of these codes. */
export const ListOfCodes = (list: CodeList, options: ListOptions = {}) => {
  const { codes } = list;
  const items = { enum: [...codes], ...ofList(list) };
  const isOne = (text: string) => codes.includes(text);
  const most = { ...options, max: codes.length };
  const known = codes.join(', ');
  const what = { en: `of ${known}`, nb: `av ${known}`, nn: `av ${known}` };
  return listOfTexts('listOfCodes', what, isOne, items, most);
};

export const ListOfIds = (options: ListOptions = {}) => {
  const items = { pattern: opaqueIdPattern.source, example: anId.example };
  const isOne = (text: string) => opaqueIdPattern.test(text);
  return applyDecorators(AsWritten(), listOfTexts('listOfIds', ids, isOne, items, options));
};

/** A list of codes that the municipality keeps. */
export const ListOfFreeCodes = (known: CodeList | undefined, options: ListOptions = {}) => {
  const items = { pattern: codePattern.source, example: 'SCHOOL', ...ofList(known) };
  return listOfTexts('listOfFreeCodes', freeCodes, (text) => codePattern.test(text), items, options);
};
