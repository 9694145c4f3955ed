import { texts } from '../../i18n/texts.js';
import { AttendanceList } from './attendance-list.js';
import type { Meeting } from './meeting.js';

const useText = texts('attendance', {
  nb: { title: 'Til stede: {{count}}' },
  nn: { title: 'Til stades: {{count}}' },
});

/** Who was there, once the meeting is held. */
export function Attendance({ meeting }: { readonly meeting: Meeting }) {
  const say = useText();
  if (meeting.attendance.length === 0) return null;
  return (
    <section className="attendance" aria-labelledby="attendance">
      <h2 id="attendance">{say('title', { count: meeting.attendance.length })}</h2>
      <AttendanceList meeting={meeting} />
    </section>
  );
}
