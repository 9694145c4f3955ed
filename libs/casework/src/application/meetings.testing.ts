import type { MeetingsOfCases } from './meetings-of-cases.js';

/** No meeting was planned: those that are named were only convened for their cases. */
export const noMeetings: MeetingsOfCases = {
  at: () =>
    Promise.resolve({
      answer: {
        kind: undefined,
        putOn: undefined,
        heldOn: undefined,
        treatment: undefined,
        approvedOn: undefined,
      },
      basis: [],
    }),
};
