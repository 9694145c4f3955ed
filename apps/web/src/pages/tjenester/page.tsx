import type { ReactNode } from 'react';
import { texts } from '../../i18n/texts.js';
import { PartsPage } from '../../ui/records/parts-page.js';
import { Contacts } from './contacts.js';
import { Partners } from './partners.js';
import { type Part, servicesRoute } from './search.js';
import { Services } from './services.js';

const useText = texts('services-page', {
  nb: {
    title: 'Tjenester og samarbeid',
    parts: 'Deler av siden',
    tjenester: 'Tjenester',
    samarbeid: 'Samarbeidspartnere',
    kontakt: 'Kontakt',
  },
  nn: {
    title: 'Tenester og samarbeid',
    parts: 'Delar av sida',
    tjenester: 'Tenester',
    samarbeid: 'Samarbeidspartnarar',
    kontakt: 'Kontakt',
  },
});

const parts: Readonly<Record<Part, () => ReactNode>> = {
  tjenester: Services,
  samarbeid: Partners,
  kontakt: Contacts,
};

/** Which services there are (U4, U22), whom the unit cooperates with, and the contact with them (H10). */
export function ServicesPage() {
  const say = useText();
  const { del = 'tjenester' } = servicesRoute.useSearch();
  return (
    <PartsPage
      title={say('title')}
      to="/tjenester"
      label={say('parts')}
      parts={parts}
      chosen={del}
      titleOf={say}
    />
  );
}
