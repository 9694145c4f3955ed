import { steppedDecider } from '#event-sourcing/stepped';
import { courseRefusals } from './course.js';
import { type Enquiry, initialState } from './enquiry.js';
import { enquiryEvents, stepOf } from './events.js';
import type { Asked } from './step.js';

/** One enquiry, in the stream `enquiry-<tenant>.<enquiryId>`. */
export const enquiryDecider = steppedDecider<Enquiry, Asked, typeof enquiryEvents>({
  events: enquiryEvents,
  initialState,
  stepOf,
  refusals: courseRefusals,
  supports: () => true,
});
