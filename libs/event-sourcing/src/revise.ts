import { checkChanged, readsSo } from './correctable.js';
import { correction } from './decider.js';
import { effective, revises, standingFact } from './effective.js';
import type { CorrectionFact, Events, Recorded } from './event.js';
import { type Refusals, Rejection, type Said, type Standing } from './refusals.js';

type Data = Recorded['data'];
type Revising = Refusals<'no-such-event' | 'already-annulled' | 'not-correctable' | 'rests-on'>;

/** An event that could not have been recorded as it reads, and why. */
export interface Fault {
  readonly event: Recorded;
  readonly refusal: Rejection;
}

/** A correction as it was asked for. */
export interface Correcting {
  readonly eventId: string;
  readonly changed: Data;
  readonly reason: string;
}

/** The event to be corrected, as it reads now, with the correction; undefined where it reads so already. Refuses what no correction can say. */
export function correctionOf(
  events: Events,
  refusals: Revising,
  { eventId, changed, reason }: Correcting,
  history: readonly Recorded[],
): { readonly target: Recorded; readonly now: Data; readonly fact: CorrectionFact } | undefined {
  const target = standingFact(history, eventId, refusals);
  checkChanged(events, target.type, changed);
  if (readsSo(history, eventId, changed)) return undefined;
  const now = effective(history).find(({ id }) => id === eventId)?.data ?? {};
  return { target, now, fact: correction(events, target, changed, reason) };
}

/** The event that a chain of annulments and corrections speaks of in the end. */
export function rootOf(event: Recorded, history: readonly Recorded[]): Recorded {
  const corrected = revises(event) && history.find(({ id }) => id === event.data['corrects']);
  return corrected ? rootOf(corrected, history) : event;
}

/** What the rule says against it; undefined where it says nothing. */
export function refusalIn(rule: () => void): Rejection | undefined {
  try {
    rule();
    return undefined;
  } catch (error) {
    if (error instanceof Rejection) return error;
    throw error;
  }
}

/** Refuses where something rests on what is revised, and names it. */
export function refuseResting(
  { refuseIf }: Revising,
  resting: readonly Standing[],
  because: string | Said = '',
): void {
  refuseIf(resting.length > 0, 'rests-on', { because }, resting);
}

export const standingOf = ({ id, type, stream }: Pick<Recorded, 'id' | 'type' | 'stream'>): Standing => ({
  eventId: id,
  type,
  stream,
});
