import { fullDay } from '../../dates/dates.js';
import { readDay } from '../../dates/read-day.js';
import type { Language } from '../../i18n/language.js';
import type { Entry } from './trail.js';

export type Changeable = NonNullable<Entry['fields']>[number];
/** What is typed or chosen, by field; several codes with commas between. */
export type Typed = Readonly<Record<string, string>>;

/** Whether it can be written here; the rest is told, and put right by striking the entry out. */
export const isWritten = ({ kind }: Changeable) => kind !== 'other';

/** What stands in the field, as one would type it. */
export function asTyped({ kind, value }: Changeable): string {
  if (value === null) return '';
  if (Array.isArray(value)) return value.join(',');
  return kind === 'date' ? fullDay(String(value)) : String(value);
}

export interface Change {
  readonly changed: Readonly<Record<string, unknown>>;
  /** Fields that what is typed says nothing for. */
  readonly unread: readonly string[];
}

/** What is to read otherwise than it does. */
export function changeOf(fields: readonly Changeable[], typed: Typed, language: Language): Change {
  const touched = fields.filter(
    (field) => isWritten(field) && (typed[field.name] ?? asTyped(field)) !== asTyped(field),
  );
  const read = touched.map(
    (field) => [field.name, valueOf(field, typed[field.name] ?? '', language)] as const,
  );
  return {
    changed: Object.fromEntries(read.filter(([, value]) => value !== undefined)),
    unread: read.filter(([, value]) => value === undefined).map(([name]) => name),
  };
}

function valueOf({ kind, isToCome, mayBeEmpty }: Changeable, typed: string, language: Language): unknown {
  const text = typed.trim();
  if (text === '') return kind === 'codes' && !mayBeEmpty ? [] : null;
  switch (kind) {
    case 'date': {
      const read = readDay(text, isToCome ? 'ahead' : 'behind', language);
      return read.kind === 'day' ? read.day : undefined;
    }
    case 'number':
      return /^-?\d+$/.test(text) ? Number(text) : undefined;
    case 'boolean':
      return text === 'true';
    case 'codes':
      return text.split(',');
    case 'text':
    case 'code':
    case 'party':
    case 'other':
      return text;
  }
}
