import type { ReactNode } from 'react';
import { texts } from '../../i18n/texts.js';
import { PartsPage } from '../../ui/records/parts-page.js';
import { FiguresOfPeriod } from './figures-of-period.js';
import { NationalStatus } from './national-status.js';
import { ReportList } from './report-list.js';
import { type Part, reportsRoute } from './search.js';
import './page.css';

const useText = texts('reports-page', {
  nb: {
    title: 'Rapport',
    parts: 'Deler av siden',
    rapporter: 'Rapporter til forumet',
    tall: 'Tall for en periode',
    status: 'Status til KOSTRA og KPR',
  },
  nn: {
    title: 'Rapport',
    parts: 'Delar av sida',
    rapporter: 'Rapportar til forumet',
    tall: 'Tal for ein periode',
    status: 'Status til KOSTRA og KPR',
  },
});

const parts: Readonly<Record<Part, () => ReactNode>> = {
  rapporter: ReportList,
  tall: FiguresOfPeriod,
  status: NationalStatus,
};

/** Reports to the leadership forum, and the figures of any period. */
export function ReportsPage() {
  const say = useText();
  const { del = 'rapporter' } = reportsRoute.useSearch();
  return (
    <PartsPage
      title={say('title')}
      to="/rapport"
      label={say('parts')}
      parts={parts}
      chosen={del}
      titleOf={say}
    />
  );
}
