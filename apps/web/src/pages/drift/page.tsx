import { PageHead } from '../../ui/page-head.js';

export function OperationPage() {
  return <PageHead title="Drift" />;
}
