import { useEffect, useRef } from 'react';
import { StepForm, type StepFormProps } from './step-form.js';
import './open-step.css';

/** The form of a step in its place on the page, which takes the focus when it opens. */
export function OpenStep(props: StepFormProps) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.querySelector<HTMLElement>('h3')?.focus({ preventScroll: true });
    box.current?.scrollIntoView({ block: 'start' });
  }, []);
  return (
    <div className="open-step" ref={box}>
      <StepForm {...props} />
    </div>
  );
}
