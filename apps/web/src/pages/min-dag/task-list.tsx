import { Button } from '@digdir/designsystemet-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useReadPages } from '../../api/read.js';
import { texts } from '../../i18n/texts.js';
import { useHasRole, usePlace } from '../../shell/place.js';
import { TaskRow } from '../../tasks/task-row.js';
import { Empty } from '../../ui/empty.js';
import { Freshness } from '../../ui/freshness.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { Waiting } from '../../ui/waiting.js';
import { groupsOf } from './groups.js';
import { useRowKeys } from '../../ui/row-keys.js';
import type { ListName } from './search.js';
import { MoreButton } from '../../ui/more-button.js';

const useText = texts('task-list', {
  nb: {
    order: 'Nærmeste frist øverst.',
    denser: 'Tettere',
    airier: 'Luftigere',
    empty: 'Lista er tom',
    emptyLead:
      'Her kommer det som venter på deg: svar, kartlegging, møter, koordinatorer og samtykker. Nye henvendelser som ingen har tatt, står under Min enhet.',
    emptyOthers: 'Ingenting venter her nå.',
    all: 'Se alt som venter',
    newEnquiry: 'Ny henvendelse',
    overdue: 'Over fristen',
    week: 'Denne uka',
    later: 'Senere',
    undated: 'Uten frist',
  },
  nn: {
    order: 'Næraste frist øvst.',
    denser: 'Tettare',
    airier: 'Luftigare',
    empty: 'Lista er tom',
    emptyLead:
      'Her kjem det som ventar på deg: svar, kartlegging, møte, koordinatorar og samtykke. Nye førespurnader som ingen har teke, står under Mi eining.',
    emptyOthers: 'Ingenting ventar her no.',
    all: 'Sjå alt som ventar',
    newEnquiry: 'Ny førespurnad',
    overdue: 'Over fristen',
    week: 'Denne veka',
    later: 'Seinare',
    undated: 'Utan frist',
  },
});

const queryOf = (list: ListName, units: readonly string[]) => {
  if (list === 'mine') return { mine: true };
  if (list === 'over') return { overdue: true };
  return list === 'enheten' && units[0] !== undefined ? { unit: units[0] } : {};
};

/** One of the lists of what waits, in the groups of its days. */
export function TaskList({ list }: { readonly list: ListName }) {
  const say = useText();
  const { session } = usePlace();
  const registers = useHasRole('CASEWORKER', 'LEADER', 'SERVICE_OFFICE');
  const [dense, setDense] = useState(false);
  const pages = useReadPages('/v1/tasks', {
    params: { query: { ...queryOf(list, session.units), limit: 25 } },
  });
  const { data, error, refetch } = pages;
  const keys = useRowKeys();
  if (data === undefined) {
    return error === null ? <Waiting /> : <ProblemNotice error={error} retry={() => void refetch()} />;
  }
  const tasks = data.pages.flatMap((page) => page.tasks);
  const [first] = data.pages;
  return (
    <div ref={keys}>
      <div className="row apart">
        {first && <Freshness currentTo={first.currentTo} says={say('order')} />}
        {tasks.length > 0 && (
          <Button variant="tertiary" aria-pressed={dense} onClick={() => setDense(!dense)}>
            {say(dense ? 'airier' : 'denser')}
          </Button>
        )}
      </div>
      {tasks.length === 0 && (
        <Empty title={say('empty')}>
          <p>{say(list === 'mine' ? 'emptyLead' : 'emptyOthers')}</p>
          {list !== 'alle' && (
            <p className="air-small">
              <Link to="/min-dag" search={{ liste: 'alle' }}>
                {say('all')}
              </Link>
            </p>
          )}
          {registers && (
            <p className="air-small">
              <Link to="/ny-henvendelse">{say('newEnquiry')}</Link>
            </p>
          )}
        </Empty>
      )}
      {groupsOf(tasks).map(({ name, tasks: some }) => (
        <section className="task-group" key={name} aria-label={say(name)}>
          <h2>{say(name)}</h2>
          <ol className={dense ? 'tasks dense' : 'tasks'}>
            {some.map((task) => (
              <TaskRow key={task.id} task={task} withWhom={list !== 'mine'} />
            ))}
          </ol>
        </section>
      ))}
      <MoreButton pages={pages} />
    </div>
  );
}
