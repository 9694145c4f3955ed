import { Link } from '@tanstack/react-router';
import { useRead } from '../../api/read.js';
import { fullDay } from '../../dates/dates.js';
import { texts } from '../../i18n/texts.js';
import { joined } from '../../ui/joined.js';
import { textOf } from '../../ui/opened.js';
import { useCasePage } from './case-context.js';

const useText = texts('case-routines', {
  nb: {
    title: 'Rutiner saken følger',
    opened: 'revisjon {{number}} gjaldt da saken ble åpnet {{day}}',
    none: 'gjaldt ikke da saken ble åpnet {{day}}',
    now: 'nå gjelder revisjon {{number}}, fra {{day}}',
    gone: 'gjelder ikke lenger',
  },
  nn: {
    title: 'Rutinar saka følgjer',
    opened: 'revisjon {{number}} gjaldt då saka vart opna {{day}}',
    none: 'gjaldt ikkje då saka vart opna {{day}}',
    now: 'no gjeld revisjon {{number}}, frå {{day}}',
    gone: 'gjeld ikkje lenger',
  },
});

/** Which revision of each routine the case was opened under, and what holds now where that is another (U19). */
export function Routines() {
  const say = useText();
  const { of } = useCasePage();
  const { data } = useRead(
    '/v1/cases/{caseId}/routines',
    { params: { path: { caseId: of.caseId } } },
    { every: 0 },
  );
  if (data === undefined || data.routines.length === 0) return null;
  const opened = fullDay(data.openedOn);
  return (
    <>
      <h3>{say('title')}</h3>
      <ul className="records">
        {data.routines.map(({ documentId, title, number, atOpening, now }) => (
          <li key={documentId}>
            <Link to="/kompetanse" search={{ del: 'dokumenter' }}>
              {textOf(title)}
            </Link>{' '}
            <span className="quiet">
              {joined(
                textOf(number),
                atOpening === null
                  ? say('none', { day: opened })
                  : say('opened', { number: atOpening.revision, day: opened }),
                now === null
                  ? say('gone')
                  : now.revision === atOpening?.revision
                    ? ''
                    : say('now', { number: now.revision, day: fullDay(now.validFrom) }),
              )}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
