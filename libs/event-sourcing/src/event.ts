import { type CodeIn, codeList, partOf, same } from './codes.js';
import {
  codeOf,
  type Field,
  type Fields,
  type GivenFields,
  id,
  objectSchema,
  personal,
  record,
  type RecordClass,
  type StoredFields,
} from './fields.js';
import type { ObjectSchema } from './json-schema.js';
import type { Recorded } from './recorded.js';

export * from './fields.js';
export * from './recorded.js';

/** Turns the stored data of one version into the next one's. Personal fields are sealed, with the place that they open at, and pass unopened. */
export type Upcast = (data: Readonly<Record<string, unknown>>) => Record<string, unknown>;

/** Leaves a field out, whatever it holds. */
export const withoutField =
  (name: string): Upcast =>
  (data) =>
    Object.fromEntries(Object.entries(data).filter(([field]) => field !== name));

export interface EventOptions<F extends Fields, Occurs extends keyof F & string = keyof F & string> {
  /** The date field that says when the thing happened; the day of the command where there is none. */
  readonly occurs?: Occurs;
  /** What the system notes by itself of what others recorded: whoever saw the stream before it has seen all that anybody said. */
  readonly isNotice?: true;
  /** By the version that it lifts: `{ 1: from1to2, 2: from2to3 }`. */
  readonly upcasts?: Readonly<Record<number, Upcast>>;
  /** The same for the changed fields of its corrections, a part of the data; each version that `upcasts` lifts has one here too. */
  readonly correctionUpcasts?: Readonly<Record<number, Upcast>>;
}

export interface EventDeclaration<F extends Fields = Fields, Occurs extends string = string> {
  readonly version: number;
  readonly fields: F;
  /** The JSON Schema of what a decider hands over. */
  readonly schema: ObjectSchema;
  readonly occurs?: Occurs;
  readonly isNotice?: true;
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
    ...(options.isNotice && { isNotice: options.isNotice }),
    upcasts: options.upcasts ?? {},
    correctionUpcasts: options.correctionUpcasts ?? {},
  };
}
export const v1 = <const F extends Fields, const Occurs extends keyof F & string>(
  fields: F,
  options?: EventOptions<F, Occurs>,
) => version(1, fields, options);

/** The day on which it happened; undefined where the declaration names no field for it. */
export function dayIn(
  declaration: Pick<EventDeclaration, 'occurs'> | undefined,
  data: Readonly<Record<string, unknown>>,
): string | undefined {
  const day = declaration?.occurs === undefined ? undefined : data[declaration.occurs];
  return typeof day === 'string' ? day : undefined;
}

export const recordedInErrorReasons = codeList('recordedInErrorReason', {
  WRONG_PERSON: same('feil person'),
  WRONG_CASE: same('feil sak'),
  DUPLICATE: ['registrert to ganger', 'registrert to gonger'],
  NEVER_HAPPENED: ['har ikke skjedd', 'har ikkje hendt'],
  TYPING_ERROR: same('skrivefeil'),
  OTHER: ['annet', 'anna'],
  /** With the whole import that it came in by; nobody says it of a single event. */
  IMPORT_TAKEN_BACK: ['importen er tatt tilbake', 'importen er teken tilbake'],
});
/** Those that somebody may give. */
export const toldInErrorReasons = partOf(
  recordedInErrorReasons,
  'WRONG_PERSON',
  'WRONG_CASE',
  'DUPLICATE',
  'NEVER_HAPPENED',
  'TYPING_ERROR',
  'OTHER',
);
export type RecordedInErrorReason = CodeIn<typeof recordedInErrorReasons>;

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
        ...Object.fromEntries(
          ownersIn(declaration.fields).map((owner) => [owner, declaration.fields[owner] ?? id()]),
        ),
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
      reasonCode: codeOf(recordedInErrorReasons),
      reason: reason(),
    }),
  };
  return { ...about, declared, all };
}

/** The fields that name whose the personal fields are; a correction of one names them too. */
const ownersIn = (fields: Fields): string[] => [
  ...new Set(
    Object.values(fields).flatMap(({ personal: one, element, fields: inner }) => [
      ...(one ? [one.of] : []),
      ...(element ? ownersIn({ element }) : []),
      ...(inner ? ownersIn(inner) : []),
    ]),
  ),
];

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

/** The fields that a correction may change: all but the ids that say what the event is about, and the number it gives. Optional ones may be emptied. */
function correctable(fields: Fields, owner: string): Fields {
  return Object.fromEntries(
    Object.entries(fields)
      .filter(([name, { kind }]) => name !== owner && kind !== 'serial')
      .filter(([, { kind, refersTo }]) => kind !== 'id' || refersTo !== undefined)
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
