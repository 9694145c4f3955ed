import { PageHead } from '../../ui/page-head.js';

export function PlansPage() {
  return <PageHead title="Planer og koordinatorer" />;
}
