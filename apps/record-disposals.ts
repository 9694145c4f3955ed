import { enquiryEvents } from '#enquiry';
import { meetingEvents } from '#meeting';
import type { RecordDisposals } from '#subject/application/index';

/** The records that are about nobody in the register, and what says that the texts of one are disposed of. */
export const recordDisposals = {
  enquiry: { category: enquiryEvents.category, type: 'EnquiryTextsDisposed', owner: enquiryEvents.owner },
  meeting: { category: meetingEvents.category, type: 'MeetingTextsDisposed', owner: meetingEvents.owner },
} as const satisfies Readonly<Record<string, RecordDisposals>>;
