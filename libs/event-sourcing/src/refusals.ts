import { type CodeList, wordFor } from './codes.js';

/** What a person may be told, in each language that the API speaks. */
export interface Phrase {
  readonly en: string;
  readonly nb: string;
  readonly nn: string;
}
export type Spoken = keyof Phrase;

/** A refusal by the domain: a stable kebab-case code `<context>/<rule>` and a sentence. Never holds personal data. Made by `refusals` alone. */
export class Rejection extends Error {
  /** `restsOn`: ids and types of the events that stand in the way. */
  constructor(
    readonly code: string,
    readonly phrase: Phrase,
    readonly restsOn: readonly Standing[] = [],
  ) {
    super(phrase.en);
    this.name = 'Rejection';
  }
}
/** An event that stands in the way. */
export interface Standing {
  readonly eventId: string;
  readonly type: string;
  readonly stream: string;
}

/** One sentence in English, bokmål and nynorsk; `{name}` stands for a value that the refusal brings. */
export type Sentence = readonly [en: string, nb: string, nn: string];
/** By rule; where one rule has several sentences, by `rule.which`. */
export type Table = Readonly<Record<string, Sentence>>;

/** What every context refuses alike. */
export const refusedAlike = {
  'date-ahead': [
    'What has not happened yet cannot be recorded: {field} lies after today.',
    'Det som ikke har skjedd ennå, kan ikke registreres: datoen ligger etter i dag.',
    'Det som ikkje har skjedd enno, kan ikkje registrerast: datoen ligg etter i dag.',
  ],
  'date-too-early': [
    '{field} lies before the year 1900.',
    'Datoen ligger før år 1900.',
    'Datoen ligg før år 1900.',
  ],
  'unknown-party': [
    'Nobody is registered under that party id in the municipality. Register the party first.',
    'Ingen er registrert med denne id-en i kommunen. Registrer parten først.',
    'Ingen er registrert med denne id-en i kommunen. Registrer parten først.',
  ],
  'unknown-code': [
    'That code is not in the municipality’s list {list}. Choose one of these: {known}.',
    'Koden står ikke i kommunens liste {list}. Velg en av disse: {known}.',
    'Koden står ikkje i lista {list} til kommunen. Vel ein av desse: {known}.',
  ],
  'no-such-event': [
    'There is no such event here.',
    'Det finnes ingen slik hendelse her.',
    'Det finst inga slik hending her.',
  ],
  'already-annulled': [
    'The event was marked as recorded in error already. To bring it back, mark that mark as recorded in error.',
    'Hendelsen er allerede merket som feilregistrert. Angre merkingen ved å merke den som feilregistrert.',
    'Hendinga er alt merkt som feilregistrert. Angre merkinga ved å merke ho som feilregistrert.',
  ],
  'rests-on': [
    'Later entries rest on that event as it stands; correct them or mark them as recorded in error first, the newest first.{because}',
    'Senere oppføringer bygger på denne hendelsen slik den står; rett dem eller merk dem som feilregistrerte, de nyeste først.{because}',
    'Seinare oppføringar bygger på denne hendinga slik ho står; rett dei eller merk dei som feilregistrerte, dei nyaste først.{because}',
  ],
  'not-correctable': [
    'A correction cannot itself be corrected: correct the event again, or mark the correction as recorded in error.',
    'En retting kan ikke selv rettes: rett hendelsen på nytt, eller merk rettingen som feilregistrert.',
    'Ei retting kan ikkje sjølv rettast: rett hendinga på nytt, eller merk rettinga som feilregistrert.',
  ],
} as const satisfies Table;
export type Alike = keyof typeof refusedAlike;

/** What fills a sentence's places: the same in each language, or a word for each. */
export type Values = Readonly<Record<string, string | Phrase>>;

/** A list that lacks a code which was told, by its name, and what it has: what `unknown-code` says. The code itself may be anything. */
export type UnknownCode = Readonly<Record<'list' | 'known', string>>;

/** The refusals of one context, or of one of its features. */
export interface Refusals<Rule extends string = string> {
  readonly context: string;
  /** Its own, beside what every context refuses alike. */
  readonly own: Table;
  readonly refusal: (rule: Rule, values?: Values, restsOn?: readonly Standing[]) => Rejection;
  /** Throws the refusal where there is a fault. */
  readonly refuseIf: (fault: boolean, rule: Rule, values?: Values, restsOn?: readonly Standing[]) => void;
  /** Refuses a later day that lies before an earlier one. Local dates order as text. */
  readonly inOrder: (earlier: string, later: string, rule: Rule) => void;
}

/** Says the sentences of a table, filled. Fails where a sentence in Norwegian names a value that the English one does not, or one form of it another. */
export function sentencesOf<const T extends Table>(
  whose: string,
  table: T,
): (rule: keyof T & string, values?: Values) => Phrase {
  for (const [rule, sentence] of Object.entries<Sentence>(table)) {
    const [en = [], nb = [], nn = []] = sentence.map(placesIn);
    if (nb.join() !== nn.join() || !nb.every((place) => en.includes(place))) {
      throw new Error(`${whose}/${rule} brings other values in one language than in another.`);
    }
  }
  return (rule, values = {}) => filled(table[rule] ?? ['', '', ''], values);
}

/** Refusals as a table: what is told in which language, from which documentation and OpenAPI follow. */
export function refusals<const T extends Table>(
  context: string,
  own: T,
): Refusals<(keyof T & string) | Alike> {
  const say = sentencesOf<Table>(context, { ...refusedAlike, ...own });
  const refusal = (rule: string, values: Values = {}, restsOn: readonly Standing[] = []) =>
    new Rejection(`${context}/${codeOfRule(rule)}`, say(rule, values), restsOn);
  return {
    context,
    own,
    refusal,
    refuseIf: (fault, rule, values, restsOn) => {
      if (fault) throw refusal(rule, values, restsOn);
    },
    inOrder: (earlier, later, rule) => {
      if (later < earlier) throw refusal(rule);
    },
  };
}

/** What stands behind the slash of a code: `date-order` of `date-order.due`. */
export const codeOfRule = (rule: string) => rule.split('.')[0] ?? rule;

/** A code as people call it; English has the code itself. */
export const wordsOf = (list: CodeList, ...codes: readonly string[]): Phrase => {
  const pairs = codes.map((code) => wordFor(list, code));
  return {
    en: codes.join(', '),
    nb: pairs.map(([nb]) => nb).join(', '),
    nn: pairs.map(([, nn]) => nn).join(', '),
  };
};

const placesIn = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '').toSorted();

function filled([en, nb, nn]: Sentence, values: Values): Phrase {
  const said = (text: string, language: Spoken) =>
    text.replaceAll(/\{(\w+)\}/g, (place, name: string) => {
      const value = values[name];
      return typeof value === 'string' ? value : (value?.[language] ?? place);
    });
  return { en: said(en, 'en'), nb: said(nb, 'nb'), nn: said(nn, 'nn') };
}
