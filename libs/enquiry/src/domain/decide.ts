import { steppedDecider } from '#event-sourcing/stepped';
import { courseRefusals } from './course.js';
import { type Enquiry, initialState } from './enquiry.js';
import { enquiryEvents, stepOf } from './events.js';
import type { Asked } from './step.js';
import { disposalRefusals } from './steps/disposal.js';

const course = steppedDecider<Enquiry, Asked, typeof enquiryEvents>({
  events: enquiryEvents,
  initialState,
  stepOf,
  refusals: courseRefusals,
  supports: () => true,
});

/** One enquiry, in the stream `enquiry-<tenant>.<enquiryId>`. Nothing of one whose texts are disposed of is put right or taken back. */
export const enquiryDecider: typeof course = {
  ...course,
  decide(intent, state, history) {
    const isDisposed = state.status === 'received' && state.disposal.disposedOn !== undefined;
    const isItself = intent.type === 'RecordStep' && intent.data.step === 'EnquiryTextsDisposed';
    disposalRefusals.refuseIf(isDisposed && !isItself, 'disposed');
    return course.decide(intent, state, history);
  },
};
