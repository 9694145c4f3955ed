import { PageHead } from '../../ui/page-head.js';

export function MeetingsPage() {
  return <PageHead title="Møter" />;
}
