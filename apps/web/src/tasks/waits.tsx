import { Button } from '@digdir/designsystemet-react';
import type { ReactNode } from 'react';
import { shortDay } from '../dates/dates.js';
import { useLabel } from '../i18n/labels.js';
import { capital, texts, useWords } from '../i18n/texts.js';
import { DueMark } from '../ui/due-mark.js';
import { textOf } from '../ui/opened.js';
import type { Task } from './task.js';

const useText = texts('waits', {
  nb: {
    whose: 'Venter på {{whom}}.',
    since: 'Har ventet siden {{day}}, {{count}} dager.',
    target: 'Kommunens eget mål er {{day}}.',
    doIt: 'Gjør det nå',
  },
  nn: {
    whose: 'Ventar på {{whom}}.',
    since: 'Har venta sidan {{day}}, {{count}} dagar.',
    target: 'Kommunen sitt eige mål er {{day}}.',
    doIt: 'Gjer det no',
  },
});

interface Props {
  readonly task: Task;
  /** Opens the step by which it is done; undefined where that is not on this page. */
  readonly start: (() => void) | undefined;
  readonly primary?: boolean;
  /** Where it is done, where not here. */
  readonly elsewhere?: ReactNode;
}

/** What is to be done in a case or about a complaint, why, by whom and by when. */
export function Waits({ task, start, primary = false, elsewhere }: Props) {
  const say = useText();
  const words = useWords();
  const label = useLabel();
  const { for: whose, dueOn, since, days, target } = task;
  const whom =
    textOf(whose.party?.name) ||
    (whose.unit !== null
      ? label('unit', whose.unit)
      : whose.role !== null
        ? label('actorRole', whose.role)
        : '');
  return (
    <div className="waits">
      <div>
        <p className="waits-title">{words(task.step)}</p>
        <p className="small">
          {words(task.why)} {whom !== '' && say('whose', { whom })}
        </p>
        <div className="no-print air-small">
          {start === undefined ? (
            elsewhere
          ) : (
            <Button variant={primary ? 'primary' : 'secondary'} onClick={start}>
              {say('doIt')}
              <span className="ds-sr-only">: {words(task.step)}</span>
            </Button>
          )}
        </div>
      </div>
      {dueOn !== null && (
        <DueMark dueOn={dueOn}>
          <p>{capital(words(task.why))}</p>
          <p className="quiet air-small">{say('since', { day: shortDay(since), count: days })}</p>
          {target && <p className="quiet">{say('target', { day: shortDay(target.dueOn) })}</p>}
        </DueMark>
      )}
    </div>
  );
}
