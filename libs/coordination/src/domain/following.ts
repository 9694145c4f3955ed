import { annulment, correction } from '#event-sourcing/decider';
import type { CorrectionFact, Recorded, RecordedInErrorReason } from '#event-sourcing/event';
import { coordinationEvents } from './events.js';
import { strandedOffence } from './coordinators.js';
import { type CoordinationEvent, effectiveEvents, stateOf } from './coordination.js';
import { gapAfter } from './gaps.js';

/** A correction or an annulment, and the entry that it is about. */
export interface Revision {
  readonly fact: CorrectionFact;
  readonly target: Recorded;
}
export interface Why {
  readonly reason: string;
  readonly reasonCode: RecordedInErrorReason;
}

/** The stream as it will read with these revisions. */
export const revisedBy = (history: readonly Recorded[], revisions: readonly Revision[]): Recorded[] => [
  ...history,
  ...revisions.map(({ fact, target }) => ({
    ...target,
    type: fact.type,
    data: fact.data,
    id: `pending ${target.id}`,
  })),
];

/** What a revision takes along, in the same append: what has no sense without what was revised. */
export function following(
  revision: Revision,
  root: Recorded,
  history: readonly Recorded[],
  { today, birthYear, ...why }: Why & { readonly today: string; readonly birthYear?: number | undefined },
): Revision[] {
  const after = revisedBy(history, [revision]);
  if (whoAndWhen(after) === whoAndWhen(history)) return [];
  const releases = releasesFollowing(after, root, today, why);
  const gaps = gapsFollowing(revisedBy(history, [revision, ...releases]), birthYear, why);
  return [...releases, ...gaps];
}

/** What bears on whether somebody coordinates, and whether somebody should. */
function whoAndWhen(history: readonly Recorded[]): string {
  const { appointments, plans } = stateOf(history);
  return JSON.stringify([appointments, plans]);
}

/** A release that lies ahead came with a successor, and goes with her: nobody is left without because of it. */
function releasesFollowing(
  history: readonly Recorded[],
  root: Recorded,
  today: string,
  why: Why,
): Revision[] {
  const end = stateOf(history);
  return effectiveEvents(history)
    .filter((event) => event.id !== root.id && strandedOffence(event, end, today))
    .map((event) => annulled(event, why));
}

/** A gap follows what left it: it reads as that does now, or was never there. */
function gapsFollowing(history: readonly Recorded[], birthYear: number | undefined, why: Why): Revision[] {
  const state = stateOf(history);
  return effectiveEvents(history).flatMap((event): Revision[] => {
    if (event.type !== 'CoordinatorGapDetected') return [];
    const gap = gapAfter(event.data.appointmentId, state, birthYear);
    if (!gap) return [annulled(event, why)];
    const changed = {
      ...(gap.since !== event.data.since && { since: gap.since }),
      ...(gap.kind !== event.data.kind && { kind: gap.kind }),
    };
    if (Object.keys(changed).length === 0) return [];
    const target = event as unknown as Recorded;
    return [{ target, fact: correction(coordinationEvents, target, changed, why.reason) }];
  });
}

function annulled(event: CoordinationEvent, { reasonCode, reason }: Why): Revision {
  const target = event as unknown as Recorded;
  return { target, fact: annulment(coordinationEvents, target, reasonCode, reason) };
}
