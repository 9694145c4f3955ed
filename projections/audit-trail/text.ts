import { ended } from './norwegian.js';

/**
 * A sentence in both languages, with places in it that are filled in:
 * - `{dueOn}`: a field of the event, told as it is declared: a day in words, the word of a code, a name, a text in quotation marks.
 * - `{items;}`: a list with semicolons between.
 * - `{met:oppfylt|ikke oppfylt}`: the first where the field is true, or is there at all; else the second.
 * - `<unit>`: no field but a word, the municipality's own or one that the wording works out.
 * - `[, med frist {dueOn}]`: left out where a field in it is absent or an empty list. `[a {x}|b {y}]`: the first that has all its fields.
 */
export interface Text {
  readonly nb: string;
  readonly nn: string;
}

const place = /<(\w+)>|\{(\w+)(?::([^|}]*)\|([^}]*)|(;))?\}(\.?)/g;

/** What the places of a text name: words, fields that it tells, and fields that it only goes by. */
export function placesIn(text: string) {
  const places = [...text.matchAll(place)];
  const fields = places.filter(([, , field]) => field !== undefined);
  const namesOf = (some: typeof places) => new Set(some.map(([, word, field]) => word ?? field ?? ''));
  return {
    words: namesOf(places.filter(([, word]) => word !== undefined)),
    told: namesOf(fields.filter(([, , , yes]) => yes === undefined)),
    asked: namesOf(fields.filter(([, , , yes]) => yes !== undefined)),
  };
}

type Data = Readonly<Record<string, unknown>>;

/** How the places of a text are filled. */
export interface Filling {
  readonly word: (name: string) => string;
  readonly value: (field: string, between?: string) => string;
}

export function filled(text: string, data: Data, { word, value }: Filling): string {
  const isThere = (field: string) =>
    data[field] !== undefined && !(Array.isArray(data[field]) && data[field].length === 0);
  const isComplete = (part: string) => {
    const { told, asked } = placesIn(part);
    return [...told, ...asked].every(isThere);
  };
  const placesFilled = (part: string) =>
    part.replaceAll(
      place,
      (_, name?: string, field = '', yes?: string, no = '', between?: string, end = '') => {
        if (name !== undefined) return word(name);
        if (yes !== undefined) return `${isThere(field) && data[field] !== false ? yes : no}${end}`;
        return ended(value(field, between), end);
      },
    );
  return text.replaceAll(/\[([^\]]*)\]|[^[]+/g, (part, inside?: string) => {
    if (inside === undefined) return placesFilled(part);
    // Not at the bar of a choice within.
    const alternatives = inside.split(/\|(?![^{]*\})/);
    return placesFilled(alternatives.find(isComplete) ?? '');
  });
}
