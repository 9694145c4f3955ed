import type { OperationId } from './operations.js';
import { OpenStep } from './open-step.js';
import { keyOf, type PlacedStep } from './placed-step.js';
import type { StepFormProps } from './step-form-props.js';
import { StepRow } from './step-row.js';

/** What can be recorded, in its place on a page. */
export interface StepInPlace
  extends PlacedStep, Pick<StepFormProps, 'params' | 'preset' | 'hide' | 'needless' | 'choices'> {
  readonly operation: OperationId;
}

/** Which step stands open on a page, and how it is opened and closed. */
export interface Opening {
  readonly opened: string | undefined;
  readonly open: (step: StepInPlace) => void;
  readonly close: () => void;
}

interface Props {
  readonly steps: readonly StepInPlace[];
  readonly opening: Opening;
  /** Of the record whose page it is. */
  readonly params: Readonly<Record<string, string>>;
  readonly revision: string | null;
}

/** A button for each of these, and the form of whichever is open under them. */
export function StepsInPlace({ steps, opening: { opened, open, close }, params, revision }: Props) {
  const step = steps.find((one) => keyOf(one) === opened);
  return (
    <>
      <StepRow steps={steps} on={{ opened: step, open, close }} />
      {step !== undefined && (
        <OpenStep
          key={keyOf(step)}
          operation={step.operation}
          params={{ ...step.params, ...params }}
          {...(step.preset && { preset: step.preset })}
          {...(step.hide && { hide: step.hide })}
          {...(step.needless && { needless: step.needless })}
          {...(step.choices && { choices: step.choices })}
          {...(revision !== null && { revision })}
          onDone={close}
          onCancel={close}
        />
      )}
    </>
  );
}
