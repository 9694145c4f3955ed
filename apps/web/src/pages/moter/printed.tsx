import { fullDay, today } from '../../dates/dates.js';
import { useLabel } from '../../i18n/labels.js';
import { capital, texts } from '../../i18n/texts.js';
import { usePlace } from '../../shell/place.js';
import { textOf } from '../../ui/opened.js';
import { AttendanceList } from './attendance-list.js';
import { useMeetingFacts, useMeetingTitle } from './meeting-head.js';
import { type Meeting, pointsOf } from './meeting.js';
import { ProtocolText } from './protocol.js';

const useText = texts('printed-meeting', {
  nb: {
    unit: '{{municipality}} kommune, {{unit}}',
    agenda: 'Saksliste',
    protocol: 'Protokoll',
    present: 'Til stede',
    noNumber: 'Sak uten nummer',
    before: 'utsatt {{day}}',
    printed: 'Skrevet ut {{day}} av {{who}}. {{count}} saker.',
    numbers: 'Sakene står med nummer, ikke navn.',
  },
  nn: {
    unit: '{{municipality}} kommune, {{unit}}',
    agenda: 'Saksliste',
    protocol: 'Protokoll',
    present: 'Til stades',
    noNumber: 'Sak utan nummer',
    before: 'utsett {{day}}',
    printed: 'Skriven ut {{day}} av {{who}}. {{count}} saker.',
    numbers: 'Sakene står med nummer, ikkje namn.',
  },
});

/** The agenda, and once the meeting is held the protocol, as it is printed: with a head, and by number in place of name. */
export function Printed({ meeting }: { readonly meeting: Meeting }) {
  const say = useText();
  const label = useLabel();
  const { profile, session } = usePlace();
  const title = useMeetingTitle(meeting);
  const facts = useMeetingFacts(meeting);
  const isHeld = meeting.heldOn !== null;
  return (
    <article className="only-print">
      <p>{say('unit', { municipality: textOf(profile.name) })}</p>
      <h1>{title}</h1>
      <p>{facts.join(' ')}</p>
      <p className="small">
        {say('printed', { day: fullDay(today()), who: session.name ?? '', count: meeting.cases.length })}{' '}
        {say('numbers')}
      </p>
      <h2>{say('agenda')}</h2>
      <ol className="printed-agenda">
        {pointsOf(meeting).map((point) => (
          <li key={point.key}>
            {'item' in point ? (
              capital(label('agendaItem', point.item))
            ) : (
              <>
                {point.case.caseNumber ?? say('noNumber')}
                {point.case.earlier
                  .filter(({ treatment }) => treatment === 'PUT_OFF')
                  .map(({ meetingId, meetsOn }) => (
                    <span key={meetingId}>, {say('before', { day: fullDay(meetsOn) })}</span>
                  ))}
              </>
            )}
          </li>
        ))}
      </ol>
      {isHeld && (
        <>
          <h2>{say('present')}</h2>
          <AttendanceList meeting={meeting} />
          <h2>{say('protocol')}</h2>
          <ProtocolText meeting={meeting} />
        </>
      )}
    </article>
  );
}
