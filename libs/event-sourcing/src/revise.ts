import { checkChanged, readsSo } from './correctable.js';
import { correction } from './decider.js';
import { effective, revises, standingFact } from './effective.js';
import type { CorrectionFact, Events, Recorded, RecordedInErrorReason } from './event.js';
import { type Refusals, Rejection, type Phrase, type Standing } from './refusals.js';

type Data = Recorded['data'];
type Revising = Refusals<'no-such-event' | 'already-annulled' | 'not-correctable' | 'rests-on'>;

/** An event that could not have been recorded as it reads, and why. */
export interface Fault {
  readonly event: Recorded;
  readonly refusal: Rejection;
}

interface Revised {
  readonly eventId: string;
  readonly reason: string;
}
/** Right values in place of wrong ones, as asked for. */
export type Correcting = Revised & { readonly changed: Data };
/** That an event, a correction or an annulment should not have been recorded. */
export type Annulling = Revised & { readonly reasonCode: RecordedInErrorReason };
export type Revision = Correcting | Annulling;

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

/** Tells which events these corrections and annulments speak of in the end. */
export function spokenOf(
  history: readonly Recorded[],
  facts: readonly CorrectionFact[],
): (event: Pick<Recorded, 'id'>) => boolean {
  const targets = history.filter(({ id }) => facts.some(({ data }) => data.corrects === id));
  const spoken = new Set(targets.map((target) => rootOf(target, history).id));
  return ({ id }) => spoken.has(id);
}

/** What a revision breaks: the faults after it for which none of before stands. */
export const broken = (
  before: readonly Fault[],
  after: readonly Fault[],
  isSame: (known: Fault, fault: Fault) => boolean,
): Fault[] => after.filter((fault) => !before.some((known) => isSame(known, fault)));

/** Refuses what is revised where it breaks a rule itself, in the words of that rule; what rests on it is told after this. */
export function refuseItself(faults: readonly Fault[], isSpoken: (event: Recorded) => boolean): void {
  const itself = faults.find(({ event }) => isSpoken(event));
  if (itself) throw itself.refusal;
}

/** Refuses where something rests on what is revised, and names it. */
export function refuseResting(
  { refuseIf }: Revising,
  resting: readonly Standing[],
  because: string | Phrase = '',
): void {
  refuseIf(resting.length > 0, 'rests-on', { because }, resting);
}

/** Why the first of what rests on it would not stand. */
export function whyBroken([first]: readonly Fault[]): Phrase | undefined {
  if (!first) return undefined;
  const { event, refusal } = first;
  return {
    en: ` Otherwise ${event.type} would not stand: ${refusal.phrase.en}`,
    nb: ` Ellers ville en senere oppføring ikke kunne stå: ${refusal.phrase.nb}`,
    nn: ` Elles ville ei seinare oppføring ikkje kunne stå: ${refusal.phrase.nn}`,
  };
}

export const standingOf = ({ id, type, stream }: Pick<Recorded, 'id' | 'type' | 'stream'>): Standing => ({
  eventId: id,
  type,
  stream,
});
