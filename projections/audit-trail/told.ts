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
  const { language, own = usualWords, nameOf } = telling;
  return filled(worded[language], data, {
    word(name) {
      const word = worded.words?.[name]?.(data as never, { recordedOn, own, nameOf }) ?? own[name as OwnTerm];
      return inLanguage(language, word);
    },
    value: (name, between) => fieldOf(worded, name, data[name], telling, between),
  });
}

/**
 * A field, what stood there and what a correction put in its place: `mottatt dato: fra 2. mars 2026 til 27. februar 2026`. Null was emptied,
 * undefined was empty before. The name alone of what is not told.
 */
export function changeIn(
  worded: Worded,
  name: string,
  { was, now }: { readonly was: unknown; readonly now: unknown },
  telling: Telling,
): string {
  const say = (nb: string, nn: string) => inLanguage(telling.language, [nb, nn]);
  const called = inLanguage(telling.language, worded.names[name] ?? [name, name]);
  const isTold = !worded.untold.has(name);
  const before = isTold && was !== undefined ? fieldOf(worded, name, was, telling) : undefined;
  if (now === null) {
    return `${called} ${say('ble fjernet', 'vart fjerna')}${before === undefined ? '' : ` (var ${before})`}`;
  }
  if (!isTold) return called;
  const after = fieldOf(worded, name, now, telling);
  return before === undefined
    ? `${called}: ${after} (${say('sto tomt', 'stod tomt')})`
    : `${called}: ${say('fra', 'frå')} ${before} til ${after}`;
}

/** What stands in a field, in words. */
export function fieldOf(
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
