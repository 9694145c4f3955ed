import { PageHead } from '../../ui/page-head.js';

export function MeetingPage() {
  return <PageHead title="Møte" />;
}
