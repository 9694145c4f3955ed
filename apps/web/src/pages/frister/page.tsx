import { Alert } from '@digdir/designsystemet-react';
import { Link } from '@tanstack/react-router';
import { type Read, useRead, useReadPages } from '../../api/read.js';
import { plainDay } from '../../dates/dates.js';
import { texts } from '../../i18n/texts.js';
import { Empty } from '../../ui/empty.js';
import { PageHead } from '../../ui/page-head.js';
import { PrintHead } from '../../ui/print-head.js';
import { addressOf } from '../../ui/register/address.js';
import { useColumns } from '../../ui/register/columns.js';
import { Listed } from '../../ui/register/listed.js';
import { RegisterTools } from '../../ui/register/tools.js';
import { useRowKeys } from '../../ui/row-keys.js';
import { ComplaintDeadlines } from './complaint-deadlines.js';
import { useDeadlineColumns } from './deadline-columns.js';
import { DeadlineFilters, useDeadlineSelection, useRuleName } from './deadline-filters.js';
import { deadlineQuery, deadlinesRoute, deadlinesSearch } from './search.js';

const useText = texts('deadlines', {
  nb: {
    title: 'Frister',
    caption: 'Frister i sakene',
    latest: 'Et møte senest {{day}} holder alle frister som ennå kan holdes.',
    because: 'Den første er {{rule}} i sak',
    theCase: 'saken',
    none: 'Ingen frister passer til utvalget',
    noneLead: 'Frister settes av seg selv når noe registreres i en sak, og når en dag begynner.',
    everything: 'Vis alle som løper',
  },
  nn: {
    title: 'Fristar',
    caption: 'Fristar i sakene',
    latest: 'Eit møte seinast {{day}} held alle fristar som enno kan haldast.',
    because: 'Den første er {{rule}} i sak',
    theCase: 'saka',
    none: 'Ingen fristar passar til utvalet',
    noneLead: 'Fristar blir sette av seg sjølve når noko blir registrert i ei sak, og når ein dag byrjar.',
    everything: 'Vis alle som går',
  },
});

type Page = Read<'/v1/deadlines'>;
const deadlinesOf = ({ deadlines }: Page) => deadlines;

/** The board: by when what is to be done in the unit's cases, how that came about, and what was not done in time. */
export function DeadlinesPage() {
  const say = useText();
  const search = deadlinesRoute.useSearch();
  const navigate = deadlinesRoute.useNavigate();
  const keys = useRowKeys();
  const columns = useColumns('deadlines', useDeadlineColumns());
  const selection = useDeadlineSelection();
  const query = deadlineQuery(search);
  const pages = useReadPages('/v1/deadlines', { params: { query: { ...query, limit: 25 } } });
  const total = useRead('/v1/deadlines/count', { params: { query } }, { every: 60_000 });
  const latest = pages.data?.pages[0]?.latestMeeting ?? null;
  return (
    <div ref={keys}>
      <PrintHead />
      <PageHead title={say('title')} />
      {latest !== null && <LatestMeeting latest={latest} />}
      <ComplaintDeadlines />
      <DeadlineFilters />
      <Listed
        pages={pages}
        rowsOf={deadlinesOf}
        keyOf={({ id }) => id}
        total={total.isPlaceholderData ? undefined : total.data}
        caption={say('caption')}
        columns={columns}
        tools={
          <RegisterTools
            name="deadlines"
            columns={columns}
            path={addressOf('/v1/deadlines', query)}
            views={{
              search,
              describe: (kept) => selection(deadlinesSearch(kept)),
              goTo: (kept) => void navigate({ search: deadlinesSearch(kept) }),
            }}
          />
        }
        empty={
          <Empty title={say('none')}>
            <p>{say('noneLead')}</p>
            {Object.keys(query).length > 0 && (
              <p className="air-small">
                <Link to="/frister">{say('everything')}</Link>
              </p>
            )}
          </Empty>
        }
      />
    </div>
  );
}

/** The latest day of a meeting that keeps what can still be kept, and the case that it goes by (U17). */
function LatestMeeting({ latest }: { readonly latest: NonNullable<Page['latestMeeting']> }) {
  const say = useText();
  const nameOf = useRuleName();
  const { on, caseId, caseNumber, rule } = latest;
  return (
    <Alert data-color="info" className="air-small">
      <p>
        <strong>{say('latest', { day: plainDay(on) })}</strong>{' '}
        {say('because', { rule: nameOf(rule).toLowerCase() })}{' '}
        <Link to="/sak/$caseId" params={{ caseId }}>
          {caseNumber ?? say('theCase')}
        </Link>
        .
      </p>
    </Alert>
  );
}
