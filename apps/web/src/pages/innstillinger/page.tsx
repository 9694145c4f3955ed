import type { ReactNode } from 'react';
import { texts } from '../../i18n/texts.js';
import { PartsPage } from '../../ui/records/parts-page.js';
import { ContactCards } from './contact-cards.js';
import { CodeLists } from './code-lists.js';
import { Delegations } from './delegations.js';
import { Municipality } from './municipality.js';
import { Retention } from './retention.js';
import { RuleVersions } from './rule-versions.js';
import { type Part, settingsRoute } from './search.js';
import { Staff } from './staff.js';
import { Units } from './units.js';

const useText = texts('settings', {
  nb: {
    title: 'Innstillinger',
    parts: 'Deler av innstillingene',
    kommunen: 'Kommunens valg',
    enheter: 'Enheter',
    ansatte: 'Ansatte og vikarer',
    delegering: 'Delegering',
    kontaktkort: 'Kontaktkort',
    oppbevaring: 'Oppbevaring',
    regler: 'Frister i loven',
    kodelister: 'Kodelister',
  },
  nn: {
    title: 'Innstillingar',
    parts: 'Delar av innstillingane',
    kommunen: 'Vala til kommunen',
    enheter: 'Einingar',
    ansatte: 'Tilsette og vikarar',
    delegering: 'Delegering',
    kontaktkort: 'Kontaktkort',
    oppbevaring: 'Oppbevaring',
    regler: 'Fristar i lova',
    kodelister: 'Kodelister',
  },
});

const parts: Readonly<Record<Part, () => ReactNode>> = {
  kommunen: Municipality,
  enheter: Units,
  ansatte: Staff,
  delegering: Delegations,
  kontaktkort: ContactCards,
  oppbevaring: Retention,
  regler: RuleVersions,
  kodelister: CodeLists,
};

/** What the municipality has set for itself: its choices, its organisation, and the lists that the pages choose from. */
export function SettingsPage() {
  const say = useText();
  const { del = 'kommunen' } = settingsRoute.useSearch();
  return (
    <PartsPage
      title={say('title')}
      to="/innstillinger"
      label={say('parts')}
      parts={parts}
      chosen={del}
      titleOf={say}
    />
  );
}
