import type { ReactNode } from 'react';
import { shortDay } from '../dates/dates.js';
import { texts } from '../i18n/texts.js';
import './step-list.css';

const useText = texts('step-list', {
  nb: { done: 'Gjort', here: 'Her er vi', notYet: 'Ikke begynt' },
  nn: { done: 'Gjort', here: 'Her er vi', notYet: 'Ikkje byrja' },
});

export interface CourseStep {
  readonly name: string;
  readonly state: 'done' | 'here' | 'not-begun';
  readonly on: string | null;
  readonly more?: ReactNode;
}

/** How far something has come: what is done with its day, where it is, and what has not begun. It forbids nothing. */
export function StepList({ steps }: { readonly steps: readonly CourseStep[] }) {
  const say = useText();
  return (
    <ol className="step-list">
      {steps.map(({ name, state, on, more }) => (
        <li key={name} className={state} aria-current={state === 'here' ? 'step' : undefined}>
          <span className="step-dot" aria-hidden="true">
            {state === 'done' && '✓'}
          </span>
          <div>
            <strong>{name}</strong>
            {state === 'here' && <span className="step-here">{say('here')}</span>}
            {state !== 'here' && (
              <span className="ds-sr-only">{say(state === 'done' ? 'done' : 'notYet')}</span>
            )}
            <span className="step-day">{on === null ? state === 'not-begun' && '–' : shortDay(on)}</span>
            {more !== undefined && <span className="step-more">{more}</span>}
          </div>
        </li>
      ))}
    </ol>
  );
}
