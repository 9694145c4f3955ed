import { type OwnWords, type Pair, usualWords } from '#event-sourcing/codes';
import type { EventOf, Events, Field, Fields, NameIn } from '#event-sourcing/event';
import type { Opened } from '#personal-data/opened';
import { wordsForId } from './ids.js';
import { placesIn, type Text } from './text.js';

type DataOf<E extends Events, T> = Opened<Extract<EventOf<E>, { readonly type: T }>['data']>;
type FieldIn<E extends Events> = {
  [T in NameIn<E>]: keyof E['declared'][T]['fields'] & string;
}[NameIn<E>];

/** What words go by beside the event's own data. */
export interface Circumstances {
  /** The local day on which it was written: what lies after it was still to happen. */
  readonly recordedOn: string;
  readonly own: OwnWords;
  readonly nameOf: (id: string) => string;
}

/** An event in words: a title as a heading has it, and a sentence or two. */
export interface Wording<Of = never> extends Text {
  readonly title: Pair;
  /** Words in the sentences that need working out: `<leaves>`. */
  readonly words?: Readonly<Record<string, (data: Of, circumstances: Circumstances) => Pair>>;
  /** Fields that such words tell, beside those that have a place of their own. */
  readonly tells?: readonly string[];
  /** How one of a list of records is told, by the field that holds the list. */
  readonly each?: Readonly<Record<string, Text>>;
}

/** The same, with what follows from the event's declaration. */
export interface Worded extends Wording {
  readonly fields: Fields;
  /** Those of them that a correction may change. */
  readonly correctable: Fields;
  /** What fields are called where a correction names them. */
  readonly names: Readonly<Partial<Record<string, Pair>>>;
  /** Fields of which a trail says that they changed and not to what: texts that the sentences leave out, which so stay sealed, and ids that say nothing to people. */
  readonly untold: ReadonlySet<string>;
}

/**
 * Words for every event of a category, and names for its fields. A declared event without an entry does not compile;
 * a place that the event cannot fill, or a field without a name, fails at start.
 */
export function wordingsOf<E extends Events>(
  events: E,
  wordings: { readonly [T in NameIn<E>]: Wording<DataOf<E, T>> },
  names: { readonly [F in FieldIn<E>]?: Pair },
): Readonly<Record<string, Worded>> {
  return Object.fromEntries(
    Object.entries<Wording>(wordings).map(([type, wording]) => {
      const fields = events.declared[type]?.fields ?? {};
      const correctable = events.all[`${type}Corrected`]?.fields['changed']?.fields ?? {};
      const nameless = Object.keys(correctable).filter((name) => !(name in names));
      if (nameless.length > 0) throw new Error(`${type} has fields without a name: ${nameless.join()}`);
      const told = new Set([...toldIn(type, wording, fields), ...(wording.tells ?? [])]);
      const untold = Object.entries(correctable).filter(([name, field]) => !isTold(field, told.has(name)));
      return [
        type,
        { ...wording, fields, correctable, names, untold: new Set(untold.map(([name]) => name)) },
      ];
    }),
  );
}

function isTold(field: Field, isInSentence: boolean): boolean {
  const one = field.element ?? field;
  return one.kind === 'id' ? wordsForId(one) !== undefined : isInSentence || !one.personal;
}

/** The fields that the sentences tell, once it is sure that they can. */
function toldIn(
  type: string,
  { words = {}, each = {}, ...text }: Wording,
  fields: Fields,
): ReadonlySet<string> {
  for (const [name, { element }] of Object.entries(fields)) {
    if (!element?.fields) continue;
    const one = each[name];
    if (one === undefined) throw new Error(`${type} has no text for one of its ${name}`);
    const told = checked(`${type}.${name}`, one, element.fields, {});
    const left = Object.keys(element.fields).filter(
      (inner) => !told.has(inner) && !placesIn(one.nb).asked.has(inner),
    );
    if (left.length > 0) throw new Error(`${type}.${name} leaves ${left.join()} out`);
  }
  return checked(type, text, fields, { ...usualWords, ...words });
}

/** The fields that a text tells. Fails for a place that nothing fills, and where one language tells what the other does not. */
function checked(what: string, { nb, nn }: Text, fields: Fields, words: object): ReadonlySet<string> {
  const [places, others] = [placesIn(nb), placesIn(nn)];
  const unknown = [nb, nn].flatMap((text) => {
    const { words: named, told, asked } = placesIn(text);
    const isUnknown = (name: string) => {
      const field = fields[name]?.element ?? fields[name];
      return field === undefined || (field.kind === 'id' && told.has(name) && !wordsForId(field));
    };
    return [...[...named].filter((name) => !(name in words)), ...[...told, ...asked].filter(isUnknown)];
  });
  if (unknown.length > 0) throw new Error(`${what} has nothing to tell for ${unknown.join()}`);
  const apart = [...places.told].filter((name) => !others.told.has(name));
  if (apart.length > 0 || places.told.size < others.told.size) {
    throw new Error(`${what} does not tell the same in both languages`);
  }
  return places.told;
}
