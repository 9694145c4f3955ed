import { events } from '#event-sourcing/event';
import { declaredIn, stepsByType } from '#event-sourcing/step';
import { steppedDecider } from '#event-sourcing/stepped';
import { type Document, initialState } from './document.js';
import type { Asked, Step } from './step.js';
import { archiveRefusals, archiveSteps } from './steps/archive.js';
import { filingRefusals, filingSteps } from './steps/filing.js';

const steps = [...filingSteps, ...archiveSteps] as const;
type Known = (typeof steps)[number];
export type StepType = Known['type'];
export type StepOf<Type extends StepType> = Extract<Known, { readonly type: Type }>;
/** What is said of a step. */
export type SaidOf<Type extends StepType> = Parameters<StepOf<Type>['decide']>[0];

export const documentEvents = events(
  { category: 'document', owner: 'ownerId', class: 'DOCUMENT' },
  declaredIn(steps),
);
export const stepOf = stepsByType<Step>(steps as unknown as readonly Step[]);

/** One document, in the stream `document-<tenant>.<documentId>`. */
export const documentDecider = steppedDecider<Document, Asked, typeof documentEvents>({
  events: documentEvents,
  initialState,
  stepOf,
  refusals: filingRefusals,
  supports: () => true,
});

/** Every refusal of this context. */
export const documentRefusals = [filingRefusals, archiveRefusals] as const;
