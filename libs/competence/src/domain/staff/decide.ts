import { events } from '#event-sourcing/event';
import { declaredIn, type Step, stepsByType } from '#event-sourcing/step';
import { steppedDecider } from '#event-sourcing/stepped';
import { initialState, type StaffAsked, type StaffCompetence, staffRefusals, staffSteps } from './steps.js';

/** What one of the staff has learnt and was guided in: the stream `staffCompetence-<tenant>.<partyId>`. */
export const staffCompetenceEvents = events(
  { category: 'staffCompetence', owner: 'partyId', class: 'PARTY' },
  declaredIn(staffSteps),
);

export const staffCompetenceDecider = steppedDecider<
  StaffCompetence,
  StaffAsked,
  typeof staffCompetenceEvents
>({
  events: staffCompetenceEvents,
  initialState,
  stepOf: stepsByType(staffSteps as unknown as readonly Step<StaffCompetence, undefined, StaffAsked>[]),
  refusals: staffRefusals,
  supports: () => true,
});
