import type { EventOf, Events, Field, Fields, NameIn } from '#event-sourcing/event';
import type { Opened } from '#personal-data/opened';
import type { Pair } from './pair.js';

type DataOf<E extends Events, T> = Opened<Extract<EventOf<E>, { readonly type: T }>['data']>;
/** Words for values, in one language. */
export interface Saying {
  readonly language: 'nb' | 'nn';
  one(pair: Pair): string;
  date(day: string): string;
  code(field: string, code: string): string;
  codes(field: string, codes: readonly string[]): string;
  list(words: readonly string[]): string;
  party(partyId: string): string;
  text(value: unknown): string;
  reason(value: unknown, label?: Pair): string;
  outcome(decided: object): string;
  unit(): string;
  theGroup(): string;
}

/**
 * A sentence with the event's fields in it, each as its declaration has it: `{dueOn}` a day in words, `{met:oppfylt|ikke oppfylt}` one of two.
 * What stands in brackets is left out where a field in it is absent: `[, med frist {dueOn}]`.
 */
export type Sentence<Data = never> = string | ((data: Data, say: Saying, recordedOn: string) => string);

export interface Wording<Data = never> {
  /** A few words, such as a heading has. */
  readonly title: Pair;
  readonly nb: Sentence<Data>;
  readonly nn: Sentence<Data>;
}

/** The same with the declaration of what its sentences name. */
export interface Worded extends Wording {
  readonly fields: Fields;
}

const named = (sentence: unknown) =>
  typeof sentence === 'string' ? [...sentence.matchAll(/\{(\w+)/g)].map(([, name]) => name ?? '') : [];

/** Words for every event of a category. A declared event without an entry does not compile; one that names no field of its own fails at start. */
export function wordingsOf<E extends Events>(
  { declared }: E,
  wordings: { readonly [T in NameIn<E>]: Wording<DataOf<E, T>> },
): Readonly<Record<string, Worded>> {
  return Object.fromEntries(
    Object.entries<Wording>(wordings).map(([type, wording]) => {
      const fields = declared[type]?.fields ?? {};
      const unknown = [...named(wording.nb), ...named(wording.nn)].filter((name) => !fields[name]);
      if (unknown.length > 0) throw new Error(`${type} has no field ${unknown.join()} to tell of`);
      return [type, { ...wording, fields }];
    }),
  );
}

type Data = Readonly<Record<string, unknown>>;

/** What an event's data say, in the language of `say`. */
export function told(wording: Worded, data: Data, say: Saying, recordedOn: string): string {
  const sentence: Sentence = wording[say.language];
  if (typeof sentence === 'function') return sentence(data as never, say, recordedOn);
  const filled = (text: string) =>
    text.replaceAll(
      /\{(\w+)(?::([^|}]*)\|([^}]*))?\}(\.?)/g,
      (_, name: string, yes: string | undefined, no: string | undefined, end: string) => {
        const field = wording.fields[name];
        const value = yes === undefined ? valueOf(field, name, data[name], say) : data[name] ? yes : no;
        // A quotation that closes its own sentence closes ours.
        return /[.!?…]»$/.test(`${value}`) ? `${value}` : `${value}${end}`;
      },
    );
  return sentence.replaceAll(/\[([^\]]*)\]|\{[^}]*\}\.?/g, (part, inner: string | undefined) => {
    if (inner === undefined) return filled(part);
    return named(inner).some((name) => data[name] === undefined) ? '' : filled(inner);
  });
}

/** A value as its field's declaration has it. */
function valueOf(field: Field | undefined, name: string, value: unknown, say: Saying): string {
  if (field?.personal) return say.text(value);
  if (Array.isArray(value)) return say.list(value.map((one) => valueOf(field?.element, name, one, say)));
  const word = String(value);
  if (field?.kind === 'date') return say.date(word);
  if (field?.kind === 'code') return say.code(name, word);
  return field?.kind === 'id' ? say.party(word) : word;
}
