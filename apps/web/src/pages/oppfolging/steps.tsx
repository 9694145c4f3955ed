import { OpenStep } from '../../steps/open-step.js';
import { keyOf } from '../../steps/placed-step.js';
import { StepRow } from '../../steps/step-row.js';
import { type FollowUpStep, useFollowUp } from './follow-up-context.js';

/** A button for each of these, and the form of whichever is open under them. */
export function Steps({ steps }: { readonly steps: readonly FollowUpStep[] }) {
  const { subjectId, of, opened, open, close } = useFollowUp();
  const step = steps.find((one) => keyOf(one) === opened);
  return (
    <>
      <StepRow steps={steps} on={{ opened: step, open, close }} />
      {step !== undefined && (
        <OpenStep
          key={keyOf(step)}
          operation={step.operation}
          params={{ ...step.params, subjectId }}
          {...(step.preset && { preset: step.preset })}
          {...(step.hide && { hide: step.hide })}
          {...(step.needless && { needless: step.needless })}
          {...(step.choices && { choices: step.choices })}
          {...(of.revision !== null && { revision: of.revision })}
          onDone={close}
          onCancel={close}
        />
      )}
    </>
  );
}
