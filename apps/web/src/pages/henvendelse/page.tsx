import { PageHead } from '../../ui/page-head.js';

export function EnquiryPage() {
  return <PageHead title="Henvendelse" />;
}
