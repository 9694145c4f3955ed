import { useReadPages } from '../../api/read.js';
import { texts } from '../../i18n/texts.js';
import { Freshness } from '../../ui/freshness.js';
import { MoreButton } from '../../ui/more-button.js';
import { OnDemand } from '../../ui/on-demand.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { Waiting } from '../../ui/waiting.js';
import { OneReport } from './one-report.js';
import type { Report } from './report.js';
import { useCircumstances } from './use-circumstances.js';

const useText = texts('own-reports', {
  nb: {
    lacks: 'Mangler fra enheten: {{count}}',
    nothing: 'Ingenting mangler.',
    all: 'Det som er meldt',
    none: 'Ingenting er meldt ennå.',
    ended: 'Det som er avsluttet eller trukket tilbake',
    noneEnded: 'Ingenting er avsluttet eller trukket tilbake.',
    more: 'Vis flere',
  },
  nn: {
    lacks: 'Manglar frå eininga: {{count}}',
    nothing: 'Ingenting manglar.',
    all: 'Det som er meldt',
    none: 'Ingenting er meldt enno.',
    ended: 'Det som er avslutta eller trekt tilbake',
    noneEnded: 'Ingenting er avslutta eller trekt tilbake.',
    more: 'Vis fleire',
  },
});

/** Whether the unit that reported has something to clear. */
const lacks = ({ discrepancies }: Report) =>
  discrepancies.some(({ endedOn, owner }) => endedOn === null && owner === 'UNIT');

const useReports = (ended: boolean) =>
  useReadPages('/v1/unit-reports', { params: { query: { limit: 200, ended } } });

/** What is missing from the unit, what runs, and on demand what has ended, each with what came of it. */
export function OwnReports() {
  const say = useText();
  const pages = useReports(false);
  const { data, error, refetch } = pages;
  if (data === undefined) {
    return error === null ? <Waiting /> : <ProblemNotice error={error} retry={() => void refetch()} />;
  }
  const reports = data.pages.flatMap((page) => page.reports);
  const lacking = reports.filter(lacks);
  const count = `${lacking.length}${pages.hasNextPage ? '+' : ''}`;
  const [first] = data.pages;
  return (
    <>
      <section aria-labelledby="lacking">
        <div className="row apart">
          <h2 id="lacking">{say('lacks', { count })}</h2>
          {first && <Freshness currentTo={first.currentTo} />}
        </div>
        <List reports={lacking} empty={say('nothing')} />
      </section>
      <section aria-labelledby="reported">
        <h2 id="reported">{say('all')}</h2>
        <List reports={reports.filter((one) => !lacks(one))} empty={say('none')} />
        <MoreButton pages={pages} label={say('more')} />
      </section>
      <OnDemand title={say('ended')}>
        <Ended />
      </OnDemand>
    </>
  );
}

function Ended() {
  const say = useText();
  const pages = useReports(true);
  const { data, error, refetch } = pages;
  if (data === undefined) {
    return error === null ? <Waiting /> : <ProblemNotice error={error} retry={() => void refetch()} />;
  }
  return (
    <>
      <List reports={data.pages.flatMap((page) => page.reports)} empty={say('noneEnded')} />
      <MoreButton pages={pages} label={say('more')} />
    </>
  );
}

function List({ reports, empty }: { readonly reports: readonly Report[]; readonly empty: string }) {
  const { staff } = useCircumstances();
  if (reports.length === 0) return <p className="quiet air-small">{empty}</p>;
  return (
    <ol className="report-list">
      {reports.map((one) => (
        <OneReport key={one.reportId} report={one} staff={staff} />
      ))}
    </ol>
  );
}
