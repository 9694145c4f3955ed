import Type, { type TObject, type TSchema } from 'typebox';

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

/** What a personal field is about: the event's field that names its owner, and the record class whose key seals it. */
export interface PersonalOptions {
  readonly of: string;
  readonly class: RecordClass;
  /** Longest text in UTF-16 units; 4,000 unless told. */
  readonly max?: number;
}

/** Record classes, each with keys and a disposal time of its own (docs/personal-data.md). */
export const recordClasses = ['PERSON', 'CASE', 'COORDINATION', 'PARTY', 'UNIT'] as const;
export type RecordClass = (typeof recordClasses)[number];

export type FieldKind =
  | 'code'
  | 'id'
  | 'date'
  | 'instant'
  | 'number'
  | 'boolean'
  | 'digest'
  | 'list'
  | 'record'
  | 'text'
  | 'personalDate';

/** What an event may refer to beside what it is about. */
export type Referent = 'party' | 'case' | 'meeting' | 'assignment';

/** One field of an event: `Given` is what a decider hands over, `Stored` what is read back (sealed, where personal). */
export interface Field<Given = unknown, Stored = Given> {
  readonly kind: FieldKind;
  /** The schema of what a decider hands over. */
  readonly schema: TSchema;
  readonly isOptional: boolean;
  /** In a correction: null may stand here, and says that the field is empty from then on. */
  readonly isClearable?: boolean;
  /** Of an id: what it refers to. Absent where the event is about the thing, or gives it its id. */
  readonly refersTo?: Referent;
  /** Of an id that the event gives: the word that it is made with from the command's id, where none is told. */
  readonly makes?: string;
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

const field = <Given, Stored = Given>(
  kind: FieldKind,
  schema: TSchema,
  more: Partial<Field> = {},
): Field<Given, Stored> & { readonly isOptional: false } =>
  ({ kind, schema, ...more, isOptional: false }) as Field<Given, Stored> & { readonly isOptional: false };

const datePattern = '^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$';

/** One of the named codes (SCREAMING_SNAKE). Adding a code is an additive change; removing one never happens. */
export const codeOf = <const C extends readonly string[]>(...codes: C) =>
  field<C[number]>('code', Type.Enum([...codes]));

/** A code from a list that the municipality keeps (units, terms): SCREAMING_SNAKE, at most 60 letters. */
export const code = () => field<string>('code', Type.String({ pattern: '^[A-Z][A-Z0-9_]{0,59}$' }));

const idSchema = Type.String({ pattern: '^[0-9a-zA-Z][0-9a-zA-Z.-]{0,79}$' });

/** An opaque id of what the event is about, or gives its id: a uuid, a tenant key, or a uuid with a number (`<subjectId>.<n>`). Never corrected. */
export const id = () => field<string>('id', idSchema);

/** The id of what the event begins: told, or made from the command's id with this word, so that a repeat makes the same. */
export const newId = (word: string) =>
  field<string>('id', idSchema, { makes: word }) as Field<string> & {
    readonly isOptional: false;
    readonly makes: string;
  };

/** The id of something else, recorded elsewhere. Stored as any id; a correction may change it. */
export const ref = (refersTo: Referent) => field<string>('id', idSchema, { refersTo });

/** A local date, Europe/Oslo, `YYYY-MM-DD`. */
export const localDate = () => field<string>('date', Type.String({ pattern: datePattern }));

/** An instant, ISO 8601 in UTC with milliseconds. */
export const instant = () =>
  field<string>('instant', Type.String({ pattern: '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z$' }));

/** A whole number; canonical JSON holds no fractions. Bounds where a read model's column is narrower. */
export const integer = (minimum = Number.MIN_SAFE_INTEGER, maximum = Number.MAX_SAFE_INTEGER) =>
  field<number>('number', Type.Integer({ minimum, maximum }));

export const flag = () => field<boolean>('boolean', Type.Boolean());

/** A SHA-256 in lower-case hex. */
export const digest = () => field<string>('digest', Type.String({ pattern: '^[0-9a-f]{64}$' }));

export const list = <G, S>(element: Field<G, S>) =>
  field<readonly G[], readonly S[]>('list', Type.Array(element.schema, { maxItems: 200 }), { element });

/** A group of fields inside a list, such as the items of a decision. */
export const record = <const F extends Fields>(fields: F) =>
  field<GivenFields<F>, StoredFields<F>>('record', objectSchema(fields), { fields });

export const optional = <F extends Field>(of: F): Optional<F> =>
  ({ ...of, isOptional: true }) as unknown as Optional<F>;

/** Fields that say something of a person: sealed before they leave the process (docs/adr/0010). */
export const personal = {
  text: (options: PersonalOptions) =>
    field<string, Sealed>('text', Type.String({ minLength: 1, maxLength: options.max ?? 4000 }), {
      personal: options,
    }),
  date: (options: PersonalOptions) =>
    field<string, Sealed>('personalDate', Type.String({ pattern: datePattern }), { personal: options }),
};

function objectSchema(fields: Fields): TObject {
  const properties = Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [name, presence(field, field.schema)]),
  );
  return Type.Object(properties, { additionalProperties: false });
}

/** The schema of a field's value as its place in the object takes it: perhaps absent, perhaps null. */
export function presence({ isOptional, isClearable }: Field, value: TSchema): TSchema {
  const schema = isClearable ? Type.Union([value, Type.Null()]) : value;
  return isOptional ? Type.Optional(schema) : schema;
}

/** Turns the stored data of one version into the next one's. Personal fields are sealed, with the place that they open at, and pass unopened. */
export type Upcast = (data: Readonly<Record<string, unknown>>) => Record<string, unknown>;

export interface EventOptions<F extends Fields, Occurs extends keyof F & string = keyof F & string> {
  /** The date field that says when the thing happened; the day of the command where there is none. */
  readonly occurs?: Occurs;
  /** By the version that it lifts: `{ 1: from1to2, 2: from2to3 }`. */
  readonly upcasts?: Readonly<Record<number, Upcast>>;
  /** The same for the changed fields of its corrections, a part of the data; each version that `upcasts` lifts has one here too. */
  readonly correctionUpcasts?: Readonly<Record<number, Upcast>>;
}

export interface EventDeclaration<F extends Fields = Fields, Occurs extends string = string> {
  readonly version: number;
  readonly fields: F;
  /** The JSON Schema of what a decider hands over. */
  readonly schema: TObject;
  readonly occurs?: Occurs;
  readonly upcasts: Readonly<Record<number, Upcast>>;
  readonly correctionUpcasts: Readonly<Record<number, Upcast>>;
}

/** An event at version `n` with these fields. */
export function version<const F extends Fields, const Occurs extends keyof F & string>(
  n: number,
  fields: F,
  options: EventOptions<F, Occurs> = {},
): EventDeclaration<F, Occurs> {
  return {
    version: n,
    fields,
    schema: objectSchema(fields),
    ...(options.occurs !== undefined && { occurs: options.occurs }),
    upcasts: options.upcasts ?? {},
    correctionUpcasts: options.correctionUpcasts ?? {},
  };
}
export const v1 = <const F extends Fields, const Occurs extends keyof F & string>(
  fields: F,
  options?: EventOptions<F, Occurs>,
) => version(1, fields, options);

export const recordedInErrorReasons = [
  'WRONG_PERSON',
  'WRONG_CASE',
  'DUPLICATE',
  'NEVER_HAPPENED',
  'TYPING_ERROR',
  'OTHER',
] as const;
export type RecordedInErrorReason = (typeof recordedInErrorReasons)[number];

type Declarations = Readonly<Record<string, EventDeclaration>>;

/** Every event of one stream category, with the corrections that follow from them. Stored for ever (docs/adr/0004). */
export interface Events<D extends Declarations = Declarations, Owner extends string = string> {
  /** The stream category, one camelCase word: `case`. */
  readonly category: string;
  /** The field, present in every event, that names whose record this is. */
  readonly owner: Owner;
  readonly class: RecordClass;
  readonly declared: D;
  /** All that may be stored in the category: declared events, their `…Corrected`, and `RecordedInErrorMarked`. */
  readonly all: Declarations;
}

/** Declares a category's events. Every event must have the owner's field. */
export function events<const Owner extends string, const D extends Declarations>(
  about: { category: string; owner: Owner; class: RecordClass },
  declared: D & {
    readonly [K in keyof D]: { readonly fields: { readonly [O in Owner]: Field<string, string> } };
  },
): Events<D, Owner> {
  const reason = () => personal.text({ of: about.owner, class: about.class, max: 1000 });
  const corrected = Object.entries(declared as Declarations).map(([name, declaration]) => [
    `${name}Corrected`,
    version(
      declaration.version,
      {
        corrects: id(),
        [about.owner]: id(),
        changed: record(correctable(declaration.fields, about.owner)),
        reason: reason(),
      },
      { upcasts: changedUpcasts(declaration) },
    ),
  ]);
  const all: Declarations = {
    ...(declared as Declarations),
    ...(Object.fromEntries(corrected) as Declarations),
    RecordedInErrorMarked: v1({
      corrects: id(),
      [about.owner]: id(),
      reasonCode: codeOf(...recordedInErrorReasons),
      reason: reason(),
    }),
  };
  return { ...about, declared, all };
}

/** A correction is stored at its event's version and lifted with it. */
function changedUpcasts({ version: n, correctionUpcasts }: EventDeclaration): Record<number, Upcast> {
  const versions = Array.from({ length: Math.max(n - 1, 0) }, (_, index) => index + 1);
  return Object.fromEntries(
    versions.map((from) => {
      const lift = correctionUpcasts[from];
      const upcast: Upcast = (data) =>
        lift ? { ...data, changed: lift(data['changed'] as Record<string, unknown>) } : { ...data };
      return [from, upcast];
    }),
  );
}

/** The fields that a correction may change: all but the ids that say what the event is about. Optional ones may be emptied. */
function correctable(fields: Fields, owner: string): Fields {
  return Object.fromEntries(
    Object.entries(fields)
      .filter(([name, { kind, refersTo }]) => name !== owner && (kind !== 'id' || refersTo !== undefined))
      .map(([name, of]) => [name, { ...of, isOptional: true, isClearable: of.isOptional }]),
  );
}

/** A name of a declared event. */
export type NameIn<E extends Events> = keyof E['declared'] & string;

/** What a decider hands over, corrections included. */
export type FactOf<E extends Events> =
  | {
      [K in NameIn<E>]: { readonly type: K; readonly data: GivenFields<E['declared'][K]['fields']> };
    }[NameIn<E>]
  | CorrectionFact;

/** A correction or annulment as it is handed over; made by `correction()` and `annulment()` alone. */
export interface CorrectionFact {
  readonly type: `${string}Corrected` | 'RecordedInErrorMarked';
  readonly data: Readonly<Record<string, unknown>> & { readonly corrects: string };
}

/** A declared event as it is read back, personal fields sealed, with its id. Folds see these: corrections are already applied. */
export type EventOf<E extends Events> = {
  [K in NameIn<E>]: Recorded<K, StoredFields<E['declared'][K]['fields']>>;
}[NameIn<E>];

/** An event as recorded: what it is, where it stands and under which circumstances it was written. */
export interface Recorded<Type extends string = string, Data = Readonly<Record<string, unknown>>> {
  readonly type: Type;
  readonly data: Data;
  readonly id: string;
  readonly stream: string;
  readonly revision: bigint;
  readonly position: bigint;
  readonly metadata: Metadata;
}

export interface Actor {
  readonly partyId: string;
  readonly role: string;
  readonly unit?: string;
}

/** Another stream that a decision rested on, as it stood then. */
export interface Basis {
  readonly stream: string;
  readonly revision: number;
}

export interface Metadata {
  readonly $correlationId: string;
  readonly $causationId: string;
  readonly municipality: string;
  readonly actor: Actor;
  /** The local date on which the thing happened. */
  readonly occurredOn: string;
  /** The instant at which it was recorded, by the command runner's clock. */
  readonly recordedAt: string;
  readonly schemaVersion: number;
  readonly basis?: readonly Basis[];
  /** HMAC of the command's canonical body under a key of the owner: tells a repeat from another command under the same key. */
  readonly bodyMac?: string;
}

/** `<category>-<tenant>.<id>`: the name under which a stream stands in the log for ever. */
export const streamName = (category: string, tenant: string, streamId: string) =>
  `${category}-${tenant}.${streamId}`;

/** The parts of `<category>-<tenant>.<id>`; undefined for a stream that is none of ours. */
export function partsOf(stream: string): { category: string; tenant: string; id: string } | undefined {
  const match = /^([a-z][a-zA-Z]*)-([0-9a-zA-Z]+)\.(.+)$/.exec(stream);
  return match ? { category: match[1] ?? '', tenant: match[2] ?? '', id: match[3] ?? '' } : undefined;
}
