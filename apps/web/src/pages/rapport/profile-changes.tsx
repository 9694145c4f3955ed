import { fullDay } from '../../dates/dates.js';
import { texts } from '../../i18n/texts.js';

const useText = texts('report-profile-changes', {
  nb: {
    changed:
      'Kommunens profil ble endret i perioden ({{days}}). Tallene er talt etter de samme reglene før og etter. Måltall for tid er de som gjaldt den siste dagen.',
  },
  nn: {
    changed:
      'Profilen til kommunen vart endra i perioden ({{days}}). Tala er talde etter dei same reglane før og etter. Måltal for tid er dei som galdt den siste dagen.',
  },
});

/** That another profile came into force within the period, where one did: numbers before and after are still of one kind. */
export function ProfileChanges({ days }: { readonly days: readonly string[] }) {
  const say = useText();
  if (days.length === 0) return null;
  return <p className="panel light">{say('changed', { days: days.map(fullDay).join(', ') })}</p>;
}
