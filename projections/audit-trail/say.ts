import { isDisposed } from '#personal-data/opened';
import { codeWords, fieldWords, months, otherWords, ownCodes, type OwnWords, type Pair } from './words.js';
import type { Saying } from './wording.js';

export type Language = 'nb' | 'nn';

interface Decided {
  readonly item?: unknown;
  readonly outcome?: unknown;
  readonly reason?: unknown;
  readonly legalBasis?: unknown;
}

/** Words for values, in one language. Takes opened data: a text whose key is destroyed reads as deleted. */
export class Say implements Saying {
  constructor(
    readonly language: Language,
    private readonly nameOf: (partyId: string) => string,
    private readonly own: OwnWords = {},
  ) {}

  one([nb, nn]: Pair): string {
    return this.language === 'nb' ? nb : nn;
  }

  /** `2026-03-02` as `2. mars 2026`. */
  date(day: string): string {
    const [year, month, date] = day.split('-');
    return `${Number(date)}. ${months[Number(month) - 1] ?? month} ${year}`;
  }

  /** What a code is called in this field; the code itself where the municipality keeps the list. */
  code(field: string, code: string): string {
    if (field === 'decidedBy' && code === 'KE_MEETING') return `møtet i ${this.unit()}`;
    const ownCode = ownCodes[field]?.[code];
    const pair = (ownCode && this.own[ownCode]) ?? codeWords[field]?.[code];
    return pair ? this.one(pair) : code;
  }

  /** The coordinating unit. */
  unit(): string {
    return this.code('unit', 'KE');
  }

  /** The group around the person, in its definite form. */
  theGroup(): string {
    return this.one(this.own.theGroup ?? ['ansvarsgruppa', 'ansvarsgruppa']);
  }

  codes(field: string, codes: readonly string[]): string {
    return this.list(codes.map((code) => this.code(field, code)));
  }

  list(words: readonly string[]): string {
    const last = words.at(-1);
    return words.length < 2 || last === undefined
      ? (last ?? '')
      : `${words.slice(0, -1).join(', ')} og ${last}`;
  }

  party(partyId: string): string {
    return this.nameOf(partyId);
  }

  /** What stands where a text was whose key is destroyed. */
  deleted(): string {
    return this.one(['[slettet]', '[sletta]']);
  }

  /** A text of a person's, in quotation marks. */
  text(value: unknown): string {
    return isDisposed(value) ? this.deleted() : `«${String(value).trim()}»`;
  }

  /** ` Begrunnelse: «…».`, or nothing where none was given. */
  reason(value: unknown, label: Pair = ['Begrunnelse', 'Grunngiving']): string {
    if (value === undefined) return '';
    const said = ` ${this.one(label)}: ${this.text(value)}`;
    // A quotation that closes its own sentence closes ours.
    return /[.!?…]»$/.test(said) ? said : `${said}.`;
  }

  /** A field and its value, whatever it is: `mottatt dato: 2. mars 2026`; null was emptied. The field alone where the value is not to be told. */
  field(name: string, value: unknown): string {
    const called = this.one(fieldWords[name] ?? [name, name]);
    if (value === null) return `${called} ${this.one(['ble fjernet', 'vart fjerna'])}`;
    return value === '' ? called : `${called}: ${this.value(name, value)}`;
  }

  private value(name: string, value: unknown): string {
    if (typeof value === 'boolean') return value ? 'ja' : 'nei';
    if (typeof value === 'number') return String(value);
    if (Array.isArray(value)) return this.list(value.map((element: unknown) => this.value(name, element)));
    if (isDisposed(value)) return this.deleted();
    if (typeof value === 'object' && value !== null) return this.outcome(value);
    const word = String(value);
    if (name === 'documentDigest') return word;
    const another = otherWords[name];
    if (another) return this.one(another);
    if (name.endsWith('Id')) return this.party(word);
    if (/^\d{4}-\d\d-\d\d$/.test(word)) return this.date(word);
    return codeWords[name]?.[word] !== undefined || /^[A-Z][A-Z0-9_]*$/.test(word)
      ? this.code(name, word)
      : this.text(word);
  }

  /** One item of a decision: `koordinator innvilget («…»; hjemmel: …)`. */
  outcome({ item, outcome, reason, legalBasis }: Decided): string {
    const decided = `${this.code('item', String(item))} ${this.code('outcome', String(outcome))}`;
    const why = [
      ...(reason === undefined ? [] : [this.text(reason)]),
      ...(legalBasis === undefined ? [] : [this.field('legalBasis', legalBasis)]),
    ];
    return why.length === 0 ? decided : `${decided} (${why.join('; ')})`;
  }
}
