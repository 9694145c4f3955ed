import { Link } from '@tanstack/react-router';
import { useRead } from '../../api/read.js';
import { fullDay } from '../../dates/dates.js';
import { texts } from '../../i18n/texts.js';
import { useHasRole } from '../../shell/place.js';
import { keyOf } from '../../steps/placed-step.js';
import { Freshness } from '../../ui/freshness.js';
import { nameOf } from '../../ui/opened.js';
import { PageHead } from '../../ui/page-head.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { Waiting } from '../../ui/waiting.js';
import { FollowUpContext, followUpRoute } from './follow-up-context.js';
import { InsightReviews } from './insight-reviews.js';
import { Insights } from './insights.js';
import { Meetings } from './meetings.js';
import { Notes } from './notes.js';
import { Promises } from './promises.js';
import '../../ui/lines.css';

const useText = texts('follow-up', {
  nb: {
    title: 'Oppfølging',
    met: 'Møttes sist {{day}}',
    neverMet: 'Har ikke møttes ennå',
    noted: 'Sist skrevet noe {{day}}',
    history: 'Historikk',
    onlyFacts:
      'Her ser du når det er møter, hvem som kom og hva som er lovet. Det som ble sagt, er for koordinatoren.',
    page: 'Alt på siden.',
  },
  nn: {
    title: 'Oppfølging',
    met: 'Møttest sist {{day}}',
    neverMet: 'Har ikkje møttest enno',
    noted: 'Sist skrive noko {{day}}',
    history: 'Historikk',
    onlyFacts:
      'Her ser du når det er møte, kven som kom og kva som er lova. Det som vart sagt, er for koordinatoren.',
    page: 'Alt på sida.',
  },
});

/** What is done around a person between appointments and plans: who meets, who promised what, who was in touch. */
export function FollowUpPage() {
  const say = useText();
  const { subjectId } = followUpRoute.useParams();
  const { steg } = followUpRoute.useSearch();
  const navigate = followUpRoute.useNavigate();
  const { data, error, refetch } = useRead('/v1/subjects/{subjectId}/follow-up', {
    params: { path: { subjectId } },
  });
  const readsTrail = useHasRole('COORDINATOR');
  if (data === undefined) {
    return error === null ? <Waiting /> : <ProblemNotice error={error} retry={() => void refetch()} />;
  }
  const go = (search: { readonly steg?: string }) =>
    void navigate({ search, replace: true, resetScroll: false });
  const page = {
    subjectId,
    of: data,
    opened: steg,
    open: (step: Parameters<typeof keyOf>[0]) => go({ steg: keyOf(step) }),
    close: () => go({}),
  };
  const lead = [
    data.metOn === null ? say('neverMet') : say('met', { day: fullDay(data.metOn) }),
    ...(data.notedOn === null ? [] : [say('noted', { day: fullDay(data.notedOn) })]),
  ];
  return (
    <FollowUpContext value={page}>
      <PageHead
        title={say('title')}
        over={
          <Link to="/person/$subjectId" params={{ subjectId }}>
            {nameOf(data.subject)}
          </Link>
        }
        lead={`${lead.join('. ')}.`}
        actions={
          readsTrail && (
            <Link to="/historikk/$what/$id" params={{ what: 'oppfolging', id: subjectId }}>
              {say('history')}
            </Link>
          )
        }
      />
      <Freshness currentTo={data.currentTo} says={say('page')} />
      <div className="stack wide">
        {!data.readsNotes && <p className="quiet">{say('onlyFacts')}</p>}
        <Promises />
        <Meetings />
        {data.readsNotes && <Notes />}
        <InsightReviews />
        {data.readsNotes && <Insights />}
      </div>
    </FollowUpContext>
  );
}
