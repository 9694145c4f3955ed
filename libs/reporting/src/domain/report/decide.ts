import { type EventOf, events } from '#event-sourcing/event';
import { declaredIn, type Step, stepsByType } from '#event-sourcing/step';
import { steppedDecider } from '#event-sourcing/stepped';
import { reportRefusals } from './refusals.js';
import { initialState, type Reports } from './state.js';
import { reportSteps } from './steps.js';

/** Reports to the leadership forum: the one stream `report-<tenant>.forum`. */
export const reportEvents = events(
  { category: 'report', owner: 'municipality', class: 'UNIT' },
  declaredIn(reportSteps),
);
export type ReportEvent = EventOf<typeof reportEvents>;

type Known = (typeof reportSteps)[number];
export type StepType = Known['type'];
export type StepOf<Type extends StepType> = Extract<Known, { readonly type: Type }>;
export type SaidOf<Type extends StepType> = Parameters<StepOf<Type>['decide']>[0];

export const stepOf = stepsByType(reportSteps as unknown as readonly Step<Reports, undefined, unknown>[]);

export const reportDecider = steppedDecider<Reports, unknown, typeof reportEvents>({
  events: reportEvents,
  initialState,
  stepOf,
  refusals: reportRefusals,
  supports: () => true,
});
