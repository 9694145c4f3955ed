import { PageHead } from '../../ui/page-head.js';

export function SettingsPage() {
  return <PageHead title="Innstillinger" />;
}
