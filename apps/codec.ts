import { caseEvents } from '#casework';
import { coordinationEvents } from '#coordination';
import { codecOf } from '#event-sourcing/codec';
import { municipalityEvents, partyEvents } from '#municipality';
import { subjectEvents } from '#subject';

/** Every event that may stand in the log of this release. */
export const codec = codecOf([
  municipalityEvents,
  partyEvents,
  subjectEvents,
  caseEvents,
  coordinationEvents,
]);
