import { texts } from '../../i18n/texts.js';
import { useHasRole } from '../../shell/place.js';
import { PageHead } from '../../ui/page-head.js';
import { OwnCosts } from './own-costs.js';
import { OwnReports } from './own-reports.js';
import { ReportForm } from './report-form.js';
import './page.css';

const useText = texts('unit-leader', {
  nb: {
    title: 'Enhetsleder',
    lead: 'Planer og koordinatorer som enheten har selv, meldes hit. Alt blir registrert; det som ikke stemmer, får et navn og blir stående til det er i orden.',
  },
  nn: {
    title: 'Einingsleiar',
    lead: 'Planar og koordinatorar som eininga har sjølv, blir melde hit. Alt blir registrert; det som ikkje stemmer, får eit namn og blir ståande til det er i orden.',
  },
});

/** What a unit has of its own: costs that its leader is asked about (F4), and what the leader reports, several persons at a time, and what is to be done about it (S9, S10). */
export function UnitLeaderPage() {
  const say = useText();
  const leads = useHasRole('UNIT_LEADER');
  return (
    <>
      <PageHead title={say('title')} lead={say('lead')} />
      <div className="stack wide">
        {leads && <OwnCosts />}
        <ReportForm />
        <OwnReports />
      </div>
    </>
  );
}
