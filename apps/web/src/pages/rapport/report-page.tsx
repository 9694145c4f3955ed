import { Button, Switch } from '@digdir/designsystemet-react';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useRead } from '../../api/read.js';
import { clockOf, dayOf, fullDay } from '../../dates/dates.js';
import { texts } from '../../i18n/texts.js';
import { useHasRole } from '../../shell/place.js';
import { DownloadButtons } from '../../ui/download-buttons.js';
import { PageHead } from '../../ui/page-head.js';
import { PrintHead } from '../../ui/print-head.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { Waiting } from '../../ui/waiting.js';
import { Actions } from './actions.js';
import { BeforeSending } from './before-sending.js';
import { BehindWindow } from './behind-window.js';
import { Changes } from './changes.js';
import { KeyFigures } from './key-figures.js';
import { ProfileChanges } from './profile-changes.js';
import { Sections } from './sections.js';
import { reportRoute } from './search.js';
import { Themes } from './themes.js';
import type { Action, Report } from './told.js';
import { usePeriod } from './said.js';
import './page.css';

const useText = texts('report-page', {
  nb: {
    title: 'Rapport, {{period}}',
    all: 'Alle rapportene',
    frozen: 'Tallene er tatt ut {{day}} kl. {{clock}} og endrer seg ikke. Regler: {{rules}}.',
    open: 'Tallene telles av det som var registrert {{day}} kl. {{clock}}. De er ikke låst.',
    unit: 'Vis enhetens egne tall',
    unitNote:
      'Forumet får bare tall som ikke røper noen. De egne tallene blir i enheten, og skrives ikke ut.',
    print: 'Skriv ut',
    nothing:
      'Tallene for et halvår legges ikke fram: hver tabell vises for et år eller tre år om gangen, så ingen kan regne seg fram til noen. Teksten legges fram.',
    asked: 'Det forumet har bedt om, og som ikke er gjort',
    answered: 'Det forumet svarte på denne rapporten',
  },
  nn: {
    title: 'Rapport, {{period}}',
    all: 'Alle rapportane',
    frozen: 'Tala er tekne ut {{day}} kl. {{clock}} og endrar seg ikkje. Reglar: {{rules}}.',
    open: 'Tala blir talde av det som var registrert {{day}} kl. {{clock}}. Dei er ikkje låste.',
    unit: 'Vis dei eigne tala til eininga',
    unitNote:
      'Forumet får berre tal som ikkje røper nokon. Dei eigne tala blir i eininga, og blir ikkje skrivne ut.',
    print: 'Skriv ut',
    nothing:
      'Tala for eit halvår blir ikkje lagde fram: kvar tabell blir vist for eitt eller tre år om gongen, så ingen kan rekne seg fram til nokon. Teksten blir lagd fram.',
    asked: 'Det forumet har bede om, og som ikkje er gjort',
    answered: 'Det forumet svarte på denne rapporten',
  },
});

/** One report to the leadership forum: what it asked for before, the figures, what the unit writes, and how far it has come. */
export function ReportPage() {
  const { reportId } = reportRoute.useParams();
  const { data, error, refetch } = useRead('/v1/reports/{reportId}', { params: { path: { reportId } } });
  if (data?.report.reportId !== reportId) {
    return error === null ? <Waiting /> : <ProblemNotice error={error} retry={() => void refetch()} />;
  }
  return <ShownReport key={reportId} report={data.report} openActions={data.openActions} />;
}

interface ShownProps {
  readonly report: Report;
  readonly openActions: readonly Action[];
}

function ShownReport({ report, openActions }: ShownProps) {
  const say = useText();
  const period = usePeriod();
  const leads = useHasRole('LEADER');
  const { reportId, approvedOn, actions, replacedBy } = report;
  return (
    <>
      <PageHead
        title={say('title', { period: period(report) })}
        over={
          <Link to="/rapport" className="no-print">
            {say('all')}
          </Link>
        }
        actions={
          <Button variant="secondary" onClick={() => window.print()}>
            {say('print')}
          </Button>
        }
      />
      <PrintHead />
      <div className="stack wide report">
        {openActions.length > 0 && <Actions title={say('asked')} actions={openActions} />}
        <BeforeSending report={report} />
        {actions.length > 0 && <Actions title={say('answered')} actions={actions} />}
        <Numbers
          reportId={reportId}
          before={<Sections report={report} mayWrite={leads && approvedOn === null && replacedBy === null} />}
        />
      </div>
    </>
  );
}

/** The report's numbers: what the forum sees, or the unit's own with who is behind them. What is printed leaves the unit, and is the forum's. */
function Numbers({ reportId, before }: { readonly reportId: string; readonly before: ReactNode }) {
  const say = useText();
  const { vis } = reportRoute.useSearch();
  const navigate = reportRoute.useNavigate();
  const [asked, setAsked] = useState<{ readonly cell: string; readonly label: string }>();
  const { data, error, refetch } = useRead('/v1/reports/{reportId}/tables', {
    params: { path: { reportId } },
  });
  const behind = useRead(
    '/v1/reports/{reportId}/behind',
    { params: { path: { reportId }, query: { cell: asked?.cell ?? '' } } },
    { enabled: asked !== undefined },
  );
  if (data === undefined) {
    return error === null ? <Waiting /> : <ProblemNotice error={error} retry={() => void refetch()} />;
  }
  const { unit, forum, isFrozen, recordedAt, rules, profileChanges } = data;
  const own = vis === 'enheten';
  const at = { day: fullDay(dayOf(recordedAt)), clock: clockOf(recordedAt), rules };
  return (
    <>
      <div className="stack">
        <p className="quiet">{say(isFrozen ? 'frozen' : 'open', at)}</p>
        <ProfileChanges days={profileChanges} />
        <Switch
          className="no-print"
          label={say('unit')}
          description={say('unitNote')}
          checked={own}
          onChange={({ target }) =>
            void navigate({
              search: target.checked ? { vis: 'enheten' } : {},
              replace: true,
              resetScroll: false,
            })
          }
        />
        {isFrozen && (
          <div className="row no-print">
            <DownloadButtons
              path={`/v1/reports/${encodeURIComponent(reportId)}/edition`}
              variant="tertiary"
              formats={['pdf', 'xlsx', 'csv']}
            />
          </div>
        )}
        {own && (
          <div className="no-print">
            <KeyFigures themes={unit} />
          </div>
        )}
        <div className={own ? 'only-print' : ''}>
          {forum.length === 0 ? (
            <p className="panel light">{say('nothing')}</p>
          ) : (
            <KeyFigures themes={forum} />
          )}
        </div>
      </div>
      {before}
      {own && (
        <div className="stack wide no-print">
          <Themes themes={unit} onAsk={(cell, label) => setAsked({ cell, label })} />
          <Changes reportId={reportId} themes={unit} />
        </div>
      )}
      <div className={own ? 'only-print' : 'stack wide'}>
        <Themes themes={forum} />
      </div>
      {asked && <BehindWindow label={asked.label} read={behind} close={() => setAsked(undefined)} />}
    </>
  );
}
