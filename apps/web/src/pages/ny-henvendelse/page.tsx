import { PageHead } from '../../ui/page-head.js';

export function NewEnquiryPage() {
  return <PageHead title="Ny henvendelse" />;
}
