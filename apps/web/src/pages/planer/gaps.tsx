import { Button } from '@digdir/designsystemet-react';
import { Link } from '@tanstack/react-router';
import { useRead } from '../../api/read.js';
import { shortDay } from '../../dates/dates.js';
import { capital, texts, useWords } from '../../i18n/texts.js';
import { placeOf } from '../../tasks/place-of.js';
import { Freshness } from '../../ui/freshness.js';
import { useListedName } from '../../ui/listed-name.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { Waiting } from '../../ui/waiting.js';
import { type Gap, gapsOf } from './gaps-of.js';

const useText = texts('gaps', {
  nb: {
    heading: 'Uten {{coordinator}}: {{now}} nå, {{ahead}} på vei',
    nobody: 'Alle som skal ha {{coordinator}}, har det.',
    days_one: 'Én dag',
    days_other: '{{count}} dager',
    since: 'siden {{day}}',
    inDays_one: 'Om én dag',
    inDays_other: 'Om {{count}} dager',
    from: 'fra {{day}}',
    caseNumber: 'sak {{number}}',
    all: 'Vis alle som er uten nå',
    stepFor: '{{step}}: {{name}}',
  },
  nn: {
    heading: 'Utan {{coordinator}}: {{now}} no, {{ahead}} på veg',
    nobody: 'Alle som skal ha {{coordinator}}, har det.',
    days_one: 'Éin dag',
    days_other: '{{count}} dagar',
    since: 'sidan {{day}}',
    inDays_one: 'Om éin dag',
    inDays_other: 'Om {{count}} dagar',
    from: 'frå {{day}}',
    caseNumber: 'sak {{number}}',
    all: 'Vis alle som er utan no',
    stepFor: '{{step}}: {{name}}',
  },
});

const most = 5;

/** Who should have a coordinator and has none, the longest first, and who is about to lose one. */
export function Gaps() {
  const say = useText();
  const { data, error, refetch } = useRead('/v1/coordination', {
    params: { query: { withoutCoordinator: true, limit: 200 } },
  });
  const { data: waiting } = useRead('/v1/tasks', {
    params: {
      query: {
        kind: [
          'COORDINATOR_GAP',
          'COORDINATOR_TO_APPOINT',
          'COORDINATOR_LEFT',
          'PROPOSAL_TO_CONCUR',
          'CANDIDATE_TO_ANSWER',
        ],
        limit: 200,
      },
    },
  });
  if (data === undefined) {
    return error === null ? <Waiting /> : <ProblemNotice error={error} retry={() => void refetch()} />;
  }
  const gaps = gapsOf(data.coordination, waiting?.tasks ?? []);
  const now = gaps.filter(({ days }) => days >= 0).length;
  return (
    <section aria-labelledby="gaps">
      <div className="row apart">
        <h2 id="gaps">
          {say('heading', { now: data.next === undefined ? now : `${now}+`, ahead: gaps.length - now })}
        </h2>
        <Freshness currentTo={data.currentTo} />
      </div>
      {gaps.length === 0 && <p className="air-small">{say('nobody')}</p>}
      <ol className="gaps">
        {gaps.slice(0, most).map((gap) => (
          <GapRow key={`${gap.subject.subjectId} ${gap.since}`} gap={gap} />
        ))}
      </ol>
      {gaps.length > most && (
        <Link to="/planer" search={{ vis: 'uten-koordinator' }} resetScroll={false}>
          {say('all')}
        </Link>
      )}
    </section>
  );
}

function GapRow({ gap: { subject, since, days, tasks } }: { readonly gap: Gap }) {
  const say = useText();
  const words = useWords();
  const [task] = tasks;
  const name = useListedName()(subject);
  return (
    <li>
      <div className={days >= 0 ? 'gap-days now' : 'gap-days'}>
        <strong>{days >= 0 ? say('days', { count: days }) : say('inDays', { count: -days })}</strong>
        <span>{say(days >= 0 ? 'since' : 'from', { day: shortDay(since) })}</span>
      </div>
      <div>
        <h3>
          <Link to="/person/$subjectId" params={{ subjectId: subject.subjectId }} data-row-link>
            {name}
          </Link>{' '}
          {task !== undefined && task.caseNumber !== null && (
            <span className="quiet small">{say('caseNumber', { number: task.caseNumber })}</span>
          )}
        </h3>
        {tasks.map(({ id, why }) => (
          <p key={id} className="small">
            {words(why)}
          </p>
        ))}
      </div>
      {task !== undefined && (
        <Button asChild variant="secondary" className="no-print">
          <Link {...placeOf(task, true)} aria-label={say('stepFor', { step: words(task.step), name })}>
            {capital(words(task.step))}
          </Link>
        </Button>
      )}
    </li>
  );
}
