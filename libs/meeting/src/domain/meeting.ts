import type { OwnDisposal } from '#vocabulary';
import type { MeetingKind, Treatment } from './codes.js';

/** A case on the agenda, and what became of it. */
export interface AgendaCase {
  readonly subjectId: string;
  readonly putOn: string;
  readonly treatment: Treatment | undefined;
}

/** What decisions look at of a meeting that is planned. */
export interface Planned {
  readonly status: 'planned' | 'held' | 'cancelled';
  readonly kind: MeetingKind;
  readonly meetsOn: string;
  /** By case, in the order in which they were put on. */
  readonly cases: Readonly<Record<string, AgendaCase>>;
  readonly fixedOn: string | undefined;
  /** Who was there, once it was held. */
  readonly present: readonly string[];
  /** Who led it, where that is told. */
  readonly ledBy: string | undefined;
  /** How many it takes; undefined where any number will do. */
  readonly quorum: number | undefined;
  readonly minutesOn: string | undefined;
  readonly approvedOn: string | undefined;
  readonly cancelledOn: string | undefined;
  readonly disposal: OwnDisposal;
}
export type Meeting = { readonly status: 'absent' } | Planned;

export const initialState: Meeting = { status: 'absent' };

/** Since when nobody writes anything more in it: the protocol is approved, or the meeting was cancelled. */
export const settledOn = ({ approvedOn, cancelledOn }: Planned): string | undefined =>
  approvedOn ?? cancelledOn;

/** What another context knows of a case at a meeting. */
export interface AtMeeting {
  /** Undefined where no such meeting was planned. */
  readonly kind: MeetingKind | undefined;
  /** Undefined until it was held. */
  readonly heldOn: string | undefined;
  /** Undefined until the case was treated. */
  readonly treatment: Treatment | undefined;
  /** Since when the case is on the agenda; undefined where it is not. */
  readonly putOn: string | undefined;
  /** Undefined until the protocol was approved. */
  readonly approvedOn: string | undefined;
}

export function atMeeting(meeting: Meeting, caseId: string): AtMeeting {
  const planned = meeting.status === 'absent' ? undefined : meeting;
  const one = planned?.cases[caseId];
  return {
    kind: planned?.kind,
    heldOn: planned?.status === 'held' ? planned.meetsOn : undefined,
    treatment: one?.treatment,
    putOn: one?.putOn,
    approvedOn: planned?.approvedOn,
  };
}
