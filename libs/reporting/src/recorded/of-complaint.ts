import type { complaintEvents, ComplaintOutcome, Reconsideration } from '#complaint';
import type { EventOf } from '#event-sourcing';
import type { Telling } from './mapping.js';

interface Which {
  readonly complaint: string;
}

/** What is changed in part goes on to the county governor, as what is upheld does. */
const reconsidered: Readonly<Record<Reconsideration, string>> = {
  CHANGED: 'CHANGED',
  PARTLY: 'UPHELD',
  UPHELD: 'UPHELD',
};

const outcomes: Readonly<Record<ComplaintOutcome, string>> = {
  GRANTED: 'MEDHOLD',
  PARTLY_GRANTED: 'DELVIS',
  NOT_GRANTED: 'IKKE',
  SET_ASIDE: 'OPPHEVET',
  DISMISSED: 'AVVIST',
};

/** Facts of a complaint. Who only asks for grounds has not complained; one that the municipality dismisses as too late is open no more. */
export const ofComplaint: Telling<EventOf<typeof complaintEvents>, Which> = {
  ComplaintReceived: ({ subjectId: person, receivedOn: on }, which) => [
    { kind: 'ComplaintReceived', on, person, ...which },
  ],
  ComplaintTimelinessAssessed: ({ outcome, assessedOn: on }, which) =>
    outcome === 'LATE_REJECTED' ? [{ kind: 'ComplaintWithdrawn', on, ...which }] : [],
  ComplaintReconsidered: ({ outcome, reconsideredOn: on }, which) => [
    { kind: 'ComplaintReconsidered', on, outcome: reconsidered[outcome], ...which },
  ],
  ComplaintForwarded: ({ forwardedOn: on }, which) => [{ kind: 'ComplaintForwarded', on, ...which }],
  ComplaintDecided: ({ outcome, decidedOn: on }, which) => [
    { kind: 'ComplaintDecided', on, outcome: outcomes[outcome], ...which },
  ],
  ComplaintWithdrawn: ({ withdrawnOn: on }, which) => [{ kind: 'ComplaintWithdrawn', on, ...which }],
};
