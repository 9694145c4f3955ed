import type { CodeList } from './codes.js';
import * as schemas from './json-schema.js';
import type { JsonSchema, ObjectSchema } from './json-schema.js';

/** A sealed personal field as the log and the read models hold it. It opens only with the stream, event id and field beside it. */
export interface Sealed {
  readonly v: 1;
  readonly keyId: string;
  readonly nonce: string;
  readonly ciphertext: string;
  readonly commitment: string;
  readonly stream: string;
  readonly eventId: string;
  readonly field: string;
}

/**
 * What a personal field is about: the event's field that names its owner, and the record class whose key seals it. A text about nobody in the
 * register belongs to the record itself: `of` is the record's id, the class is RECORD.
 */
export interface PersonalOptions {
  readonly of: string;
  readonly class: RecordClass;
  /** Longest text in UTF-16 units; 4,000 unless told. */
  readonly max?: number;
}

/** Record classes, each with keys and a disposal time of its own (docs/personal-data.md). */
export const recordClasses = [
  'PERSON',
  'CASE',
  'COORDINATION',
  'CRISIS_PLAN',
  'PARTY',
  'UNIT',
  'RECORD',
  'DOCUMENT',
] as const;
export type RecordClass = (typeof recordClasses)[number];

export type FieldKind =
  | 'code'
  | 'id'
  | 'serial'
  | 'municipalityNo'
  | 'date'
  | 'instant'
  | 'number'
  | 'boolean'
  | 'digest'
  | 'list'
  | 'record'
  | 'text'
  | 'personalDate'
  | 'personalDigest';

/** What an event may name. */
export type Referent =
  | 'subject'
  | 'party'
  | 'case'
  | 'enquiry'
  | 'meeting'
  | 'assignment'
  | 'reading'
  | 'decision'
  | 'complaint'
  | 'groundsRequest'
  | 'furtherRequest'
  | 'package'
  | 'dispatch'
  | 'deadline'
  | 'letter'
  | 'document'
  | 'delivery'
  | 'consent'
  | 'wish'
  | 'choice'
  | 'dispute'
  | 'handover'
  | 'review'
  | 'proposal'
  | 'appointment'
  | 'plan'
  | 'planEntry'
  | 'goal'
  | 'milestone'
  | 'measure'
  | 'clearance'
  | 'participant'
  | 'contribution'
  | 'subPlan'
  | 'planAccess'
  | 'planReview'
  | 'crisisPlanRecipient'
  | 'crisisPlanCopy'
  | 'emergencyReading'
  | 'member'
  | 'report'
  | 'confirmation'
  | 'closureReport'
  | 'departureReport'
  | 'contactCard'
  | 'delegation'
  | 'service'
  | 'partner'
  | 'contact'
  | 'relation'
  | 'engagement'
  | 'import'
  | 'substitution'
  | 'training'
  | 'controlledDocument'
  | 'matter'
  | 'subscription'
  | 'webhook'
  | 'webhookSecret'
  | 'eventStream'
  | 'leadershipReport'
  | 'action'
  | 'record'
  | 'material'
  | 'aroundMeeting'
  | 'invitation'
  | 'promise'
  | 'contactNote'
  | 'insight'
  | 'insightReview';

/** One field of an event: `Given` is what a decider hands over, `Stored` what is read back (sealed, where personal). */
export interface Field<Given = unknown, Stored = Given> {
  readonly kind: FieldKind;
  /** The schema of what a decider hands over. */
  readonly schema: JsonSchema;
  readonly isOptional: boolean;
  /** In a correction: null may stand here, and says that the field is empty from then on. */
  readonly isClearable?: boolean;
  /** Of an id: what it refers to. Absent where the event is about the thing, or gives it its id. */
  readonly refersTo?: Referent;
  /** Of an id that no correction changes: what it is the id of, where an earlier event gave it. */
  readonly idOf?: Referent;
  /** Of a code: the list that it is of. */
  readonly codes?: CodeList;
  /** Of a date: it says what is to come, and may lie after the day on which it is recorded. */
  readonly isToCome?: true;
  /** Of an id that the event gives: the word that it is made with from the command's id, where none is told. */
  readonly makes?: Referent;
  readonly personal?: PersonalOptions;
  readonly element?: Field;
  readonly fields?: Fields;
  /** Types only; never present at run time. */
  readonly types?: readonly [Given, Stored];
}

export type Fields = Readonly<Record<string, Field>>;
type Optional<F> =
  F extends Field<infer Given, infer Stored> ? Field<Given, Stored> & { readonly isOptional: true } : never;

type OptionalKeys<F extends Fields> = {
  [K in keyof F]: F[K] extends { readonly isOptional: true } ? K : never;
}[keyof F];
type GivenOf<F> = F extends Field<infer Given, infer _> ? Given : never;
type StoredOf<F> = F extends Field<infer _, infer Stored> ? Stored : never;
type Flat<T> = { readonly [K in keyof T]: T[K] };

/** What a decider hands over for these fields: personal ones in plain text. */
export type GivenFields<F extends Fields> = Flat<
  { [K in Exclude<keyof F, OptionalKeys<F>>]: GivenOf<F[K]> } & {
    [K in OptionalKeys<F>]?: GivenOf<F[K]> | undefined;
  }
>;
/** What is read back: personal fields sealed. */
export type StoredFields<F extends Fields> = Flat<
  { [K in Exclude<keyof F, OptionalKeys<F>>]: StoredOf<F[K]> } & {
    [K in OptionalKeys<F>]?: StoredOf<F[K]>;
  }
>;

type Required<Given, Stored> = Field<Given, Stored> & { readonly isOptional: false };
const field = <Given, Stored = Given>(kind: FieldKind, schema: JsonSchema, more: Partial<Field> = {}) =>
  ({ kind, schema, ...more, isOptional: false }) as Required<Given, Stored>;

const datePattern = '^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$';

/** One of the list's codes. Adding a code to the list is an additive change; removing one never happens. */
export const codeOf = <C extends string>(codes: CodeList<C>) =>
  field<C>('code', { enum: codes.codes }, { codes });

/** A code from a list that the municipality keeps: SCREAMING_SNAKE, at most 60 letters. `known`: those that have words here. */
export const code = (known?: CodeList) =>
  field<string>('code', schemas.string({ pattern: '^[A-Z][A-Z0-9_]{0,59}$' }), known && { codes: known });

/** The number of a municipality (kommunenummer), today's or of before: not a tenant's key, which only looks like one. */
export const municipalityNo = () => field<string>('municipalityNo', schemas.string({ pattern: '^\\d{4}$' }));

const anId = (more?: Partial<Field>) =>
  field<string>('id', schemas.string({ pattern: '^[0-9a-zA-Z][0-9a-zA-Z.-]{0,79}$' }), more);
type Id = ReturnType<typeof anId>;

/** An opaque id of what the event is about, or gives its id: a uuid, a tenant key, or a uuid with a number (`<subjectId>.<n>`). Never corrected. */
export const id = () => anId();

/** The id of what the event begins: told, or made from the command's id with this word, so that a repeat makes the same; or numbered by the step itself. */
export const newId = (word: Referent) => anId({ makes: word }) as Id & { readonly makes: Referent };

/** The id of something that an earlier event began, and that this one is about. Never corrected. */
export const idOf = (what: Referent) => anId({ idOf: what }) as Id & { readonly idOf: Referent };

/** The id of something else, recorded elsewhere. Stored as any id; a correction may change it. */
export const ref = (refersTo: Referent) => anId({ refersTo });

/** What people know something by: a number in the series of a year, `2026/14`. Given once, and never corrected. */
export const serial = () => field<string>('serial', schemas.string({ pattern: '^\\d{4}/[1-9]\\d{0,6}$' }));

/** A local date, Europe/Oslo, `YYYY-MM-DD`. */
export const localDate = () => field<string>('date', schemas.string({ pattern: datePattern }));

/** A local date that may lie ahead, such as a due date; any other says what has happened. */
export const dayToCome = () => ({ ...localDate(), isToCome: true }) as const;

/** An instant, ISO 8601 in UTC with milliseconds. */
export const instant = () =>
  field<string>(
    'instant',
    schemas.string({ pattern: '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z$' }),
  );

/** A whole number; canonical JSON holds no fractions. Bounds where a read model's column is narrower. */
export const integer = (minimum = Number.MIN_SAFE_INTEGER, maximum = Number.MAX_SAFE_INTEGER) =>
  field<number>('number', schemas.integer({ minimum, maximum }));

export const flag = () => field<boolean>('boolean', { type: 'boolean' });

const digestPattern = '^[0-9a-f]{64}$';

/** A SHA-256 in lower-case hex, of what nobody can guess. */
export const digest = () => field<string>('digest', schemas.string({ pattern: digestPattern }));

export const list = <G, S>(element: Field<G, S>) =>
  field<readonly G[], readonly S[]>('list', schemas.array(element.schema, { maxItems: 200 }), { element });

/** A group of fields inside a list, such as the items of a decision. */
export const record = <const F extends Fields>(fields: F) =>
  field<GivenFields<F>, StoredFields<F>>('record', objectSchema(fields), { fields });

export const optional = <F extends Field>(of: F): Optional<F> =>
  ({ ...of, isOptional: true }) as unknown as Optional<F>;

/** Fields that say something of a person: sealed before they leave the process (docs/adr/0010). */
export const personal = {
  text: (options: PersonalOptions) =>
    field<string, Sealed>('text', schemas.string({ minLength: 1, maxLength: options.max ?? 4000 }), {
      personal: options,
    }),
  date: (options: PersonalOptions) =>
    field<string, Sealed>('personalDate', schemas.string({ pattern: datePattern }), { personal: options }),
  /** A SHA-256 of what can be guessed, such as a form filled in: readable, it would tell whoever tries which guess is right. */
  digest: (options: PersonalOptions) =>
    field<string, Sealed>('personalDigest', schemas.string({ pattern: digestPattern }), {
      personal: options,
    }),
};

/** The schema of an object of these fields: optional ones may be absent, and those that can be cleared null. */
export function objectSchema(
  fields: Fields,
  schemaOf: (field: Field) => JsonSchema = ({ schema }) => schema,
): ObjectSchema {
  const named = Object.entries(fields);
  return schemas.object(
    Object.fromEntries(
      named.map(([name, one]) => [name, one.isClearable ? schemas.orNull(schemaOf(one)) : schemaOf(one)]),
    ),
    named.filter(([, { isOptional }]) => isOptional).map(([name]) => name),
  );
}
