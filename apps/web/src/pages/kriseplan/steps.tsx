import { type StepInPlace, StepsInPlace } from '../../steps/steps-in-place.js';
import { useCrisisPlan } from './crisis-plan.js';

/** A button for each of these, and the form of whichever is open under them. */
export function Steps({ steps }: { readonly steps: readonly StepInPlace[] }) {
  const { subjectId, plan, ...opening } = useCrisisPlan();
  return <StepsInPlace steps={steps} opening={opening} params={{ subjectId }} revision={plan.revision} />;
}
