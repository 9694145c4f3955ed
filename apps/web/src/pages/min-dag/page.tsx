import { useHasRole } from '../../shell/place.js';
import { AdminDay } from './admin-day.js';
import { DayHead } from './day-head.js';
import { Inbox } from './inbox.js';
import { OfficeDay } from './office-day.js';
import './page.css';

/** What waits for whoever looks: the inbox of those who work with cases, else what their role has to do. */
export function MyDayPage() {
  const hasInbox = useHasRole('CASEWORKER', 'LEADER', 'COORDINATOR', 'UNIT_LEADER');
  const isOffice = useHasRole('SERVICE_OFFICE');
  const isAdmin = useHasRole('ADMIN');
  if (hasInbox) return <Inbox />;
  if (isOffice) return <OfficeDay />;
  return isAdmin ? <AdminDay /> : <DayHead />;
}
