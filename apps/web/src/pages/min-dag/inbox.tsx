import { useRead } from '../../api/read.js';
import { texts } from '../../i18n/texts.js';
import { Lists } from '../../ui/lists.js';
import { Aside } from './aside.js';
import { DayHead } from './day-head.js';
import { lists, myDayRoute } from './search.js';
import { TaskList } from './task-list.js';

const useText = texts('inbox', {
  nb: {
    lists: 'Velg liste',
    mine: 'Mine',
    enheten: 'Min enhet',
    over: 'Over fristen',
    alle: 'Alle',
    nothing: 'Ingenting venter på deg.',
    waiting_one: 'Én ting venter på deg.',
    waiting_other: '{{count}} ting venter på deg.',
    overdue_one: 'Én i enheten er over fristen.',
    overdue_other: '{{count}} i enheten er over fristen.',
  },
  nn: {
    lists: 'Vel liste',
    mine: 'Mine',
    enheten: 'Mi eining',
    over: 'Over fristen',
    alle: 'Alle',
    nothing: 'Ingenting ventar på deg.',
    waiting_one: 'Éin ting ventar på deg.',
    waiting_other: '{{count}} ting ventar på deg.',
    overdue_one: 'Éin i eininga er over fristen.',
    overdue_other: '{{count}} i eininga er over fristen.',
  },
});

/** The inbox: whatever waits for somebody, what is due first above. */
export function Inbox() {
  const say = useText();
  const { liste = 'mine' } = myDayRoute.useSearch();
  const navigate = myDayRoute.useNavigate();
  const { data: counts } = useRead('/v1/tasks/counts', {});
  const total = counts?.total;
  const numbers = { mine: total?.mine, enheten: undefined, over: total?.overdue, alle: total?.all };
  const mine = total?.mine ?? 0;
  return (
    <>
      <DayHead
        lead={
          total && (
            <>
              {mine === 0 ? say('nothing') : say('waiting', { count: mine })}{' '}
              {total.overdue > 0 && say('overdue', { count: total.overdue })}
            </>
          )
        }
      />
      <div className="with-side">
        <Lists
          label={say('lists')}
          names={lists}
          titleOf={(one) => (
            <>
              {say(one)} <span className="tab-count">{numbers[one]}</span>
            </>
          )}
          chosen={liste}
          choose={(one) => void navigate({ search: { liste: one }, replace: true })}
        >
          <TaskList list={liste} />
        </Lists>
        <Aside />
      </div>
    </>
  );
}
