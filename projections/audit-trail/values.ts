import { type OwnWords, wordFor } from '#event-sourcing/codes';
import type { Field } from '#event-sourcing/event';
import { wordsForId } from './ids.js';
import { dayOf, flagOf, inLanguage, type Language, listOf, markOf, quoted } from './norwegian.js';
import { filled, type Text } from './text.js';

/** An earlier event, as a later one speaks of it. */
export interface RecordedEvent {
  readonly type: string;
  readonly occurredOn: string;
}

/** In which language something is told, and with which names and words. */
export interface Telling {
  readonly language: Language;
  /** What a party is called, named by its own id or by that of its appointment or membership; the id where no name is known. */
  readonly nameOf: (id: string) => string;
  /** The event that an entry corrects or strikes out. */
  readonly eventOf?: (eventId: string) => RecordedEvent | undefined;
  /** The municipality's own words. */
  readonly own?: OwnWords;
}

/** An opened value in words, as its field is declared: what the value looks like says nothing. `each`: the text of a record. */
export function valueOf(
  field: Field,
  value: unknown,
  telling: Telling,
  each?: Text,
  between?: string,
): string {
  const mark = markOf(value);
  if (mark) return inLanguage(telling.language, mark);
  switch (field.kind) {
    case 'text':
      return quoted(String(value));
    case 'date':
    case 'personalDate':
      return dayOf(String(value));
    case 'boolean':
      return flagOf(value === true);
    case 'code':
      return codeOf(field, String(value), telling);
    case 'id':
      return idOf(field, String(value), telling);
    case 'list':
      return elementsOf(field, value as readonly unknown[], telling, each, between);
    case 'record':
      return recordOf(field, value as Readonly<Record<string, unknown>>, telling, each);
    case 'serial':
    case 'municipalityNo':
    case 'number':
    case 'digest':
    case 'personalDigest':
    case 'instant':
      return String(value);
  }
}

const codeOf = ({ codes }: Field, code: string, { language, own }: Telling) =>
  codes ? inLanguage(language, wordFor(codes, code, own)) : code;

function idOf(field: Field, id: string, { language, nameOf }: Telling): string {
  const words = wordsForId(field);
  return words === undefined ? id : words === 'name' ? nameOf(id) : inLanguage(language, words);
}

function elementsOf(
  { element }: Field,
  values: readonly unknown[],
  telling: Telling,
  each: Text | undefined,
  between: string | undefined,
): string {
  const words = element ? values.map((value) => valueOf(element, value, telling, each)) : [];
  return between === undefined ? listOf(words) : words.join(`${between} `);
}

function recordOf(
  { fields = {} }: Field,
  record: Readonly<Record<string, unknown>>,
  telling: Telling,
  each: Text | undefined,
): string {
  if (each === undefined) throw new Error('A record is told by a text of its own');
  return filled(each[telling.language], record, {
    word: String,
    value: (name) => {
      const field = fields[name];
      return field ? valueOf(field, record[name], telling) : '';
    },
  });
}
