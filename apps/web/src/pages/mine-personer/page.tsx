import { PageHead } from '../../ui/page-head.js';

export function MyPeoplePage() {
  return <PageHead title="Mine personer" />;
}
