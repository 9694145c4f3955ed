import { caseEvents } from '#casework';
import { coordinationEvents } from '#coordination';
import type { Events } from '#event-sourcing';
import { municipalityEvents, partyEvents } from '#municipality';
import { subjectEvents } from '#subject';

/** Every context's declarations: what may stand in the log. */
export const declared: readonly Events[] = [
  caseEvents,
  coordinationEvents,
  subjectEvents,
  municipalityEvents,
  partyEvents,
];
