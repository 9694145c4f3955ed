import { Table } from '@digdir/designsystemet-react';
import { Link } from '@tanstack/react-router';
import { useId } from 'react';
import { useReadPages } from '../../api/read.js';
import { dayInText } from '../../dates/dates.js';
import { agoOrAhead } from '../../dates/distance.js';
import { language } from '../../i18n/language.js';
import { capital, texts } from '../../i18n/texts.js';
import { Empty } from '../../ui/empty.js';
import { Freshness } from '../../ui/freshness.js';
import { useMeetingStatus } from '../../ui/meeting-status.js';
import { textOf } from '../../ui/opened.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { TableFrame } from '../../ui/table-frame.js';
import { Waiting } from '../../ui/waiting.js';
import type { MeetingLine } from './meeting.js';
import { useMeetingTexts } from './meeting-texts.js';
import { MoreButton } from '../../ui/more-button.js';

const useText = texts('meeting-list', {
  nb: {
    day: 'Dag',
    meeting: 'Møte',
    place: 'Tid og sted',
    cases: 'Saker',
    status: 'Status',
    COMING: 'Ingen møter er planlagt',
    COMINGlead: 'Her kommer møtene som er planlagt, det nærmeste øverst.',
    PAST: 'Ingen møter har vært holdt',
    PASTlead: 'Her blir møtene stående med saksliste og protokoll, det siste øverst.',
    COMINGorder: 'Det nærmeste øverst.',
    PASTorder: 'Det siste øverst.',
    more: 'Vis flere møter',
  },
  nn: {
    day: 'Dag',
    meeting: 'Møte',
    place: 'Tid og stad',
    cases: 'Saker',
    status: 'Status',
    COMING: 'Ingen møte er planlagde',
    COMINGlead: 'Her kjem møta som er planlagde, det næraste øvst.',
    PAST: 'Ingen møte har vore haldne',
    PASTlead: 'Her blir møta ståande med saksliste og protokoll, det siste øvst.',
    COMINGorder: 'Det næraste øvst.',
    PASTorder: 'Det siste øvst.',
    more: 'Vis fleire møte',
  },
});

interface Props {
  readonly when: 'COMING' | 'PAST';
  readonly title: string;
}

/** Meetings that are ahead, or that have been. */
export function MeetingList({ when, title }: Props) {
  const say = useText();
  const id = useId();
  const pages = useReadPages('/v1/meetings', { params: { query: { when, limit: 25 } } });
  const { data, error, refetch } = pages;
  const meetings = data?.pages.flatMap((page) => page.meetings) ?? [];
  const [first] = data?.pages ?? [];
  return (
    <section aria-labelledby={id}>
      <div className="row apart">
        <h2 id={id}>{title}</h2>
        {first && <Freshness currentTo={first.currentTo} says={say(`${when}order`)} />}
      </div>
      {data === undefined &&
        (error === null ? <Waiting /> : <ProblemNotice error={error} retry={() => void refetch()} />)}
      {data !== undefined && meetings.length === 0 && (
        <Empty title={say(when)}>
          <p>{say(`${when}lead`)}</p>
        </Empty>
      )}
      {meetings.length > 0 && (
        <TableFrame label={title}>
          <Table>
            <Table.Head>
              <Table.Row>
                <Table.HeaderCell>{say('day')}</Table.HeaderCell>
                <Table.HeaderCell>{say('meeting')}</Table.HeaderCell>
                <Table.HeaderCell>{say('place')}</Table.HeaderCell>
                <Table.HeaderCell className="to-right">{say('cases')}</Table.HeaderCell>
                <Table.HeaderCell>{say('status')}</Table.HeaderCell>
              </Table.Row>
            </Table.Head>
            <Table.Body>
              {meetings.map((meeting) => (
                <Row key={meeting.meetingId} meeting={meeting} />
              ))}
            </Table.Body>
          </Table>
        </TableFrame>
      )}
      <MoreButton pages={pages} label={say('more')} />
    </section>
  );
}

function Row({ meeting }: { readonly meeting: MeetingLine }) {
  const { meetingId, meetsOn, startsAt, place, kind, caseCount } = meeting;
  const say = useMeetingTexts();
  const statusOf = useMeetingStatus();
  const spoken = language();
  return (
    <Table.Row>
      <Table.HeaderCell scope="row">
        <Link to="/moter/$meetingId" params={{ meetingId }}>
          {capital(dayInText(meetsOn, spoken))}
        </Link>
        <span className="under">{agoOrAhead(meetsOn, spoken)}</span>
      </Table.HeaderCell>
      <Table.Cell>{say(kind)}</Table.Cell>
      <Table.Cell>
        {startsAt !== null && (
          <span className="keep-together">{say('at', { clock: startsAt.replace(':', '.') })}</span>
        )}
        {textOf(place) !== '' && <span className="under">{textOf(place)}</span>}
      </Table.Cell>
      <Table.Cell className="to-right">{caseCount}</Table.Cell>
      <Table.Cell>
        {capital(statusOf(meeting))}
        {meeting.status === 'PLANNED' && meeting.agendaFixedOn !== null && (
          <span className="under">{say('fixed')}</span>
        )}
      </Table.Cell>
    </Table.Row>
  );
}
