import type { Delivery, RuleTables } from '#deadlines';
import { id } from '#event-sourcing/event';
import { type Step as AnyStep, stepsOf } from '#event-sourcing/step';
import type { ItemCode } from '#vocabulary';
import type { ComplaintRule } from './codes.js';
import type { Complaint } from './complaint.js';

/** In every event: the complaint, and whose matter it is about. */
export const about = { complaintId: id(), subjectId: id() };
type About = typeof about;
/** Whose the texts are: what is complained of is the person's, as the case is. */
export const of = { of: 'subjectId', class: 'CASE' } as const;

/** A decision that somebody complains of, as the case has it. */
export interface Complained {
  readonly decisionId: string;
  readonly decidedOn: string;
  readonly decidedBy: string;
  /** Who recorded it. */
  readonly deciderId: string;
  /** What it answers; an item without a rule is no statutory right. */
  readonly answers: readonly { readonly item: ItemCode; readonly rule: ComplaintRule | undefined }[];
  /** How it reached each who receives for the person. */
  readonly deliveries: readonly Delivery[];
}

/** What a meeting came to in the case. */
export interface AtMeeting {
  readonly kind: 'UNIT' | 'BOARD' | undefined;
  readonly heldOn: string | undefined;
  readonly treatment: string | undefined;
}

/** What was asked elsewhere of what a step, or the complaint that it is of, names. */
export interface Asked {
  /** Of the case that is named: whether it is there, and is this person's. */
  readonly caseIsTheirs?: boolean | undefined;
  /** The decision that is complained of; undefined where none is named, or there is none. */
  readonly complained?: Complained | undefined;
  /** The case's decisions since that one. */
  readonly since?: readonly Pick<Complained, 'decisionId' | 'decidedOn'>[] | undefined;
  /** Those who take no part in the case (fvl § 6). */
  readonly disqualified?: readonly string[] | undefined;
  /** When the complaint that is named was dismissed as late; undefined where it was not. */
  readonly dismissedOn?: string | undefined;
  readonly meeting?: AtMeeting | undefined;
  /** The versions of rules that the municipality computes by. */
  readonly tables?: RuleTables | undefined;
  readonly actorId?: string | undefined;
}

export type Step = AnyStep<Complaint, undefined, Asked, About>;
export const step = stepsOf<Complaint, undefined, Asked, About>();
