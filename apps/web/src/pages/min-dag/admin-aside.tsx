import { Link } from '@tanstack/react-router';
import type { Health } from '../../api/health.js';
import { texts } from '../../i18n/texts.js';
import { usePlace } from '../../shell/place.js';

const useText = texts('admin-aside', {
  nb: {
    label: 'Samspor og den åpne siden',
    health: 'Hvordan Samspor har det',
    ready: 'Alt virker.',
    impaired: 'Det meste virker, men noe er satt til side.',
    'not-ready': 'Noe virker ikke.',
    more: 'Se mer under Drift',
    open: 'Den åpne siden',
    openLead: 'Slik ser innbyggerne kontaktkortet og tjenestene.',
    show: 'Se den åpne siden',
  },
  nn: {
    label: 'Samspor og den opne sida',
    health: 'Korleis Samspor har det',
    ready: 'Alt verkar.',
    impaired: 'Det meste verkar, men noko er sett til side.',
    'not-ready': 'Noko verkar ikkje.',
    more: 'Sjå meir under Drift',
    open: 'Den opne sida',
    openLead: 'Slik ser innbyggjarane kontaktkortet og tenestene.',
    show: 'Sjå den opne sida',
  },
});

/** How the program is, and what everybody sees of the municipality. */
export function AdminAside({ health }: { readonly health: Health | undefined }) {
  const say = useText();
  const { municipality } = usePlace().session;
  return (
    <aside className="side" aria-label={say('label')}>
      <section className="panel light">
        <h2>{say('health')}</h2>
        <p role="status">{health && <strong>{say(health.status)}</strong>}</p>
        <Link to="/drift">{say('more')}</Link>
      </section>
      <section className="panel light">
        <h2>{say('open')}</h2>
        <p>{say('openLead')}</p>
        <Link to="/apen/$municipality" params={{ municipality }}>
          {say('show')}
        </Link>
      </section>
    </aside>
  );
}
