import { Button } from '@digdir/designsystemet-react';
import { texts } from '../../i18n/texts.js';
import { useHasRole, usePlace } from '../../shell/place.js';
import { PageHead } from '../../ui/page-head.js';
import { Board } from './board.js';
import { MeetingList } from './meeting-list.js';
import { NextMeeting } from './next-meeting.js';
import { meetingsRoute } from './search.js';
import './page.css';

const useText = texts('meetings', {
  nb: {
    title: 'Møter',
    lead: 'Møtene i {{unit}}, sakslistene og protokollene.',
    leadBoth: 'Møtene i {{unit}} og i tildelingsnemnda, sakslistene og protokollene.',
    leadBoard: 'Nemndas møter. Et møte står her når sakslista er låst.',
    plan: 'Planlegg møte',
    coming: 'Kommende møter',
    past: 'Tidligere møter',
  },
  nn: {
    title: 'Møte',
    lead: 'Møta i {{unit}}, sakslistene og protokollane.',
    leadBoth: 'Møta i {{unit}} og i tildelingsnemnda, sakslistene og protokollane.',
    leadBoard: 'Møta i nemnda. Eit møte står her når sakslista er låst.',
    plan: 'Planlegg møte',
    coming: 'Komande møte',
    past: 'Tidlegare møte',
  },
});

/** Meetings of the unit and of the board: what is ahead, what has been, and who sits on the board. */
export function MeetingsPage() {
  const say = useText();
  const { profile } = usePlace();
  const ofUnit = useHasRole('CASEWORKER', 'LEADER');
  const plans = useHasRole('CASEWORKER');
  const { steg } = meetingsRoute.useSearch();
  const navigate = meetingsRoute.useNavigate();
  const hasBoard = profile.deciderBody === 'BOARD';
  const open = () => void navigate({ search: { steg: 'MEETING_TO_PLAN' } });
  return (
    <>
      <PageHead
        title={say('title')}
        lead={say(!ofUnit ? 'leadBoard' : hasBoard ? 'leadBoth' : 'lead')}
        actions={plans && steg === undefined && <Button onClick={open}>{say('plan')}</Button>}
      />
      <div className="stack wide">
        {ofUnit && <NextMeeting />}
        <MeetingList when="COMING" title={say('coming')} />
        <MeetingList when="PAST" title={say('past')} />
        {hasBoard && <Board />}
      </div>
    </>
  );
}
