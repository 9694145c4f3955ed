import { Button } from '@digdir/designsystemet-react';
import { useReadPages } from '../../api/read.js';
import { capital, texts, useWords } from '../../i18n/texts.js';
import { useHasRole } from '../../shell/place.js';
import { TaskRow } from '../../tasks/task-row.js';
import type { Task } from '../../tasks/task.js';
import { Freshness } from '../../ui/freshness.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { Waiting } from '../../ui/waiting.js';
import { myPeopleRoute } from './search.js';
import { StepInPlace } from './step-in-place.js';
import { paramsIn, stepsOf, usualOf } from './steps-of.js';
import { MoreButton } from '../../ui/more-button.js';

const useText = texts('waiting-list', {
  nb: {
    mine: 'Venter på deg',
    unit: 'Venter på deg og enheten din',
    order: 'Nærmeste frist øverst.',
    nothing: 'Ingenting venter nå. Her kommer forslag, overleveringer og spørsmål om det fortsatt er riktig.',
    answer: 'Svar den koordinerende enheten, så skriver de inn svaret ditt.',
  },
  nn: {
    mine: 'Ventar på deg',
    unit: 'Ventar på deg og eininga di',
    order: 'Næraste frist øvst.',
    nothing: 'Ingenting ventar no. Her kjem framlegg, overleveringar og spørsmål om det framleis er rett.',
    answer: 'Svar den koordinerande eininga, så skriv dei inn svaret ditt.',
  },
});

/** What waits for this coordinator, or for the units of this leader; answered where it stands. */
export function WaitingList() {
  const say = useText();
  const leads = useHasRole('UNIT_LEADER');
  const pages = useReadPages('/v1/tasks', {
    params: { query: { ...(!leads && { mine: true }), limit: 25 } },
  });
  const { data, error, refetch } = pages;
  if (data === undefined) {
    return error === null ? <Waiting /> : <ProblemNotice error={error} retry={() => void refetch()} />;
  }
  const tasks = data.pages.flatMap((page) => page.tasks);
  const [first] = data.pages;
  return (
    <section aria-labelledby="waiting">
      <div className="row apart">
        <h2 id="waiting">{say(leads ? 'unit' : 'mine')}</h2>
        {first && <Freshness currentTo={first.currentTo} {...(tasks.length > 0 && { says: say('order') })} />}
      </div>
      {tasks.length === 0 && <p className="quiet air-small">{say('nothing')}</p>}
      <ol className="tasks">
        {tasks.map((task) => (
          <OneTask key={task.id} task={task} withWhom={leads} />
        ))}
      </ol>
      <MoreButton pages={pages} />
    </section>
  );
}

function OneTask({ task, withWhom }: { readonly task: Task; readonly withWhom: boolean }) {
  const say = useText();
  const words = useWords();
  const { steg } = myPeopleRoute.useSearch();
  const navigate = myPeopleRoute.useNavigate();
  const answering = stepsOf(task);
  const usual = answering && usualOf(answering);
  if (answering === undefined || usual === undefined) {
    const told = task.kind === 'CANDIDATE_TO_ANSWER' && <span className="small">{say('answer')}</span>;
    return <TaskRow task={task} withWhom={withWhom} {...(told && { step: told })} />;
  }
  const isOpen = steg === task.id;
  const turn = (open: boolean) =>
    void navigate({ search: open ? { steg: task.id } : {}, replace: true, resetScroll: false });
  return (
    <TaskRow
      task={task}
      withWhom={withWhom}
      place={{ to: '/mine-personer', search: { steg: task.id }, resetScroll: false }}
      step={
        <Button variant="secondary" aria-expanded={isOpen} onClick={() => turn(!isOpen)}>
          {capital(words(task.step))}
        </Button>
      }
    >
      {isOpen && (
        <StepInPlace
          answering={answering}
          params={paramsIn(task.step.path, usual)}
          close={() => turn(false)}
        />
      )}
    </TaskRow>
  );
}
