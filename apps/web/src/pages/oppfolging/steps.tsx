import { type StepInPlace, StepsInPlace } from '../../steps/steps-in-place.js';
import { useFollowUp } from './follow-up-context.js';

/** A button for each of these, and the form of whichever is open under them. */
export function Steps({ steps }: { readonly steps: readonly StepInPlace[] }) {
  const { subjectId, of, ...opening } = useFollowUp();
  return <StepsInPlace steps={steps} opening={opening} params={{ subjectId }} revision={of.revision} />;
}
