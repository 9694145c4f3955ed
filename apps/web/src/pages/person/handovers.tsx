import { fullDay } from '../../dates/dates.js';
import { texts } from '../../i18n/texts.js';
import { Facts } from '../../ui/facts.js';
import { textOf } from '../../ui/opened.js';
import type { Around } from './coordination-steps.js';
import { Steps } from './steps.js';

const useText = texts('person-handovers', {
  nb: {
    title: 'Overlevering',
    written: 'Skrevet {{day}} av {{name}}',
    open: 'Åpent',
    meetings: 'Møter som kommer',
    wishes: 'Personen ønsker',
    read: 'Lest {{day}}',
    comment: 'Merknad',
    unread: 'Ikke bekreftet lest.',
  },
  nn: {
    title: 'Overlevering',
    written: 'Skriven {{day}} av {{name}}',
    open: 'Ope',
    meetings: 'Møte som kjem',
    wishes: 'Personen ønskjer',
    read: 'Lesen {{day}}',
    comment: 'Merknad',
    unread: 'Ikkje stadfesta lesen.',
  },
});

/** What one coordinator left to the next, and whether it was read. */
export function Handovers({ subjectId, coordination }: Around) {
  const say = useText();
  const handovers = coordination?.handovers ?? [];
  if (handovers.length === 0) return null;
  const appointments = (coordination?.appointments ?? []).map((one) => ({
    value: one.appointmentId,
    label: textOf(one.coordinator.name),
  }));
  return (
    <>
      <h3>{say('title')}</h3>
      <ul className="lines">
        {handovers.map((one) => (
          <li key={one.handoverId} className="with-steps">
            <div>
              <p className="quiet small">
                {say('written', { day: fullDay(one.writtenOn), name: textOf(one.writer?.name) })}
              </p>
              <Facts
                tight
                rows={[
                  [say('open'), textOf(one.openMatters)],
                  one.nextMeetings !== null && [say('meetings'), textOf(one.nextMeetings)],
                  one.wishes !== null && [say('wishes'), textOf(one.wishes)],
                  one.comment !== null && [say('comment'), textOf(one.comment)],
                ]}
              />
              <p className="small">
                {one.acknowledgedOn === null
                  ? say('unread')
                  : say('read', { day: fullDay(one.acknowledgedOn) })}
              </p>
            </div>
            {one.acknowledgedOn === null && (
              <Steps
                steps={[
                  {
                    operation: 'Handovers_acknowledge',
                    of: one.handoverId,
                    params: { subjectId, handoverId: one.handoverId },
                    choices: { appointmentId: appointments },
                    by: ['CASEWORKER', 'LEADER', 'COORDINATOR', 'UNIT_LEADER'],
                  },
                ]}
              />
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
