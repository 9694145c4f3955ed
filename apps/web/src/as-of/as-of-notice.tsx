import { Alert } from '@digdir/designsystemet-react';
import { fullDay } from '../dates/dates.js';
import { texts } from '../i18n/texts.js';
import type { AsOfSearch } from './clock.js';

const useText = texts('as-of-notice', {
  nb: {
    happened: 'Du ser det som hadde skjedd til og med {{day}}, med det som er rettet siden.',
    written: 'Du ser det som var skrevet inn til og med {{day}}. Det som er rettet siden, står som det sto.',
    back: 'Tilbake til i dag',
  },
  nn: {
    happened: 'Du ser det som hadde hendt til og med {{day}}, med det som er retta sidan.',
    written: 'Du ser det som var skrive inn til og med {{day}}. Det som er retta sidan, står som det stod.',
    back: 'Tilbake til i dag',
  },
});

interface Props {
  readonly asked: AsOfSearch;
  readonly ask: (change: { dag: undefined; klokke: undefined }) => void;
}

/** Says that what is shown is not all that is known today. */
export function AsOfNotice({ asked: { dag, klokke }, ask }: Props) {
  const say = useText();
  if (dag === undefined) return null;
  return (
    <Alert data-color="info" className="air-small" role="status">
      {say(klokke === 'skrevet' ? 'written' : 'happened', { day: fullDay(dag) })}{' '}
      <button
        type="button"
        className="link-button no-print"
        onClick={() => ask({ dag: undefined, klokke: undefined })}
      >
        {say('back')}
      </button>
    </Alert>
  );
}
