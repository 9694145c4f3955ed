import { PageHead } from '../../ui/page-head.js';

export function CasesPage() {
  return <PageHead title="Saker" />;
}
