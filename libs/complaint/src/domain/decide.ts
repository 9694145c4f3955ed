import type { Decider } from '#event-sourcing/decider';
import type { FactOf, Recorded } from '#event-sourcing/event';
import { rootOf } from '#event-sourcing/revise';
import type { Standing } from '#event-sourcing/refusals';
import { steppedDecider, type SteppedIntent } from '#event-sourcing/stepped';
import { type Complaint, initialState } from './complaint.js';
import { courseRefusals } from './course.js';
import { type KeepDeadlines, keepDeadlines } from './deadlines.js';
import { complaintEvents, stepOf } from './events.js';
import type { Asked } from './step.js';
import { complaintDeadlineRefusals } from './steps/deadlines.js';

const steps = steppedDecider<Complaint, Asked, typeof complaintEvents>({
  events: complaintEvents,
  initialState,
  stepOf,
  refusals: courseRefusals,
  supports: (state) => state.status === 'present' && state.decided?.outcome === 'SET_ASIDE',
});

/** One complaint, in the stream `complaint-<tenant>.<complaintId>`. A case that was sent back rests on its being decided so. */
export const complaintDecider: Decider<
  Complaint,
  SteppedIntent<Asked, Standing> | KeepDeadlines,
  typeof complaintEvents
> = {
  ...steps,
  decide(intent, state, history) {
    if (intent.type === 'KeepDeadlines') {
      return keepDeadlines(intent, state, history) as readonly FactOf<typeof complaintEvents>[];
    }
    if (intent.type !== 'RecordStep') refuseNotice(intent.data.eventId, history);
    return steps.decide(intent, state, history);
  },
};

/** What the system notes follows from what is behind it. */
function refuseNotice(eventId: string, history: readonly Recorded[]): void {
  const target = history.find(({ id }) => id === eventId);
  const isNotice = target && complaintEvents.all[rootOf(target, history).type]?.isNotice === true;
  complaintDeadlineRefusals.refuseIf(isNotice === true, 'not-correctable.deadline');
}
