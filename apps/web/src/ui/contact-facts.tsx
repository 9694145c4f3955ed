import type { ReactNode } from 'react';
import { texts } from '../i18n/texts.js';
import { Facts } from './facts.js';
import { type Opened, textOf } from './opened.js';

const useText = texts('contact-facts', {
  nb: {
    contactFunction: 'Spør etter',
    telephone: 'Telefon',
    mailbox: 'E-post',
    openingHours: 'Åpent',
    place: 'Besøk',
    postalAddress: 'Post',
    unit: 'Hører til',
  },
  nn: {
    contactFunction: 'Spør etter',
    telephone: 'Telefon',
    mailbox: 'E-post',
    openingHours: 'Ope',
    place: 'Besøk',
    postalAddress: 'Post',
    unit: 'Høyrer til',
  },
});

/** How to show what a contact card says, in the order in which one needs it. */
const shown = {
  contactFunction: (text: string) => <strong>{text}</strong>,
  telephone: (text: string) => <a href={`tel:${text.replaceAll(/[^\d+]/g, '')}`}>{text}</a>,
  mailbox: (text: string) => <a href={`mailto:${text}`}>{text}</a>,
  openingHours: (text: string) => <span className="keep-lines">{text}</span>,
  place: (text: string) => <span className="keep-lines">{text}</span>,
  postalAddress: (text: string) => <span className="keep-lines">{text}</span>,
} satisfies Record<string, (text: string) => ReactNode>;
type Part = keyof typeof shown;
const parts = Object.keys(shown) as readonly Part[];

interface Props {
  readonly card: Readonly<Record<Part, Opened>>;
  /** What the unit's place in the municipality is called. */
  readonly unit: string | null;
}

/** What a contact card says, without what it leaves out. */
export function ContactFacts({ card, unit }: Props) {
  const say = useText();
  const rows = parts.map((part) => {
    const text = textOf(card[part]);
    return text !== '' && ([say(part), shown[part](text)] as const);
  });
  return <Facts tight rows={[...rows, unit !== null && [say('unit'), unit]]} />;
}
