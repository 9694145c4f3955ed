import { Navigate } from '@tanstack/react-router';
import { useRead } from '../../api/read.js';
import { longDay, today } from '../../dates/dates.js';
import { language } from '../../i18n/language.js';
import { capital, texts } from '../../i18n/texts.js';
import { homeOf } from '../../shell/menu-entries.js';
import { useHasRole, usePlace } from '../../shell/place.js';
import { Lists } from '../../ui/lists.js';
import { PageHead } from '../../ui/page-head.js';
import { Aside } from './aside.js';
import { lists, myDayRoute } from './search.js';
import { TaskList } from './task-list.js';
import './page.css';

const useText = texts('my-day', {
  nb: {
    documentTitle: 'Min dag',
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
    documentTitle: 'Min dag',
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

/** The inbox, for whom it is the first page; others begin where their work is. */
export function MyDayPage() {
  const { session } = usePlace();
  return useHasRole('CASEWORKER', 'LEADER') ? <Inbox /> : <Navigate to={homeOf(session.roles)} replace />;
}

/** Whatever waits for somebody, what is due first above. */
function Inbox() {
  const say = useText();
  const { liste = 'mine' } = myDayRoute.useSearch();
  const navigate = myDayRoute.useNavigate();
  const { data: counts } = useRead('/v1/tasks/counts', {});
  const total = counts?.total;
  const numbers = { mine: total?.mine, enheten: undefined, over: total?.overdue, alle: total?.all };
  const mine = total?.mine ?? 0;
  return (
    <>
      <PageHead
        title={capital(longDay(today(), language()))}
        documentTitle={say('documentTitle')}
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
