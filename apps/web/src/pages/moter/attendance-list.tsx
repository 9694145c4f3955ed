import { useLabel } from '../../i18n/labels.js';
import { texts } from '../../i18n/texts.js';
import { textOf } from '../../ui/opened.js';
import type { Meeting } from './meeting.js';

const useText = texts('attendance-list', {
  nb: { led: 'ledet møtet', for: 'for {{name}}', quorum: 'Det krevdes {{count}} til stede for å avgjøre.' },
  nn: {
    led: 'leidde møtet',
    for: 'for {{name}}',
    quorum: 'Det kravdest {{count}} til stades for å avgjere.',
  },
});

/** Who was there: from which unit, in whose place, and who led it. */
export function AttendanceList({ meeting: { attendance, ledBy, quorum } }: { readonly meeting: Meeting }) {
  const say = useText();
  const label = useLabel();
  return (
    <>
      <ul className="present">
        {attendance.map(({ party, unit, substituteFor }) => {
          const facts = [
            party.partyId === ledBy?.partyId && say('led'),
            unit !== null && label('unit', unit),
            substituteFor !== null && say('for', { name: textOf(substituteFor.name) }),
          ].filter((fact) => typeof fact === 'string');
          return (
            <li key={party.partyId}>
              <strong>{textOf(party.name)}</strong>
              {facts.length > 0 && <span className="under">{facts.join(', ')}</span>}
            </li>
          );
        })}
      </ul>
      {quorum !== null && <p className="small quiet air-small">{say('quorum', { count: quorum })}</p>}
    </>
  );
}
