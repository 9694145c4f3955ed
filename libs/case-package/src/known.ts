import type { CodeIn } from '#event-sourcing/codes';
import type { packageEntries } from '#vocabulary';
import type { KnownPlan } from './plans.js';

export type Language = 'nb' | 'nn';
export type EntryCode = CodeIn<typeof packageEntries>;

/** One entry of the audit trail, in words. */
export interface ToldEvent {
  readonly eventId: string;
  readonly type: string;
  readonly title: string;
  /** As it reads now. */
  readonly sentence: string;
  readonly occurredOn: string;
  /** When it was recorded and by whom, in words. */
  readonly recorded: string;
  /** That it was recorded in error, and every correction, in words. */
  readonly notes: readonly string[];
  readonly isStruckOut: boolean;
  /** Of another complaint than the one that the package is for. */
  readonly isBeside: boolean;
}

/** A document that was filed, from outside or sent. */
export interface FiledDocument {
  readonly documentId: string;
  readonly documentDate: string;
  readonly kind: string;
  /** What it is, its title, from whom and to whom, in words. */
  readonly inWords: string;
  /** Of its file, without a number: its date and what it is. */
  readonly fileName: string;
  /** On which ground it is left out; undefined where it lies in the package. */
  readonly leftOut: string | undefined;
}

/** A rule of deadlines as it was in force. */
export interface RuleThen {
  readonly name: string;
  readonly legalBasis: string;
  readonly period: string;
  readonly version: string;
}

/** What the law gave a right to on a day, in words: on which sections, where certain conditions are met. */
export interface RightThen {
  readonly item: string;
  readonly sections: readonly string[];
  readonly conditions: readonly string[];
}

/** The law as it was on the day of the decision; without a decision, of the extract. */
export interface LawThen {
  readonly day: string;
  readonly rights: readonly RightThen[];
  /** What the municipality cites that was in force, and since when if that is known. */
  readonly cited: readonly { readonly name: string; readonly since: string | undefined }[];
}

/** What is known of a case, and of a complaint about it where there is one, for the package. */
export interface Known {
  readonly events: readonly ToldEvent[];
  readonly documents: readonly FiledDocument[];
  /** Whether it is a package for a complaint, and whether a period to complain runs of what that is about; undefined at a rehearsal. */
  readonly complaint: { readonly hasPeriod: boolean } | undefined;
  /** The decision that is complained of, else the one in force. */
  readonly decision: { readonly decidedOn: string; readonly decidedBy: string } | undefined;
  /** By what the deciding body could decide, in words; undefined where nothing is recorded. */
  readonly delegation: string | undefined;
  readonly rules: readonly RuleThen[];
  /** How each period came about, in words. */
  readonly periods: readonly string[];
  readonly law: LawThen;
  readonly plans: readonly KnownPlan[];
  /** What the municipality says to the complaint, beside what is recorded. */
  readonly statement: string | undefined;
  /** Why something lacks, by entry. */
  readonly explanations: ReadonlyMap<EntryCode, string>;
  /** What else is left out, each with its ground, in words. */
  readonly leftOut: readonly string[];
}

/** What stands above it. */
export interface Heading {
  readonly language: Language;
  readonly municipality: string;
  readonly person: string;
  readonly caseNumber: string | undefined;
  /** The day of the extract, and for whom it was made. */
  readonly madeOn: string;
  readonly madeBy: string;
  /** The last entry that it tells of, in words. */
  readonly upTo: string;
}
