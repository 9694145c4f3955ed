import type { CodeList } from './codes.js';
import { effective } from './effective.js';
import {
  dayIn,
  type Events,
  type Field,
  type Fields,
  type Recorded,
  type Referent,
  version,
} from './event.js';
import { type FactCheck, factCheck, type FactFault, InvalidFact } from './fact-check.js';
import { sayFault } from './fact-sentences.js';

type Changed = Readonly<Record<string, unknown>>;

/** The fields of an event that a correction may change; undefined for what is no declared event, such as a correction. */
export const correctableFields = (events: Events, type: string): Fields | undefined =>
  Object.hasOwn(events.declared, type)
    ? events.all[`${type}Corrected`]?.fields['changed']?.fields
    : undefined;

/**
 * Refuses, with `InvalidFact`, what no correction of this event can say, whatever stands in its stream: a field that cannot be corrected,
 * a value that is not its field's, null for a field that the event must have. So the rules judge only events that could be.
 */
export function checkChanged(events: Events, type: string, changed: Changed): void {
  const fields = correctableFields(events, type) ?? {};
  const faults = [...faultsOf(fields, changed)];
  if (faults.length > 0) throw new InvalidFact(`${type}Corrected`, faults);
}

function* faultsOf(fields: Fields, changed: Changed): Generator<FactFault> {
  const names = Object.keys(changed);
  if (names.length === 0) yield { path: 'changed', fault: sayFault('no-field') };
  const known = names.filter((name) => Object.hasOwn(fields, name));
  for (const name of names) {
    if (!known.includes(name)) {
      const others = Object.keys(fields).join(', ');
      yield { path: `changed.${name}`, fault: sayFault('fixed', { others }) };
    } else if (changed[name] === null && fields[name]?.isClearable !== true) {
      yield { path: `changed.${name}`, fault: sayFault('needed') };
    }
  }
  const values = Object.fromEntries(
    known.filter((name) => changed[name] !== null).map((name) => [name, changed[name]]),
  );
  for (const { path, fault } of valueCheck(fields)(values)) yield { path: `changed.${path}`, fault };
}

const checks = new WeakMap<Fields, FactCheck>();

/** Checks values that are there: a fault then names what the field takes, and not that it might be null. */
function valueCheck(fields: Fields): FactCheck {
  const present = Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [name, { ...field, isClearable: false }]),
  );
  const check = checks.get(fields) ?? factCheck(version(1, present));
  checks.set(fields, check);
  return check;
}

/** Whether the event reads like that already. A sealed text is never taken for equal. */
export function readsSo(history: readonly Recorded[], eventId: string, changed: Changed): boolean {
  const now = effective(history).find(({ id }) => id === eventId)?.data ?? {};
  return Object.entries(changed).every(
    ([name, value]) => JSON.stringify(now[name] ?? null) === JSON.stringify(value),
  );
}

/** The ids in an event, or in what a correction brings in, of one kind of thing, for whoever asks whether those are there. */
export const referencesIn = (events: Events, type: string, changed: Changed, to: Referent): string[] =>
  references(correctableFields(events, type) ?? {}, changed, to);

const references = (fields: Fields, values: Changed, to: Referent): string[] =>
  Object.entries(fields).flatMap(([name, field]) => referencesOf(field, values[name], to));

function referencesOf({ refersTo, element, fields }: Field, value: unknown, to: Referent): string[] {
  if (Array.isArray(value)) return element ? value.flatMap((one) => referencesOf(element, one, to)) : [];
  if (typeof value === 'object' && value !== null) {
    return fields ? references(fields, value as Changed, to) : [];
  }
  return refersTo === to && typeof value === 'string' ? [value] : [];
}

/** A code of a list that is not fixed here: whether it is known has to be asked. */
export interface OpenCode {
  readonly list: CodeList;
  readonly code: string;
}

/** The codes of such lists in an event or in what a correction brings in. */
export const openCodesIn = (events: Events, type: string, changed: Changed): OpenCode[] =>
  openCodes(correctableFields(events, type) ?? {}, changed);

const openCodes = (fields: Fields, values: Changed): OpenCode[] =>
  Object.entries(fields).flatMap(([name, field]) => openCodesOf(field, values[name]));

function openCodesOf({ codes, schema, element, fields }: Field, value: unknown): OpenCode[] {
  if (Array.isArray(value)) return element ? value.flatMap((one) => openCodesOf(element, one)) : [];
  if (typeof value === 'object' && value !== null) return fields ? openCodes(fields, value as Changed) : [];
  const isOpen = codes !== undefined && !('enum' in schema);
  return isOpen && typeof value === 'string' ? [{ list: codes, code: value }] : [];
}

/** The type of an event, and its day as it would read with these changes; no day where it does not stand. */
export function asChanged(
  events: Events,
  history: readonly Recorded[],
  { eventId, changed }: { readonly eventId: string; readonly changed: Changed },
): { readonly type: string; readonly day: string | undefined } {
  const type = history.find(({ id }) => id === eventId)?.type ?? '';
  const reads = effective(history).find(({ id }) => id === eventId);
  return { type, day: reads && dayIn(events.all[type], { ...reads.data, ...changed }) };
}
