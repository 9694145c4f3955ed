import { Button } from '@digdir/designsystemet-react';
import { Link } from '@tanstack/react-router';
import { shortDay } from '../../dates/dates.js';
import { useLabel } from '../../i18n/labels.js';
import { capital, texts, useWords } from '../../i18n/texts.js';
import { placeOf } from '../../tasks/place-of.js';
import { DueMark } from '../../ui/due-mark.js';
import { textOf } from '../../ui/opened.js';
import { useCasePage } from './case-context.js';
import { nextOf, stepFor } from './case-steps.js';
import type { Task } from './scene.js';

const useText = texts('case-next', {
  nb: {
    next: 'Neste steg',
    also: 'Venter også',
    nothing: 'Ingenting venter i saken nå.',
    whose: 'Venter på {{whom}}.',
    since: 'Har ventet siden {{day}}, {{count}} dager.',
    target: 'Kommunens eget mål er {{day}}.',
    doIt: 'Gjør det nå',
    goThere: 'Gå dit det gjøres',
  },
  nn: {
    next: 'Neste steg',
    also: 'Ventar også',
    nothing: 'Ingenting ventar i saka no.',
    whose: 'Ventar på {{whom}}.',
    since: 'Har venta sidan {{day}}, {{count}} dagar.',
    target: 'Kommunen sitt eige mål er {{day}}.',
    doIt: 'Gjer det no',
    goThere: 'Gå dit det blir gjort',
  },
});

/** What waits in the case: the nearest as the one filled button of the page, the others beneath it. */
export function NextStep() {
  const say = useText();
  const { tasks } = useCasePage();
  const next = nextOf(tasks);
  if (next === undefined) return <p className="quiet">{say('nothing')}</p>;
  const others = tasks.filter((task) => task !== next && task.kind !== 'APPLICATION_TO_COMPLETE');
  return (
    <>
      <div className="panel next">
        <p className="small">{say('next')}</p>
        <Waits task={next} primary />
      </div>
      {others.length > 0 && (
        <div>
          <h3>{say('also')}</h3>
          <ul className="also-waits">
            {others.map((task) => (
              <li key={task.id}>
                <Waits task={task} />
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}

function Waits({ task, primary = false }: { readonly task: Task; readonly primary?: boolean }) {
  const say = useText();
  const words = useWords();
  const label = useLabel();
  const { of, steps, open } = useCasePage();
  const { for: whose, dueOn, since, days, target } = task;
  const step = stepFor(task, steps, of);
  const name =
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
          {words(task.why)} {name !== '' && say('whose', { whom: name })}
        </p>
        <div className="no-print air-small">
          {step !== undefined ? (
            <Button variant={primary ? 'primary' : 'secondary'} onClick={() => open(step)}>
              {say('doIt')}
              <span className="ds-sr-only">: {words(task.step)}</span>
            </Button>
          ) : (
            <Elsewhere task={task} />
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

/** What is done on another page: about a complaint, at a meeting, or about all that goes on for the person. */
function Elsewhere({ task }: { readonly task: Task }) {
  const say = useText();
  const { of } = useCasePage();
  if (task.complaintId !== null) return <Link {...placeOf(task, true)}>{say('goThere')}</Link>;
  if (task.step.method !== 'GET') return null;
  return task.step.path.startsWith('/v1/meetings') ? (
    <Link to="/moter">{say('goThere')}</Link>
  ) : (
    <Link to="/person/$subjectId" params={{ subjectId: of.subject.subjectId }} search={{ steg: task.kind }}>
      {say('goThere')}
    </Link>
  );
}
