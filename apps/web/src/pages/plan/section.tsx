import { type ReactNode, useMemo, useRef } from 'react';
import { OpenStep } from '../../steps/open-step.js';
import { keyOf } from '../../steps/placed-step.js';
import { StepRow } from '../../steps/step-row.js';
import { type Part, usePlanPage } from './plan.js';
import { stepsOf } from './steps-of-plan.js';

interface Props {
  readonly part: Part;
  readonly title: string;
  readonly children?: ReactNode;
}

/** A part of the plan: what stands there, and what can be written. */
export function PlanSection({ part, title, children }: Props) {
  const { plan, opened, close, choices } = usePlanPage();
  const heading = useRef<HTMLHeadingElement>(null);
  const leave = () => {
    heading.current?.focus();
    close();
  };
  const { planId, revision } = plan;
  return (
    <section className="case-section" aria-labelledby={`plan-${part}`}>
      <h2 id={`plan-${part}`} ref={heading} tabIndex={-1}>
        {title}
      </h2>
      {children}
      <PlanSteps part={part} />
      {opened?.part === part && (
        <OpenStep
          key={keyOf(opened)}
          operation={opened.operation}
          params={{ ...opened.params, planId }}
          {...(opened.preset && { preset: opened.preset })}
          {...(opened.hide && { hide: opened.hide })}
          choices={choices}
          {...(revision !== '-1' && { revision })}
          onDone={leave}
          onCancel={leave}
        />
      )}
    </section>
  );
}

/** What can be written in a part, or about one thing in it. */
export function PlanSteps({ part, about }: { readonly part: Part; readonly about?: string }) {
  const page = usePlanPage();
  const steps = useMemo(() => (page.writes ? stepsOf(page.plan) : []), [page.writes, page.plan]);
  const isOwn = (id: string | undefined) =>
    about === undefined ? id === undefined || id === part : id === about;
  return <StepRow steps={steps.filter((one) => one.part === part && isOwn(one.about))} on={page} />;
}
