import { readDay } from '../dates/read-day.js';
import type { Language } from '../i18n/language.js';
import { directionOf } from './directions.js';
import type { Field } from './operations.js';

/** What stands in a form: as it was typed, by field; dates are texts that people write. */
export type Values = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What a form starts with: dates of what is recorded now are today's, lists that must not be empty have a row. */
export function startingValues(fields: readonly Field[], preset: Values = {}): Values {
  return Object.fromEntries(
    fields.flatMap((field) => {
      const given = preset[field.name];
      const value = startOf(field, given);
      return value === undefined ? [] : [[field.name, value]];
    }),
  );
}

function startOf(field: Field, given: unknown): unknown {
  if (field.kind === 'group') {
    return field.required || given !== undefined
      ? startingValues(field.fields, isObject(given) ? given : {})
      : undefined;
  }
  if (field.kind === 'rows') {
    const rows = Array.isArray(given)
      ? (given as Values[])
      : Array.from({ length: field.least ?? 0 }, () => ({}));
    return rows.map((row) => startingValues(field.fields, row));
  }
  if (field.kind === 'date' && typeof given === 'string') return asWritten(given);
  if (given !== undefined) return given;
  return field.kind === 'date' && field.required && directionOf(field.name) === 'behind'
    ? 'i dag'
    : undefined;
}

/** A day as people write it. */
const asWritten = (day: string) =>
  day.replace(
    /^(\d{4})-0?(\d{1,2})-0?(\d{1,2})$/,
    (_, year: string, month: string, date: string) => `${date}.${month}.${year}`,
  );

const isEmpty = (value: unknown) =>
  value === undefined || value === '' || value === null || (Array.isArray(value) && value.length === 0);

/** The body that is sent: days in place of what was typed, nothing that is empty. */
export function bodyOf(fields: readonly Field[], values: Values, language: Language): Values {
  return Object.fromEntries(
    fields.flatMap((field) => {
      const value = sentOf(field, values[field.name], language);
      return isEmpty(value) ? [] : [[field.name, value]];
    }),
  );
}

function sentOf(field: Field, value: unknown, language: Language): unknown {
  if (isEmpty(value)) return undefined;
  switch (field.kind) {
    case 'date': {
      const read = readDay(String(value), directionOf(field.name), language);
      return read.kind === 'day' ? read.day : String(value);
    }
    case 'number':
      return Number(value);
    case 'text':
    case 'lines':
      return String(value).trim();
    case 'time':
      return String(value).trim().replace('.', ':').padStart(5, '0');
    case 'group': {
      const body = bodyOf(field.fields, isObject(value) ? value : {}, language);
      return Object.keys(body).length === 0 ? undefined : body;
    }
    case 'rows':
      return (value as Values[]).map((row) => bodyOf(field.fields, row, language));
    case 'code':
    case 'codes':
    case 'flag':
    case 'id':
    case 'ids':
    case 'free':
      return value;
  }
}

/** What stands where a path such as `items[0].outcome` leads. */
export const valueAt = (values: Values, path: string): unknown =>
  path
    .split(/[.[]/)
    .reduce<unknown>(
      (at, part) => (isObject(at) || Array.isArray(at) ? (at as Values)[part.replace(']', '')] : undefined),
      values,
    );

/** With what the page decides of the fields that it hides, as it says now: the form, or a draft of it, may be older. */
export const asDecided = (values: Values, preset: Values, hidden: readonly string[]): Values =>
  hidden.reduce((all, path) => {
    const value = path.includes('[') ? undefined : valueAt(preset, path);
    return value === undefined ? all : withValue(all, path, value);
  }, values);

/** Puts a value where a path such as `items[0].outcome` leads; what stood beside it stays. */
export function withValue(values: Values, path: string, value: unknown): Values {
  const [first = '', ...rest] = path.split(/[.[]/);
  return setIn(values, [first, ...rest.map((part) => part.replace(']', ''))], value) as Values;
}

function setIn(target: unknown, [step = '', ...rest]: readonly string[], value: unknown): unknown {
  const next = (child: unknown) => (rest.length === 0 ? value : setIn(child, rest, value));
  if (Array.isArray(target)) return target.map((one, i) => (i === Number(step) ? next(one) : one));
  const before = isObject(target) ? target : {};
  return { ...before, [step]: next(before[step]) };
}

export interface Fault {
  readonly path: string;
  readonly message: string;
}

/** What is said of a field that is at fault. */
export interface FaultWords {
  readonly language: Language;
  readonly missing: (field: Field) => string;
  readonly tooLong: (field: Field, most: number, count: number) => string;
}

/** What can be told before anything is sent: what is not filled in, what is longer than may be, and what is no day. */
export function faultsIn(
  fields: readonly Field[],
  values: Values,
  say: FaultWords,
  within = '',
): readonly Fault[] {
  return fields.flatMap((field) => {
    const path = within + field.name;
    const value = values[field.name];
    if (field.kind === 'rows') {
      const rows = Array.isArray(value) ? (value as Values[]) : [];
      if (rows.length < (field.least ?? 0)) return [{ path, message: say.missing(field) }];
      return rows.flatMap((row, i) => faultsIn(field.fields, row, say, `${path}[${i}].`));
    }
    if (field.kind === 'group' && isObject(value)) return faultsIn(field.fields, value, say, `${path}.`);
    if (isEmpty(value)) return field.required ? [{ path, message: say.missing(field) }] : [];
    if ((field.kind === 'text' || field.kind === 'lines') && field.most !== undefined) {
      const count = Array.from(String(value).trim()).length;
      return count > field.most ? [{ path, message: say.tooLong(field, field.most, count) }] : [];
    }
    if (field.kind !== 'date') return [];
    const read = readDay(String(value), directionOf(field.name), say.language);
    return read.kind === 'fault' ? [{ path, message: read.fault }] : [];
  });
}
