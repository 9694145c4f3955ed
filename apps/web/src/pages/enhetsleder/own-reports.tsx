import { useReadPages } from '../../api/read.js';
import { texts } from '../../i18n/texts.js';
import { Freshness } from '../../ui/freshness.js';
import { MoreButton } from '../../ui/more-button.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { Waiting } from '../../ui/waiting.js';
import { OneReport } from './one-report.js';
import type { Report } from './report.js';
import { type Circumstances, useCircumstances } from './use-circumstances.js';

const useText = texts('own-reports', {
  nb: {
    lacks: 'Mangler fra enheten: {{count}}',
    nothing: 'Ingenting mangler.',
    all: 'Det som er meldt',
    none: 'Ingenting er meldt ennå.',
  },
  nn: {
    lacks: 'Manglar frå eininga: {{count}}',
    nothing: 'Ingenting manglar.',
    all: 'Det som er meldt',
    none: 'Ingenting er meldt enno.',
  },
});

/** Whether the unit that reported has something to clear. */
const lacks = ({ discrepancies }: Report) =>
  discrepancies.some(({ endedOn, owner }) => endedOn === null && owner === 'UNIT');

/** What is missing from the unit, and everything that was reported, with what came of it. */
export function OwnReports() {
  const say = useText();
  const { staff } = useCircumstances();
  const pages = useReadPages('/v1/unit-reports', { params: { query: { limit: 50 } } });
  const { data, error, refetch } = pages;
  if (data === undefined) {
    return error === null ? <Waiting /> : <ProblemNotice error={error} retry={() => void refetch()} />;
  }
  const reports = data.pages.flatMap((page) => page.reports);
  const lacking = reports.filter(lacks);
  const [first] = data.pages;
  return (
    <>
      <section aria-labelledby="lacking">
        <div className="row apart">
          <h2 id="lacking">{say('lacks', { count: lacking.length })}</h2>
          {first && <Freshness currentTo={first.currentTo} />}
        </div>
        {lacking.length === 0 && <p className="quiet air-small">{say('nothing')}</p>}
        <List reports={lacking} staff={staff} />
      </section>
      <section aria-labelledby="reported">
        <h2 id="reported">{say('all')}</h2>
        {reports.length === 0 && <p className="quiet air-small">{say('none')}</p>}
        <List reports={reports.filter((one) => !lacks(one))} staff={staff} />
        <MoreButton pages={pages} />
      </section>
    </>
  );
}

interface ListProps extends Pick<Circumstances, 'staff'> {
  readonly reports: readonly Report[];
}
const List = ({ reports, staff }: ListProps) => (
  <ol className="report-list">
    {reports.map((one) => (
      <OneReport key={one.reportId} report={one} staff={staff} />
    ))}
  </ol>
);
