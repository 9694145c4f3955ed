import { PageHead } from '../../ui/page-head.js';

export function HistoryPage() {
  return <PageHead title="Historikk" />;
}
