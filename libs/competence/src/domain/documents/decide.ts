import { events } from '#event-sourcing/event';
import { declaredIn, type Step, stepsByType } from '#event-sourcing/step';
import { steppedDecider } from '#event-sourcing/stepped';
import { type ControlledDocument, initialState } from './document.js';
import { documentRefusals, documentSteps } from './steps.js';

/** One routine, checklist or template: the stream `controlledDocument-<tenant>.<documentId>`. */
export const controlledDocumentEvents = events(
  { category: 'controlledDocument', owner: 'municipality', class: 'UNIT' },
  declaredIn(documentSteps),
);

export const controlledDocumentDecider = steppedDecider<
  ControlledDocument,
  unknown,
  typeof controlledDocumentEvents
>({
  events: controlledDocumentEvents,
  initialState,
  stepOf: stepsByType(documentSteps as unknown as readonly Step<ControlledDocument, undefined, unknown>[]),
  refusals: documentRefusals,
  supports: () => true,
});
