import type { Field, Fields } from '#event-sourcing/event';
import { caseEvents } from './events.js';
import { refusal, refuseIf } from './rules.js';

/** Refuses a change of fields that the event does not have or whose values cannot be theirs, so that the rules can replay it. */
export function checkChanged(type: string, changed: Readonly<Record<string, unknown>>): void {
  const fields = caseEvents.all[`${type}Corrected`]?.fields['changed']?.fields ?? {};
  const names = Object.keys(changed);
  refuseIf(names.length === 0, 'nothing-to-correct', 'A correction changes at least one field.');
  if (names.some((name) => !Object.hasOwn(fields, name))) {
    throw refusal(
      'field-not-correctable',
      `Only these fields of ${type} can be corrected: ${Object.keys(fields).join(', ')}. What an event is about is put right by marking it as recorded in error and recording it anew.`,
    );
  }
  const misfit = names.find((name) => !fits(fields[name], changed[name]));
  if (misfit !== undefined) {
    throw refusal('value-not-allowed', `The field ${misfit} cannot have that value.`);
  }
}

/** Shape and codes only; lengths and calendar dates are checked where the event is encoded. */
function fits(field: Field | undefined, value: unknown): boolean {
  switch (field?.kind) {
    case undefined:
      return false;
    case 'list':
      return Array.isArray(value) && value.every((each) => fits(field.element, each));
    case 'record':
      return typeof value === 'object' && value !== null && fitsAll(field.fields ?? {}, { ...value });
    case 'number':
      return Number.isSafeInteger(value);
    case 'boolean':
      return typeof value === 'boolean';
    case 'code':
    case 'id':
    case 'date':
    case 'instant':
    case 'digest':
    case 'text':
    case 'personalDate':
      return typeof value === 'string' && fitsText(field.schema, value);
  }
}

const fitsAll = (fields: Fields, values: Readonly<Record<string, unknown>>) =>
  Object.keys(values).every((name) => Object.hasOwn(fields, name)) &&
  Object.entries(fields).every(([name, field]) =>
    values[name] === undefined ? field.isOptional : fits(field, values[name]),
  );

function fitsText(schema: object, value: string): boolean {
  const { enum: codes, pattern } = schema as { enum?: readonly string[]; pattern?: string };
  return (codes?.includes(value) ?? true) && (pattern === undefined || new RegExp(pattern).test(value));
}
