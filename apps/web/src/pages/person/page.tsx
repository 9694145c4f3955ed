import { PageHead } from '../../ui/page-head.js';

export function PersonPage() {
  return <PageHead title="Person" />;
}
