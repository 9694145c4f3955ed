import type { Answered } from '#event-sourcing';
import type { AtMeeting } from '../domain/step.js';

/** What planned meetings came to in cases. Meetings know cases and cases do not know them: whoever composes the program fills it in. */
export abstract class MeetingsOfCases {
  /** As the log has it now. */
  abstract at(tenant: string, meetingId: string, caseId: string): Promise<Answered<AtMeeting>>;
}
