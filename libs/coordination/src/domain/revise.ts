import { annulment } from '#event-sourcing/decider';
import { revisedBy, standing, standingFact } from '#event-sourcing/effective';
import type { CorrectionFact, Recorded } from '#event-sourcing/event';
import {
  broken,
  correctionOf,
  type Fault,
  refuseItself,
  refuseResting,
  rootOf,
  spokenOf,
  standingOf,
  whyBroken,
} from '#event-sourcing/revise';
import { refuseAfterDeath } from './after-death.js';
import { basisRefusals } from './basis.js';
import { refuseUnconsented } from './consent.js';
import { type CoordinationEvent, coordinationEvents, stepOf } from './events.js';
import { following } from './following.js';
import { type Gap, gapAfter } from './gaps.js';
import type { AnnulCoordinationEvent, CorrectCoordinationEvent } from './intents.js';
import { datesHold, faultsIn, readingOf, relianceOf, stateOf } from './rules.js';
import { noticeRefusals } from './steps/notices.js';

const { refuseIf } = basisRefusals;

export function correct(
  { data, today }: CorrectCoordinationEvent,
  history: readonly Recorded[],
): readonly CorrectionFact[] {
  const { isNotice } = stepOf(standingFact(history, data.eventId, basisRefusals).type);
  noticeRefusals.refuseIf(isNotice, 'not-correctable.notice');
  const correcting = correctionOf(coordinationEvents, basisRefusals, data, history);
  if (!correcting) return [];
  const { target, now, fact } = correcting;
  refuseIf(!data.partyIsKnown, 'unknown-party');
  refuseIf(data.unknownCode !== undefined, 'unknown-code', data.unknownCode);
  const asked = { ...data, today };
  stepOf(target.type).admit(data.changed, asked, now);
  return revised(fact, target, history, { ...asked, reasonCode: 'OTHER' });
}

export function annul(
  { data, today }: AnnulCoordinationEvent,
  history: readonly Recorded[],
): readonly CorrectionFact[] {
  const target = standing(history, data.eventId, basisRefusals);
  const fact = annulment(coordinationEvents, target, data.reasonCode, data.reason);
  return revised(fact, target, history, { ...data, today });
}

/** Accepts a correction or an annulment when the stream, read with it and what follows it, has no fault that it did not have before. */
function revised(
  revision: CorrectionFact,
  target: Recorded,
  history: readonly Recorded[],
  why: AnnulCoordinationEvent['data'] & { readonly today: string },
): readonly CorrectionFact[] {
  const root = rootOf(target, history);
  const facts = [revision, ...following(revision, root, history, why)];
  const after = revisedBy(history, facts);
  const [was, is] = [readingOf(root.id, history), readingOf(root.id, after)];
  const isSpoken = spokenOf(history, [revision]);
  if (is) datesHold(is, why.today);
  // An old fault of its own does not excuse it to rest on something else, or from another day.
  const old = faultsIn(history, why).filter(({ event }) => !isSpoken(event) || restsAlike(was, is));
  const faults = broken(old, faultsIn(after, why), isSame);
  refuseItself(faults, isSpoken);
  refuseBeginning(was, is, after, why.deathToldOn);
  refuseOtherGap(is, after, why.birthYear);
  refuseResting(
    basisRefusals,
    faults.map(({ event }) => standingOf(event)),
    whyBroken(faults),
  );
  return facts;
}

const isSame = (known: Fault, { event, refusal }: Fault) =>
  known.event.id === event.id && known.refusal.code === refusal.code;

type Reading = CoordinationEvent | undefined;

const restsAlike = (was: Reading, is: Reading) =>
  JSON.stringify(was && relianceOf(was)) === JSON.stringify(is && relianceOf(is));

/** What is to begin on another day, or again, is held against every withdrawal, whenever it was recorded (invariant 3). */
function refuseBeginning(was: Reading, is: Reading, after: readonly Recorded[], deathToldOn?: string): void {
  const [before, now] = [was, is].map((one) => one && stepOf(one.type).beginning(one.data));
  if (!is || !now || now.day === before?.day) return;
  refuseUnconsented(stateOf(after), now.scope, now.day);
  refuseAfterDeath(stepOf(is.type), is.data, deathToldOn);
}

/** A notice of a gap never reads otherwise than what left it tells, also when it is brought back. */
function refuseOtherGap(is: Reading, after: readonly Recorded[], birthYear: number | undefined): void {
  if (is?.type !== 'CoordinatorGapDetected') return;
  const gap = gapAfter(is.data.appointmentId, stateOf(after), birthYear);
  noticeRefusals.refuseIf(!tellAlike(is.data, gap), 'no-gap.otherwise');
}
const tellAlike = (notice: Omit<Gap, 'appointmentId'>, gap: Gap | undefined) =>
  notice.since === gap?.since && notice.kind === gap.kind;
