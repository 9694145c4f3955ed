import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { texts } from '../../i18n/texts.js';
import { PageHead } from '../../ui/page-head.js';
import { ContactCards } from './contact-cards.js';
import { CodeLists } from './code-lists.js';
import { Delegations } from './delegations.js';
import { Law } from './law.js';
import { Municipality } from './municipality.js';
import { Partners } from './partners.js';
import { Retention } from './retention.js';
import { type Part, parts, settingsRoute } from './search.js';
import { Services } from './services.js';
import { Staff } from './staff.js';
import { Units } from './units.js';
import './page.css';

const useText = texts('settings', {
  nb: {
    title: 'Innstillinger',
    parts: 'Deler av innstillingene',
    kommunen: 'Kommunens valg',
    enheter: 'Enheter',
    ansatte: 'Ansatte og vikarer',
    delegering: 'Delegering',
    kontaktkort: 'Kontaktkort',
    tjenester: 'Tjenester',
    samarbeid: 'Samarbeidspartnere',
    oppbevaring: 'Oppbevaring',
    kodelister: 'Kodelister',
    lovverk: 'Lovhenvisninger',
  },
  nn: {
    title: 'Innstillingar',
    parts: 'Delar av innstillingane',
    kommunen: 'Vala til kommunen',
    enheter: 'Einingar',
    ansatte: 'Tilsette og vikarar',
    delegering: 'Delegering',
    kontaktkort: 'Kontaktkort',
    tjenester: 'Tenester',
    samarbeid: 'Samarbeidspartnarar',
    oppbevaring: 'Oppbevaring',
    kodelister: 'Kodelister',
    lovverk: 'Lovtilvisingar',
  },
});

const shown: Readonly<Record<Part, () => ReactNode>> = {
  kommunen: Municipality,
  enheter: Units,
  ansatte: Staff,
  delegering: Delegations,
  kontaktkort: ContactCards,
  tjenester: Services,
  samarbeid: Partners,
  oppbevaring: Retention,
  kodelister: CodeLists,
  lovverk: Law,
};

/** What the municipality has set for itself: its choices, its organisation, and the lists that the pages choose from. */
export function SettingsPage() {
  const say = useText();
  const { del = 'kommunen' } = settingsRoute.useSearch();
  const Shown = shown[del];
  return (
    <>
      <PageHead title={say('title')} />
      <div className="settings">
        <nav aria-label={say('parts')} className="no-print">
          <ul>
            {parts.map((part) => (
              <li key={part}>
                <Link
                  to="/innstillinger"
                  search={{ del: part }}
                  aria-current={part === del ? 'page' : undefined}
                >
                  {say(part)}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        <section aria-labelledby="part">
          <h2 id="part">{say(del)}</h2>
          <Shown key={del} />
        </section>
      </div>
    </>
  );
}
