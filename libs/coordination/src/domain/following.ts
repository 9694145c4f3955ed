import { annulment, correction } from '#event-sourcing/decider';
import { revisedBy } from '#event-sourcing/effective';
import type { CorrectionFact, Recorded, RecordedInErrorReason } from '#event-sourcing/event';
import { type CoordinationEvent, coordinationEvents } from './events.js';
import { gapAfter } from './gaps.js';
import { effectiveEvents, readingOf, stateOf } from './rules.js';
import { stranded } from './steps/coordinators.js';

export interface Why {
  readonly reason: string;
  readonly reasonCode: RecordedInErrorReason;
}

/** What a revision takes along, in the same append: what has no sense without what was revised. */
export function following(
  revision: CorrectionFact,
  root: Recorded,
  history: readonly Recorded[],
  { today, birthYear, ...why }: Why & { readonly today: string; readonly birthYear?: number | undefined },
): CorrectionFact[] {
  const revised = revisedBy(history, [revision]);
  const ends = [...endsFollowing(revised, root, why), ...declineFollowing(history, revised, root, why)];
  const after = revisedBy(history, [revision, ...ends]);
  if (whoAndWhen(after) === whoAndWhen(history)) return ends;
  const moved = handoverFollowing(history, after, root, today, why);
  const released = releasesFollowing(revisedBy(after, moved), root, today, why);
  const gaps = gapsFollowing(revisedBy(after, [...moved, ...released]), birthYear, why);
  return [...ends, ...moved, ...released, ...gaps];
}

/** An end that nobody told was recorded with what it ends, and goes with it; so does what a no ended. */
function endsFollowing(after: readonly Recorded[], root: Recorded, why: Why): CorrectionFact[] {
  const { id, metadata } = root;
  if (readingOf(id, after)) return [];
  return effectiveEvents(after)
    .filter(({ data }) => isDecline(root) || ('endsByThen' in data && data.endsByThen === true))
    .filter((end) => end.metadata.$causationId === metadata.$causationId)
    .map((end) => annulled(end, why));
}

/** What the person's no ended, it ended on its day. */
function declineFollowing(
  history: readonly Recorded[],
  after: readonly Recorded[],
  { id, metadata }: Recorded,
  why: Why,
): CorrectionFact[] {
  const [was, is] = [history, after].map((read) => readingOf(id, read)).map(dayOfDecline);
  if (was === undefined || is === undefined || was === is) return [];
  return effectiveEvents(after)
    .filter((end) => end.metadata.$causationId === metadata.$causationId)
    .flatMap((end) => {
      if (end.type === 'PlanClosed') return [corrected(end, { closedOn: is }, why)];
      const isOfDay = end.type === 'CoordinatorReleased' && end.data.releasedOn === was;
      return isOfDay ? [corrected(end, { releasedOn: is }, why)] : [];
    });
}
const isDecline = ({ type }: Pick<Recorded, 'type'>) =>
  type === 'PlanDeclined' || type === 'CoordinatorDeclined';
const dayOfDecline = (event: CoordinationEvent | undefined) =>
  event?.type === 'PlanDeclined' || event?.type === 'CoordinatorDeclined' ? event.data.declinedOn : undefined;

/** What bears on whether somebody coordinates, and whether somebody should. */
function whoAndWhen(history: readonly Recorded[]): string {
  const { appointments, plans, choices } = stateOf(history);
  return JSON.stringify([appointments, plans, choices]);
}

/** A handover to come is one step: when the successor's first day moves, the release recorded with it moves too. */
function handoverFollowing(
  history: readonly Recorded[],
  after: readonly Recorded[],
  { id, metadata }: Recorded,
  today: string,
  why: Why,
): CorrectionFact[] {
  const [was, is] = [firstDayIn(history, id), firstDayIn(after, id)];
  if (was === undefined || is === undefined || was === is || was <= today) return [];
  return effectiveEvents(after)
    .filter(({ type, data }) => type === 'CoordinatorReleased' && data.releasedOn === was)
    .filter((release) => release.metadata.$causationId === metadata.$causationId)
    .map((release) => corrected(release, { releasedOn: is }, why));
}

/** Of the appointment that this event made, if it did and stands. */
function firstDayIn(history: readonly Recorded[], eventId: string): string | undefined {
  const event = readingOf(eventId, history);
  return event?.type === 'CoordinatorAppointed' ? event.data.validFrom : undefined;
}

/** A release that lies ahead came with a successor, and goes with her: nobody is left without because of it. */
function releasesFollowing(
  history: readonly Recorded[],
  root: Recorded,
  today: string,
  why: Why,
): CorrectionFact[] {
  const left = stranded(stateOf(history), today).map(({ appointmentId }) => appointmentId);
  return effectiveEvents(history)
    .filter(
      ({ id, type, data }) =>
        id !== root.id && type === 'CoordinatorReleased' && left.includes(data.appointmentId),
    )
    .map((event) => annulled(event, why));
}

/** A gap follows what left it: it reads as that does now, or was never there. */
function gapsFollowing(
  history: readonly Recorded[],
  birthYear: number | undefined,
  why: Why,
): CorrectionFact[] {
  const state = stateOf(history);
  return effectiveEvents(history).flatMap((event): CorrectionFact[] => {
    if (event.type !== 'CoordinatorGapDetected') return [];
    const gap = gapAfter(event.data.appointmentId, state, birthYear);
    if (!gap) return [annulled(event, why)];
    const changed = {
      ...(gap.since !== event.data.since && { since: gap.since }),
      ...(gap.kind !== event.data.kind && { kind: gap.kind }),
    };
    return Object.keys(changed).length === 0 ? [] : [corrected(event, changed, why)];
  });
}

function corrected(
  event: CoordinationEvent,
  changed: Readonly<Record<string, unknown>>,
  { reason }: Why,
): CorrectionFact {
  return correction(coordinationEvents, event as unknown as Recorded, changed, reason);
}

function annulled(event: CoordinationEvent, { reasonCode, reason }: Why): CorrectionFact {
  return annulment(coordinationEvents, event as unknown as Recorded, reasonCode, reason);
}
