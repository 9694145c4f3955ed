import { OpenStep } from '../../steps/open-step.js';
import { keyOf } from '../../steps/placed-step.js';
import { StepRow } from '../../steps/step-row.js';
import { type CrisisPlanStep, useCrisisPlan } from './crisis-plan.js';

/** A button for each of these, and the form of whichever is open under them. */
export function Steps({ steps }: { readonly steps: readonly CrisisPlanStep[] }) {
  const { subjectId, plan, opened, open, close } = useCrisisPlan();
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
          {...(step.choices && { choices: step.choices })}
          {...(plan.revision !== null && { revision: plan.revision })}
          onDone={close}
          onCancel={close}
        />
      )}
    </>
  );
}
