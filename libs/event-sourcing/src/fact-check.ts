import type { Validator } from 'typebox/schema';
import type { EventDeclaration, Field, Fields } from './event.js';
import { sayFault } from './fact-sentences.js';
import { lazyValidator } from './lazy-validator.js';
import type { Phrase } from './refusals.js';

/** What is wrong with a fact, by path, such as `items.0.reason`. */
export interface FactFault {
  readonly path: string;
  readonly fault: Phrase;
}

/** A decider handed over a fact that its declaration refuses. Names paths, never values. */
export class InvalidFact extends Error {
  constructor(
    readonly type: string,
    readonly faults: readonly FactFault[],
  ) {
    super(
      `${type} cannot be recorded: ${faults.map(({ path, fault }) => `${path} ${fault.en}`).join('; ')}.`,
    );
    this.name = 'InvalidFact';
  }
}

/** Faults of a fact's data as a decider hands it over; none when it may be recorded. */
export type FactCheck = (data: unknown) => readonly FactFault[];

/** Checks the declared schema, and what no JSON Schema says: days of the calendar, whole characters, lengths in UTF-16 units. */
export function factCheck({ schema, fields }: EventDeclaration): FactCheck {
  const validator = lazyValidator(() => schema);
  return (data) => {
    if (validator().Check(data)) return leafFaults(fields, data as Readonly<Record<string, unknown>>, '');
    return schemaFaults(validator(), data, 'the data');
  };
}

/** What a schema has against a value, by path; `whole` names the value itself. */
export function schemaFaults(validator: Validator, value: unknown, whole: string): FactFault[] {
  const [, errors] = validator.Errors(value);
  return (
    errors
      // The schema library reports an undeclared field twice; this is the report that names only its parent.
      .filter(({ keyword }) => keyword !== 'boolean')
      .map(({ instancePath, keyword, params }) => ({
        path: instancePath.slice(1).replaceAll('/', '.') || whole,
        fault: faultOf(keyword, params),
      }))
  );
}

function faultOf(keyword: string, params: unknown): Phrase {
  switch (keyword) {
    case 'additionalProperties':
      return sayFault('undeclared');
    case 'required':
      return sayFault('lacks', {
        names: (params as { requiredProperties: string[] }).requiredProperties.join(', '),
      });
    case 'enum':
      return sayFault('code');
    case 'pattern':
      return sayFault('form');
    case 'maxLength':
    case 'maxItems':
      return sayFault('long');
    case 'minLength':
      return sayFault('empty');
    default:
      return sayFault('kind', { what: keyword });
  }
}

function leafFaults(fields: Fields, data: Readonly<Record<string, unknown>>, before: string): FactFault[] {
  const faults: FactFault[] = [];
  for (const name of Object.keys(data)) {
    const field = fields[name];
    if (field && data[name] !== null) addFaults(faults, field, data[name], before + name);
  }
  return faults;
}

function addFaults(faults: FactFault[], field: Field, value: unknown, path: string): void {
  if (Array.isArray(value)) {
    const { element } = field;
    if (element) value.forEach((item, index) => addFaults(faults, element, item, `${path}.${index}`));
  } else if (field.fields) {
    faults.push(...leafFaults(field.fields, value as Record<string, unknown>, `${path}.`));
  } else if (typeof value === 'string') {
    const fault = textFault(field, value);
    if (fault !== undefined) faults.push({ path, fault });
  }
}

function textFault({ kind, personal }: Field, text: string): Phrase | undefined {
  const isDate = kind === 'date' || kind === 'personalDate';
  if (isDate && !isCalendarDate(text)) return sayFault('day');
  if (kind === 'instant' && !isInstant(text)) return sayFault('instant');
  if (kind !== 'text') return undefined;
  const most = personal?.max ?? 4000;
  if (text.length > most && Array.from(text).length > most) return sayFault('long');
  return text.isWellFormed() ? undefined : sayFault('half');
}

/** `YYYY-MM-DD` that the Gregorian calendar has: 2025-02-30 is none. */
export function isCalendarDate(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const instant = new Date(`${text}T00:00:00.000Z`);
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(text);
}

function isInstant(text: string): boolean {
  const instant = new Date(text);
  return !Number.isNaN(instant.getTime()) && instant.toISOString() === text;
}
