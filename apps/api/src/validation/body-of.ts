import type { EventDeclaration, Field, FieldKind, Fields, GivenFields } from '#event-sourcing';
import { fixedListOf } from './codes.js';
import {
  Code,
  CodeOf,
  Digest,
  Flag,
  ListOfCodes,
  ListOfFreeCodes,
  ListOfIds,
  LocalDate,
  MunicipalityNo,
  OpaqueId,
  OptionalField,
  PersonalText,
} from './decorators.js';

/** How a body takes a field: what OpenAPI says of it, beside what its declaration says. */
export interface Taking {
  readonly says?: string;
  /** It may be left out although the event has it: something else follows then. */
  readonly usual?: true;
  /** It may not be left out although the event may lack it. */
  readonly needed?: true;
  /** Fewest elements of a list. */
  readonly min?: number;
  /** A text of one line. */
  readonly isLine?: true;
}
type Takings<F extends Fields> = { readonly [K in keyof F]?: Taking };

/** Nothing to say beside the declaration. */
export const plain = {} as const satisfies Taking;
export const says = (text: string) => ({ says: text }) as const;
/** May be left out; the text says what follows then. */
export const usual = (text: string) => ({ says: text, usual: true }) as const;
/** May not be left out, although the event may lack it. */
export const needed = (text: string) => ({ says: text, needed: true }) as const;
/** A personal text of one line, such as a name. */
export const oneLine = { isLine: true } as const satisfies Taking;
export const todayUnlessTold = usual('Today unless told');

type MayBeLeft<F, T> = T extends { readonly needed: true }
  ? false
  : F extends { readonly isOptional: true }
    ? true
    : T extends { readonly usual: true }
      ? true
      : false;
type Given<F extends Fields, K extends keyof F> = Exclude<
  GivenFields<F>[K & keyof GivenFields<F>],
  undefined
>;
/** What a body of these fields holds once it is checked. */
export type BodyOf<F extends Fields, T extends Takings<F>> = {
  readonly [K in keyof T & keyof F as MayBeLeft<F[K], T[K]> extends true ? never : K]: Given<F, K>;
} & {
  readonly [K in keyof T & keyof F as MayBeLeft<F[K], T[K]> extends true ? K : never]?: Given<F, K>;
};

/**
 * A class of the event's fields that are named, for a body to extend: each is checked and documented as its event declares it,
 * with the same decorators as a field written by hand. A field that is not named is none of the body's.
 */
export function bodyOf<F extends Fields, const T extends Takings<F>>(
  { fields }: Pick<EventDeclaration<F>, 'fields'>,
  takings: T & { readonly [K in Exclude<keyof T, keyof F>]: never },
): new () => BodyOf<F, T> {
  class Taken {}
  for (const [name, taking] of Object.entries<Taking | undefined>(takings)) {
    const field = fields[name];
    if (field === undefined || taking === undefined) throw new Error(`The event has no field ${name}`);
    decoratorOf(field, taking)(Taken.prototype, name);
    if (taking.needed !== true && (field.isOptional || taking.usual)) OptionalField()(Taken.prototype, name);
  }
  return Taken as new () => BodyOf<F, T>;
}

function decoratorOf(field: Field, { says: description, min, isLine }: Taking): PropertyDecorator {
  const codes = fixedListOf(field);
  const list = { min, description };
  if (codes) return CodeOf(codes, description);
  if (field.kind === 'code') return Code(field.codes, description);
  if (field.element) return decoratorOfList(field.element, list);
  if (field.personal && field.kind === 'text') {
    return PersonalText(field.personal.max ?? 4000, { lines: isLine !== true, description });
  }
  const decorator = decorators[field.kind];
  if (decorator) return decorator(description);
  throw new Error(`A body takes no ${field.kind} from an event: write the field by hand`);
}

const decorators: Readonly<Partial<Record<FieldKind, (description?: string) => PropertyDecorator>>> = {
  id: OpaqueId,
  municipalityNo: MunicipalityNo,
  date: LocalDate,
  personalDate: LocalDate,
  boolean: Flag,
  digest: Digest,
  personalDigest: Digest,
};

function decoratorOfList(element: Field, list: Parameters<typeof ListOfIds>[0]): PropertyDecorator {
  const codes = fixedListOf(element);
  if (codes) return ListOfCodes(codes, list);
  if (element.kind === 'code') return ListOfFreeCodes(element.codes, list);
  if (element.kind === 'id') return ListOfIds(list);
  throw new Error(`A body takes no list of ${element.kind} from an event: write the field by hand`);
}
