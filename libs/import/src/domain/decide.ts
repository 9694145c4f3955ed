import type { Decider } from '#event-sourcing/decider';
import { events } from '#event-sourcing/event';
import type { Standing } from '#event-sourcing/refusals';
import { declaredIn, stepsByType } from '#event-sourcing/step';
import { steppedDecider, type SteppedIntent } from '#event-sourcing/stepped';
import { type Import, initialState } from './import.js';
import { importRefusals, type Step } from './step.js';
import { importSteps } from './steps.js';

type Known = (typeof importSteps)[number];
export type ImportStepType = Known['type'];
export type ImportStepOf<Type extends ImportStepType> = Extract<Known, { readonly type: Type }>;
/** What is said of a step. */
export type ImportSaidOf<Type extends ImportStepType> = Parameters<ImportStepOf<Type>['decide']>[0];

/** Lists of an earlier register that were taken in, a stream for each. What they say of people stands in the people's own streams. */
export const importEvents = events(
  { category: 'import', owner: 'municipality', class: 'UNIT' },
  declaredIn(importSteps),
);
export const importStepOf = stepsByType<Step>(importSteps as unknown as readonly Step[]);

const stepped = steppedDecider<Import, undefined, typeof importEvents>({
  events: importEvents,
  initialState,
  stepOf: importStepOf,
  refusals: importRefusals,
  supports: () => true,
});

/** The stream `import-<tenant>.<importId>`. */
export const importDecider: Decider<Import, SteppedIntent<undefined, Standing>, typeof importEvents> = {
  ...stepped,
  decide(intent, state, history) {
    importRefusals.refuseIf(intent.type !== 'RecordStep', 'not-correctable.import');
    return stepped.decide(intent, state, history);
  },
};
