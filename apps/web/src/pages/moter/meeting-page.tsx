import { useRead } from '../../api/read.js';
import { texts } from '../../i18n/texts.js';
import { useHasRole } from '../../shell/place.js';
import { Empty } from '../../ui/empty.js';
import { Freshness } from '../../ui/freshness.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { Waiting } from '../../ui/waiting.js';
import { AgendaList } from './agenda-list.js';
import { Attendance } from './attendance.js';
import { CasePanel } from './case-panel.js';
import { ItemPanel } from './item-panel.js';
import { type Meeting, pointNow, pointsOf } from './meeting.js';
import { MeetingHead } from './meeting-head.js';
import { NextStep } from './next-step.js';
import { StepOfMeeting } from './step-of-meeting.js';
import { Printed } from './printed.js';
import { Protocol } from './protocol.js';
import { meetingRoute } from './search.js';
import './page.css';
import './meeting-page.css';

const useText = texts('meeting-page', {
  nb: {
    empty: 'Sakslista er tom',
    emptyLead: 'Her kommer sakene i den rekkefølgen de tas opp. Sett opp saker som venter på et møte.',
    emptyRead: 'Her kommer sakene i den rekkefølgen de tas opp.',
  },
  nn: {
    empty: 'Sakslista er tom',
    emptyLead: 'Her kjem sakene i den rekkjefølgja dei blir tekne opp. Set opp saker som ventar på eit møte.',
    emptyRead: 'Her kjem sakene i den rekkjefølgja dei blir tekne opp.',
  },
});

/** While a meeting goes on, all in the room see the same. */
const renewal = 5_000;

/** One meeting: its agenda, each case in turn, who was there, and the protocol. */
export function MeetingPage() {
  const { meetingId } = meetingRoute.useParams();
  const { data, error, refetch } = useRead(
    '/v1/meetings/{meetingId}',
    { params: { path: { meetingId } } },
    { every: renewal },
  );
  if (data === undefined || data.meetingId !== meetingId) {
    return error === null ? <Waiting /> : <ProblemNotice error={error} retry={() => void refetch()} />;
  }
  return <ShownMeeting meeting={data} />;
}

function ShownMeeting({ meeting }: { readonly meeting: Meeting }) {
  const say = useText();
  const records = useHasRole('CASEWORKER');
  const { sak, stor } = meetingRoute.useSearch();
  const points = pointsOf(meeting);
  const now = pointNow(points, sak);
  return (
    <>
      <div className={stor ? 'meeting large no-print' : 'meeting no-print'}>
        <MeetingHead meeting={meeting} />
        <Freshness currentTo={meeting.currentTo} />
        {records && <NextStep meeting={meeting} />}
        {records && <StepOfMeeting meeting={meeting} />}
        <Attendance meeting={meeting} />
        {now === undefined ? (
          <Empty title={say('empty')}>
            <p>{say(records ? 'emptyLead' : 'emptyRead')}</p>
          </Empty>
        ) : (
          <div className="desk">
            <AgendaList meeting={meeting} points={points} now={now} />
            {'case' in now ? (
              <CasePanel key={now.key} meeting={meeting} points={points} place={now.place} one={now.case} />
            ) : (
              <ItemPanel meeting={meeting} place={now.place} item={now.item} />
            )}
          </div>
        )}
        <Protocol meeting={meeting} />
      </div>
      <Printed meeting={meeting} />
    </>
  );
}
