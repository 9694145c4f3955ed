import { id } from '#event-sourcing/event';
import { type SaidIn as SaidOf, type Step as AnyStep, stepsOf } from '#event-sourcing/step';
import type { Fields } from '#event-sourcing/event';
import type { AskedOfDisposal } from '#vocabulary';
import type { Meeting } from './meeting.js';

/** In every event: the meeting. */
export const about = { meetingId: id() };
type About = typeof about;
/** Texts about nobody in the register are the meeting's own; those about one person are sealed under that person's key. */
export const own = { of: 'meetingId', class: 'RECORD' } as const;
export const ofPerson = { of: 'subjectId', class: 'CASE' } as const;

export type SaidIn<F extends Fields> = SaidOf<F, About>;

/** A case as it may be put on an agenda. */
export interface AskedCase {
  /** Undefined where there is no such case. */
  readonly subjectId: string | undefined;
  /** Neither withdrawn, declined nor closed; what is decided may be amended. */
  readonly waits: boolean;
  /** Whether the unit has recommended an answer. */
  readonly isRecommended: boolean;
  /** Who is disqualified in it, each from a day on (fvl § 6). */
  readonly disqualified: readonly { readonly partyId: string; readonly disqualifiedOn: string }[];
}
/** The board as it is on a day. */
export interface AskedBoard {
  /** Members and substitutes. */
  readonly members: readonly string[];
  readonly quorum: number | undefined;
}
/** Who leads the meetings of the unit, where the municipality says that somebody does by role (F27). */
export interface AskedLeader {
  /** Undefined where nobody holds that role on the day. */
  readonly partyId: string | undefined;
}
/** What was asked elsewhere; undefined where the step asks for none of it. */
export interface Asked {
  readonly case?: AskedCase | undefined;
  readonly board?: AskedBoard | undefined;
  readonly disposal?: AskedOfDisposal | undefined;
  readonly leader?: AskedLeader | undefined;
  /** Whoever led the meeting works here no more on the day. */
  readonly leaderHasLeft?: boolean | undefined;
}

export type Step = AnyStep<Meeting, undefined, Asked, About>;
export const step = stepsOf<Meeting, undefined, Asked, About>();
