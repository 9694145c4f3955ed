import type { Events, NameIn, Sealed, StoredFields } from '#event-sourcing/event';

type Leaf = string | number | boolean;

/** Paths to what stands readable in a stored event: `decisionId`, `items.outcome`. What is sealed has none. */
export type OpenPath<Stored> = {
  [K in keyof Stored & string]-?: PathAt<K, NonNullable<Stored[K]>>;
}[keyof Stored & string];
type PathAt<K extends string, Held> = Held extends Sealed
  ? never
  : Held extends Leaf
    ? K
    : Held extends readonly (infer One)[]
      ? One extends Leaf
        ? K
        : `${K}.${OpenPath<One>}`
      : `${K}.${OpenPath<Held>}`;

/** Paths to whatever stands in a stored event, what is sealed too. */
export type AnyPath<Stored> = {
  [K in keyof Stored & string]-?: AnyPathAt<K, NonNullable<Stored[K]>>;
}[keyof Stored & string];
type AnyPathAt<K extends string, Held> = Held extends Leaf | Sealed
  ? K
  : Held extends readonly (infer One)[]
    ? One extends Leaf
      ? K
      : `${K}.${AnyPath<One>}`
    : `${K}.${AnyPath<Held>}`;

/** What one version of a public event shows, beside the day on which it happened, whom it is about and which unit acted: never taken back once it is out. */
export interface Shown<Path extends string = string> {
  readonly fields: readonly Path[];
  /** Shown only to a grant that may know who has a plan. */
  readonly plan?: readonly Path[];
}

/** A recorded event that others are told of. */
export interface Published<Path extends string = string, Any extends string = string> extends Shown<Path> {
  /** The last word of its type: `decision-made`. */
  readonly name: string;
  /** English, bokmål, nynorsk. */
  readonly says: readonly [en: string, nb: string, nn: string];
  /** What is not sent, and fetched by whom the grant lets: never who somebody is beside the person (docs/adr/0078). */
  readonly details?: readonly Any[];
  /** Its mere being there tells that somebody has a plan, or may have one. */
  readonly revealsPlan?: true;
  /** What whoever holds earlier events has to do: such events are in every grant. */
  readonly consumerMust?: 'MERGE_PERSON' | 'DELETE_PERSON';
  /** Versions after the first, which stays beside them. */
  readonly next?: readonly Shown<Path>[];
}

/** A recorded event that nobody outside is told of, and why. */
export interface Withheld {
  readonly withheld: string;
}
export type Decided<Path extends string = string, Any extends string = string> =
  Published<Path, Any> | Withheld;

/** One decision for each event that can be recorded in a category: one that lacks does not compile. */
export type Table<E extends Events> = {
  readonly [K in NameIn<E>]: Decided<
    OpenPath<StoredFields<E['declared'][K]['fields']>>,
    AnyPath<StoredFields<E['declared'][K]['fields']>>
  >;
};

export const isPublished = (decided: Decided): decided is Published => 'name' in decided;
