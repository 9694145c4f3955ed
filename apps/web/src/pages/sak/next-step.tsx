import { Link } from '@tanstack/react-router';
import { texts } from '../../i18n/texts.js';
import { placeOf } from '../../tasks/place-of.js';
import { Waits } from '../../tasks/waits.js';
import { useCasePage } from './case-context.js';
import { nextOf, stepFor } from './case-steps.js';
import type { Task } from './scene.js';

const useText = texts('case-next', {
  nb: {
    next: 'Neste steg',
    also: 'Venter også',
    nothing: 'Ingenting venter i saken nå.',
    goThere: 'Gå dit det gjøres',
  },
  nn: {
    next: 'Neste steg',
    also: 'Ventar også',
    nothing: 'Ingenting ventar i saka no.',
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
        <WaitsInCase task={next} primary />
      </div>
      {others.length > 0 && (
        <div>
          <h3>{say('also')}</h3>
          <ul className="also-waits">
            {others.map((task) => (
              <li key={task.id}>
                <WaitsInCase task={task} />
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}

function WaitsInCase({ task, primary = false }: { readonly task: Task; readonly primary?: boolean }) {
  const { of, steps, open } = useCasePage();
  const step = stepFor(task, steps, of);
  return (
    <Waits
      task={task}
      primary={primary}
      start={step && (() => open(step))}
      elsewhere={<Elsewhere task={task} />}
    />
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
