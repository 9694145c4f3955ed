import { type OwnTerm, usualWords } from '#event-sourcing/codes';
import { inLanguage } from './norwegian.js';
import { filled } from './text.js';
import { type Telling, valueOf } from './values.js';
import type { Worded } from './wording.js';

type Data = Readonly<Record<string, unknown>>;

/** What telling an event takes. */
type Sentence = Pick<Worded, 'nb' | 'nn' | 'words' | 'each' | 'fields'>;

/** What an event's data say. */
export function told(worded: Sentence, data: Data, telling: Telling, recordedOn: string): string {
  const { language, own = usualWords } = telling;
  return filled(worded[language], data, {
    word(name) {
      const word = worded.words?.[name]?.(data as never, recordedOn) ?? own[name as OwnTerm];
      return inLanguage(language, word);
    },
    value: (name, between) => fieldOf(worded, name, data[name], telling, between),
  });
}

/** A field and what a correction put there: `mottatt dato: 2. mars 2026`; null was emptied. The name alone of what is not told. */
export function changeIn(worded: Worded, name: string, value: unknown, telling: Telling): string {
  const called = inLanguage(telling.language, worded.names[name] ?? [name, name]);
  if (value === null) return `${called} ${inLanguage(telling.language, ['ble fjernet', 'vart fjerna'])}`;
  return worded.untold.has(name) ? called : `${called}: ${fieldOf(worded, name, value, telling)}`;
}

function fieldOf(
  { fields, each }: Sentence,
  name: string,
  value: unknown,
  telling: Telling,
  between?: string,
) {
  const field = fields[name];
  if (field === undefined) throw new Error(`There is no field ${name} to tell of`);
  return valueOf(field, value, telling, each?.[name], between);
}
