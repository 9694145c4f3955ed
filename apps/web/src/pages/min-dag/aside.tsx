import { Link } from '@tanstack/react-router';
import { useRead } from '../../api/read.js';
import { dayInText, today } from '../../dates/dates.js';
import { language } from '../../i18n/language.js';
import { useLabel } from '../../i18n/labels.js';
import { capital, texts, useWords } from '../../i18n/texts.js';
import { useHasRole } from '../../shell/place.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { Lacking } from './lacking.js';

const useText = texts('my-day-aside', {
  nb: {
    label: 'Det som skjer',
    meeting: 'Neste møte',
    noMeeting: 'Ingen møter er planlagt.',
    plan: 'Planlegg et møte',
    open: 'Åpne sakslista',
    kinds: 'Det som venter',
    nothing: 'Ingenting venter.',
  },
  nn: {
    label: 'Det som skjer',
    meeting: 'Neste møte',
    noMeeting: 'Ingen møte er planlagde.',
    plan: 'Planlegg eit møte',
    open: 'Opne sakslista',
    kinds: 'Det som ventar',
    nothing: 'Ingenting ventar.',
  },
});

/** What happens next, and how much of each kind waits. */
export function Aside() {
  const say = useText();
  const words = useWords();
  const label = useLabel();
  const isLeader = useHasRole('LEADER');
  const { data: meetings, error, refetch } = useRead('/v1/meetings', { params: { query: { limit: 50 } } });
  const { data: counts } = useRead('/v1/tasks/counts', {});
  const next = meetings?.meetings
    .filter(({ meetsOn, status }) => meetsOn >= today() && status === 'PLANNED')
    .toSorted((one, other) => one.meetsOn.localeCompare(other.meetsOn))[0];
  return (
    <aside className="side" aria-label={say('label')}>
      <section className="panel light">
        <h2>{say('meeting')}</h2>
        {meetings === undefined ? (
          error !== null && <ProblemNotice error={error} retry={() => void refetch()} />
        ) : next === undefined ? (
          <>
            <p>{say('noMeeting')}</p>
            <Link to="/moter">{say('plan')}</Link>
          </>
        ) : (
          <>
            <p>
              <strong>{capital(dayInText(next.meetsOn, language()))}</strong>
            </p>
            <p className="small">{capital(label('meetingKind', next.kind))}</p>
            <Link to="/moter/$meetingId" params={{ meetingId: next.meetingId }}>
              {say('open')}
            </Link>
          </>
        )}
      </section>
      {isLeader && <Lacking />}
      <section className="panel light">
        <h2>{say('kinds')}</h2>
        {counts?.counts.length === 0 && <p className="small">{say('nothing')}</p>}
        <ul className="small kinds">
          {counts?.counts.map(({ kind, label: name, all }) => (
            <li key={kind}>
              <span>{capital(words(name))}</span> <span className="figures">{all}</span>
            </li>
          ))}
        </ul>
      </section>
    </aside>
  );
}
