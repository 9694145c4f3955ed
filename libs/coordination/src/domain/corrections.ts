import { checkChanged, readsSo } from '#event-sourcing/correctable';
import { annulment, correction, type Intent, Rejection } from '#event-sourcing/decider';
import { annotated, revises } from '#event-sourcing/effective';
import type { Recorded, RecordedInErrorReason } from '#event-sourcing/event';
import type { Grants } from './basis.js';
import type { CoordinationFact } from './coordination.js';
import { coordinationEvents } from './events.js';
import { following, revisedBy, type Revision } from './following.js';
import { ageFaults, type Fault, faults } from './rests-on.js';
import { offence, partyOffence, refuse } from './rule.js';

interface About {
  readonly subjectId: string;
  readonly eventId: string;
  readonly reason: string;
  /** What the cases named in the stream say now. */
  readonly grants: Grants;
  /** What the person's own stream said, if it is known. */
  readonly birthYear?: number | undefined;
}
/** Right values for some fields of an event. `partyIsKnown`: whom they name is registered. */
export type CorrectCoordinationEvent = Intent<
  'CorrectCoordinationEvent',
  About & { readonly changed: Readonly<Record<string, unknown>>; readonly partyIsKnown: boolean }
>;
/** An event, a correction or an annulment that should not have been recorded. */
export type AnnulCoordinationEvent = Intent<
  'AnnulCoordinationEvent',
  About & { readonly reasonCode: RecordedInErrorReason }
>;

export function correctEvent(
  { data, today }: CorrectCoordinationEvent,
  history: readonly Recorded[],
): CoordinationFact[] {
  const target = standing(data.eventId, history);
  if (target.type === 'CoordinatorGapDetected') {
    refuse(
      offence(
        'coordination/not-correctable',
        'A gap follows from who coordinated when. Correct the release or the appointment behind it, or mark the gap as recorded in error.',
      ),
    );
  }
  if (revises(target)) {
    refuse(
      offence(
        'coordination/not-correctable',
        'A correction cannot itself be corrected: correct the event again, or mark the correction as recorded in error.',
      ),
    );
  }
  const { changed } = data;
  checkChanged(coordinationEvents, target.type, changed);
  if (readsSo(history, target.id, changed)) return [];
  refuse(partyOffence(data.partyIsKnown));
  const fact = correction(coordinationEvents, target, changed, data.reason);
  return revised({ fact, target }, history, today, { ...data, reasonCode: 'OTHER' });
}

export function annulEvent(
  { data, today }: AnnulCoordinationEvent,
  history: readonly Recorded[],
): CoordinationFact[] {
  const target = standing(data.eventId, history);
  const fact = annulment(coordinationEvents, target, data.reasonCode, data.reason);
  return revised({ fact, target }, history, today, data);
}

/** The event, when it is there and not annulled. */
function standing(eventId: string, history: readonly Recorded[]): Recorded {
  const entry = annotated(history).find(({ event }) => event.id === eventId);
  if (!entry) throw new Rejection('coordination/no-such-event', 'This person has no such event.');
  if (entry.annulledBy) {
    throw new Rejection(
      'coordination/already-annulled',
      'The event was marked as recorded in error already. To bring it back, mark that mark as recorded in error.',
    );
  }
  return entry.event;
}

/** Accepts a correction or an annulment when the stream, read with it and what follows it, has no fault that it did not have before. */
function revised(
  revision: Revision,
  history: readonly Recorded[],
  today: string,
  { grants, ...about }: About & { readonly reasonCode: RecordedInErrorReason },
): CoordinationFact[] {
  const root = rootOf(revision.target, history);
  const along = following(revision, root, history, { ...about, today });
  const after = revisedBy(history, [revision, ...along]);
  const all = (stream: readonly Recorded[]) => [
    ...faults(stream, today, grants),
    ...ageFaults(stream, about.birthYear),
  ];
  const before = new Set(all(history).map(keyOf));
  const fresh = all(after).filter((fault) => !before.has(keyOf(fault)));
  refuse(fresh.find(({ event }) => event.id === root.id)?.offence);
  if (fresh.length > 0) {
    refuse(
      offence(
        'coordination/rests-on',
        'Later entries rest on this one. Correct those or mark them as recorded in error first, the newest first.',
      ),
      fresh.map(({ event }) => event),
    );
  }
  return [revision, ...along].map(({ fact }) => fact);
}

const keyOf = ({ event, offence: { code } }: Fault) => `${event.id} ${code}`;

/** The declared event that a correction or an annulment, of whatever depth, is about. */
function rootOf(event: Recorded, history: readonly Recorded[]): Recorded {
  const corrected = history.find(({ id }) => id === event.data['corrects']);
  return corrected ? rootOf(corrected, history) : event;
}
