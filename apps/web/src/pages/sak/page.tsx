import { PageHead } from '../../ui/page-head.js';

export function CasePage() {
  return <PageHead title="Sak" />;
}
