import { checkChanged, readsSo } from '#event-sourcing/correctable';
import { annulment, correction, type Intent } from '#event-sourcing/decider';
import { revisedBy, standing, standingFact } from '#event-sourcing/effective';
import type { CorrectionFact, Recorded, RecordedInErrorReason } from '#event-sourcing/event';
import { type Grants, relianceOf } from './basis.js';
import { beginningOf, consentOffence } from './consents.js';
import { type CoordinationEvent, type CoordinationFact, readingOf, stateOf } from './coordination.js';
import { coordinationEvents } from './events.js';
import { type Gap, gapAfter } from './gaps.js';
import { planPresupposed } from './group.js';
import { following } from './following.js';
import { ageFaults, type Fault, faults } from './rests-on.js';
import { commonRefusals, offence, type Offence, partyOffence, refuse } from './rule.js';

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
  About & {
    readonly changed: Readonly<Record<string, unknown>>;
    readonly partyIsKnown: boolean;
    /** What the profile says on the day of joining, where a case is named for a member. */
    readonly groupPresupposesPlan?: boolean | undefined;
  }
>;
/** An event, a correction or an annulment that should not have been recorded. */
export type AnnulCoordinationEvent = Intent<
  'AnnulCoordinationEvent',
  About & { readonly reasonCode: RecordedInErrorReason }
>;

/** What the system noticed by itself. */
const notices = [
  'CoordinatorGapDetected',
  'BasisLost',
  'BasisRegained',
] as const satisfies readonly CoordinationEvent['type'][];

const noticeOffence = (target: Recorded): Offence | undefined =>
  notices.some((type) => type === target.type)
    ? offence(
        'coordination/not-correctable',
        'A notice follows from what was recorded. Correct what is behind it, or mark the notice as recorded in error.',
      )
    : undefined;

export function correctEvent(
  { data, today }: CorrectCoordinationEvent,
  history: readonly Recorded[],
): CoordinationFact[] {
  const target = standingFact(history, data.eventId, commonRefusals);
  refuse(noticeOffence(target));
  const { changed } = data;
  checkChanged(coordinationEvents, target.type, changed);
  if (readsSo(history, target.id, changed)) return [];
  const isRefused = data.groupPresupposesPlan === true && bringsCase(target, changed, history);
  refuse(partyOffence(data.partyIsKnown) ?? (isRefused ? planPresupposed : undefined));
  const fact = correction(coordinationEvents, target, changed, data.reason);
  return revised(fact, target, history, today, { ...data, reasonCode: 'OTHER' });
}

/** A member is to rest on a case, or on another one. */
const bringsCase = (
  { id, type }: Recorded,
  { caseId }: CorrectCoordinationEvent['data']['changed'],
  history: readonly Recorded[],
) => type === 'MemberJoinedGroup' && typeof caseId === 'string' && !readsSo(history, id, { caseId });

export function annulEvent(
  { data, today }: AnnulCoordinationEvent,
  history: readonly Recorded[],
): CoordinationFact[] {
  const target = standing(history, data.eventId, commonRefusals);
  const fact = annulment(coordinationEvents, target, data.reasonCode, data.reason);
  return revised(fact, target, history, today, data);
}

/** Accepts a correction or an annulment when the stream, read with it and what follows it, has no fault that it did not have before. */
function revised(
  revision: CorrectionFact,
  target: Recorded,
  history: readonly Recorded[],
  today: string,
  { grants, ...about }: About & { readonly reasonCode: RecordedInErrorReason },
): CoordinationFact[] {
  const root = rootOf(target, history);
  const along = following(revision, root, history, { ...about, today });
  const after = revisedBy(history, [revision, ...along]);
  const all = (stream: readonly Recorded[]) => [
    ...faults(stream, today, grants),
    ...ageFaults(stream, about.birthYear),
  ];
  const [was, is] = [readingOf(root.id, history), readingOf(root.id, after)];
  // An old fault of its own does not excuse it to rest on something else, or from another day.
  const old = all(history).filter(({ event }) => event.id !== root.id || restsAlike(was, is));
  const before = new Set(old.map(keyOf));
  const fresh = all(after).filter((fault) => !before.has(keyOf(fault)));
  refuse(
    fresh.find(({ event }) => event.id === root.id)?.offence ??
      beginningOffence(was, is, after) ??
      gapReadingOffence(is, after, about.birthYear),
  );
  if (fresh.length > 0) {
    refuse(
      offence(
        'coordination/rests-on',
        'Later entries rest on this one. Correct those or mark them as recorded in error first, the newest first.',
      ),
      fresh.map(({ event }) => event),
    );
  }
  return [revision, ...along];
}

const restsAlike = (was: Reading, is: Reading) =>
  JSON.stringify(was && relianceOf(was)) === JSON.stringify(is && relianceOf(is));

/** What is to begin on another day, or again, is held against every withdrawal, whenever it was recorded (invariant 3). */
function beginningOffence(was: Reading, is: Reading, after: readonly Recorded[]): Offence | undefined {
  const [before, now] = [was && beginningOf(was), is && beginningOf(is)];
  return now && now.on !== before?.on ? consentOffence(stateOf(after), now.scope, now.on) : undefined;
}

/** A notice of a gap never reads otherwise than what left it tells, also when it is brought back. */
const gapReadingOffence = (
  is: Reading,
  after: readonly Recorded[],
  birthYear: number | undefined,
): Offence | undefined =>
  is?.type === 'CoordinatorGapDetected' &&
  !tellAlike(is.data, gapAfter(is.data.appointmentId, stateOf(after), birthYear))
    ? offence(
        'coordination/no-gap',
        'The notice would no longer say who is missing since when. Mark the notice itself as recorded in error where it is wrong.',
      )
    : undefined;
const tellAlike = (notice: Omit<Gap, 'appointmentId'>, gap: Gap | undefined) =>
  notice.since === gap?.since && notice.kind === gap.kind;

type Reading = CoordinationEvent | undefined;

const keyOf = ({ event, offence: { code } }: Fault) => `${event.id} ${code}`;

/** The declared event that a correction or an annulment, of whatever depth, is about. */
function rootOf(event: Recorded, history: readonly Recorded[]): Recorded {
  const corrected = history.find(({ id }) => id === event.data['corrects']);
  return corrected ? rootOf(corrected, history) : event;
}
