import { Link, type LinkProps } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { shortDay } from '../dates/dates.js';
import { useLabel } from '../i18n/labels.js';
import { capital, texts, useWords } from '../i18n/texts.js';
import { placeOf } from './place-of.js';
import type { Task } from './task.js';
import './task-row.css';
import { DueMark } from '../ui/due-mark.js';
import { useListedName } from '../ui/listed-name.js';
import { textOf } from '../ui/opened.js';

const useText = texts('task-row', {
  nb: {
    born: 'f. {{year}}',
    caseNumber: 'sak {{number}}',
    missing: 'Mangler:',
    toTell: 'Skal få vite det:',
    since: 'Har ventet siden {{day}}, {{count}} dager.',
    target: 'Kommunens eget mål er {{day}}.',
    nobody: 'ingen har tatt den',
  },
  nn: {
    born: 'f. {{year}}',
    caseNumber: 'sak {{number}}',
    missing: 'Manglar:',
    toTell: 'Skal få vite det:',
    since: 'Har venta sidan {{day}}, {{count}} dagar.',
    target: 'Kommunen sitt eige mål er {{day}}.',
    nobody: 'ingen har teke ho',
  },
});

interface Props {
  readonly task: Task;
  readonly withWhom: boolean;
  /** Where whom it is about leads to. */
  readonly place?: LinkProps;
  /** What is done about it here, where that is not on the page that it leads to. */
  readonly step?: ReactNode;
  /** What stands open under the row. */
  readonly children?: ReactNode;
}

/** One thing that waits: until when, whom it is about, why it is here, and where it is done. */
export function TaskRow({ task, withWhom, place = placeOf(task), step, children }: Props) {
  const say = useText();
  const words = useWords();
  const label = useLabel();
  const listedName = useListedName();
  const { subject, caseNumber, dueOn, since, days, target, missing, toTell } = task;
  const facts = [
    typeof subject?.birthYear === 'number' && say('born', { year: subject.birthYear }),
    caseNumber !== null && say('caseNumber', { number: caseNumber }),
    withWhom &&
      (textOf(task.for.party?.name) ||
        (task.for.unit !== null ? label('unit', task.for.unit) : say('nobody'))),
  ].filter((fact) => typeof fact === 'string');
  return (
    <li>
      <div>
        <DueMark dueOn={dueOn}>
          <p>{words(task.why)}</p>
          <p className="quiet air-small">{say('since', { day: shortDay(since), count: days })}</p>
          {target && <p className="quiet">{say('target', { day: shortDay(target.dueOn) })}</p>}
        </DueMark>
      </div>
      <div>
        <h3>
          <Link {...place} data-row-link>
            {subject === null ? capital(words(task.label)) : listedName(subject)}
          </Link>{' '}
          <span className="meta">{facts.join(', ')}</span>
        </h3>
        <p className="why">{words(task.why)}</p>
        {missing.length > 0 && (
          <p className="missing">
            {say('missing')}{' '}
            {missing.map((point) => (
              <span key={point}>{label('openPoint', point)}</span>
            ))}
          </p>
        )}
        {toTell.length > 0 && (
          <p className="missing">
            {say('toTell')}{' '}
            {toTell.map((who) => (
              <span key={who}>{label('allocationHearer', who)}</span>
            ))}
          </p>
        )}
      </div>
      <div className="step">{step ?? <Link {...placeOf(task, true)}>{capital(words(task.step))}</Link>}</div>
      {children}
    </li>
  );
}
