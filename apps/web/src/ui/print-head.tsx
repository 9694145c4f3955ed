import { fullDay, today } from '../dates/dates.js';
import { texts } from '../i18n/texts.js';
import { usePlace } from '../shell/place.js';
import { textOf } from './opened.js';

const useText = texts('print-head', {
  nb: { printed: 'Skrevet ut {{day}} av {{name}}.' },
  nn: { printed: 'Skrive ut {{day}} av {{name}}.' },
});

/** What stands on top of a printed page: whose it is, of which day, and by whom. */
export function PrintHead() {
  const say = useText();
  const { session, profile } = usePlace();
  return (
    <p className="only-print small">
      {textOf(profile.name)}. {say('printed', { day: fullDay(today()), name: session.name ?? '' })}
    </p>
  );
}
