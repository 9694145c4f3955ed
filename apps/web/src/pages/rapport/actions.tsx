import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { fullDay, today } from '../../dates/dates.js';
import { texts } from '../../i18n/texts.js';
import { useHasRole } from '../../shell/place.js';
import { OpenStep } from '../../steps/open-step.js';
import { textOf } from '../../ui/opened.js';
import type { Action } from './told.js';

const useText = texts('report-actions', {
  nb: {
    owner: '{{name}} ser til det innen {{day}}.',
    over: 'Fristen er gått ut.',
    done: 'Gjort {{day}}.',
    complete: 'Registrer at det er gjort',
    history: 'Historikken',
  },
  nn: {
    owner: '{{name}} ser til det innan {{day}}.',
    over: 'Fristen er gått ut.',
    done: 'Gjort {{day}}.',
    complete: 'Registrer at det er gjort',
    history: 'Historikken',
  },
});

interface Props {
  readonly title: string;
  readonly actions: readonly Action[];
}

/** What the forum asked for: who sees to it, by when, and what came of it. */
export function Actions({ title, actions }: Props) {
  const say = useText();
  const leads = useHasRole('LEADER');
  const [open, setOpen] = useState<string>();
  return (
    <section className="panel next" aria-label={title}>
      <h2>{title}</h2>
      <ul className="stack">
        {actions.map(({ actionId, action, owner, dueOn, doneOn, outcome }) => (
          <li key={actionId}>
            <strong className="keep-lines">{textOf(action)}</strong>
            <span className="under">
              {say('owner', { name: textOf(owner.name), day: fullDay(dueOn) })}{' '}
              {doneOn === null && dueOn < today() && <strong>{say('over')}</strong>}
              {doneOn !== null && say('done', { day: fullDay(doneOn) })} {textOf(outcome)}
            </span>
            {leads && doneOn === null && open !== actionId && (
              <button type="button" className="link-button small no-print" onClick={() => setOpen(actionId)}>
                {say('complete')}
                <span className="ds-sr-only">: {textOf(action)}</span>
              </button>
            )}
            {open === actionId && doneOn === null && (
              <OpenStep
                operation="Reports_complete"
                params={{ actionId }}
                onDone={() => setOpen(undefined)}
                onCancel={() => setOpen(undefined)}
              />
            )}
          </li>
        ))}
      </ul>
      <p className="small no-print air-small">
        <Link to="/historikk/$what/$id" params={{ what: 'rapport', id: 'forum' }}>
          {say('history')}
        </Link>
      </p>
    </section>
  );
}
