import type { ReactNode } from 'react';
import { texts } from '../../i18n/texts.js';
import { PartsPage } from '../../ui/records/parts-page.js';
import { Receivers } from './receivers.js';
import { type Part, subscribersRoute } from './search.js';
import { Subscriptions } from './subscriptions.js';

const useText = texts('subscribers-page', {
  nb: {
    title: 'Abonnenter',
    parts: 'Deler av siden',
    abonnenter: 'Abonnementer',
    mottakere: 'Mottakere',
  },
  nn: {
    title: 'Abonnentar',
    parts: 'Delar av sida',
    abonnenter: 'Abonnement',
    mottakere: 'Mottakarar',
  },
});

const parts: Readonly<Record<Part, () => ReactNode>> = {
  abonnenter: Subscriptions,
  mottakere: Receivers,
};

/** Which other services follow cases, and how they are getting on. */
export function SubscribersPage() {
  const say = useText();
  const { del = 'abonnenter' } = subscribersRoute.useSearch();
  return (
    <PartsPage
      title={say('title')}
      to="/abonnenter"
      label={say('parts')}
      parts={parts}
      chosen={del}
      titleOf={say}
    />
  );
}
