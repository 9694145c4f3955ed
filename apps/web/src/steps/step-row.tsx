import { keyOf, type PlacedStep } from './placed-step.js';
import { StepButton } from './step-button.js';

interface Props<Step extends PlacedStep> {
  readonly steps: readonly Step[];
  /** The page's, of which one step at a time stands open. */
  readonly on: {
    readonly opened: PlacedStep | undefined;
    readonly open: (step: Step) => void;
    readonly close: () => void;
  };
  /** What a step is called, where its command is called something else. */
  readonly ownName?: (step: Step) => { readonly label?: string };
}

/** Opens each of these steps in its place. */
export function StepRow<Step extends PlacedStep>({
  steps,
  on: { opened, open, close },
  ownName,
}: Props<Step>) {
  if (steps.length === 0) return null;
  return (
    <div className="row open-steps no-print">
      {steps.map((step) => {
        const isOpen = opened !== undefined && keyOf(opened) === keyOf(step);
        return (
          <StepButton
            key={keyOf(step)}
            operation={step.operation}
            open={isOpen}
            toggle={() => (isOpen ? close() : open(step))}
            {...ownName?.(step)}
          />
        );
      })}
    </div>
  );
}
