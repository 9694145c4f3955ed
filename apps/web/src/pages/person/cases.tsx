import { Tag } from '@digdir/designsystemet-react';
import { Link } from '@tanstack/react-router';
import { shortDay } from '../../dates/dates.js';
import { useLabel } from '../../i18n/labels.js';
import { capital, texts } from '../../i18n/texts.js';
import { Section } from '../../ui/section.js';
import type { Person } from './use-person.js';
import { joined } from '../../ui/joined.js';

const useText = texts('person-cases', {
  nb: {
    title: 'Alle saker',
    none: 'Personen har ingen saker.',
    begun: 'Begynt {{day}}',
    closed: 'avsluttet {{day}}',
    noNumber: 'Uten nummer',
    enquiries: 'Henvendelser',
  },
  nn: {
    title: 'Alle saker',
    none: 'Personen har ingen saker.',
    begun: 'Begynt {{day}}',
    closed: 'avslutta {{day}}',
    noNumber: 'Utan nummer',
    enquiries: 'Førespurnader',
  },
});

/** Every case of the person, and what was asked about the person. */
export function Cases({ person: { cases, enquiries } }: { readonly person: Person }) {
  const say = useText();
  const label = useLabel();
  return (
    <>
      {cases !== null && (
        <Section title={say('title')}>
          {cases.length === 0 && <p className="quiet">{say('none')}</p>}
          <ul className="lines">
            {cases.map((one) => (
              <li key={one.caseId}>
                <Link to="/sak/$caseId" params={{ caseId: one.caseId }} className="figures">
                  <strong>{one.caseNumber ?? say('noNumber')}</strong>
                </Link>
                <div>
                  <p>
                    {capital(one.items.map((item) => label('item', item)).join(', ')) ||
                      capital(label('caseOpening', one.opening))}
                  </p>
                  <p className="small quiet">
                    {say('begun', { day: shortDay(one.openedOn) })}
                    {one.closedOn !== null && `, ${say('closed', { day: shortDay(one.closedOn) })}`}
                  </p>
                </div>
                <Tag data-color="neutral">{capital(label('caseStatus', one.status))}</Tag>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {enquiries !== null && enquiries.length > 0 && (
        <Section title={say('enquiries')}>
          <ul className="lines">
            {enquiries.map((one) => (
              <li key={one.enquiryId}>
                <Link to="/henvendelse/$enquiryId" params={{ enquiryId: one.enquiryId }}>
                  {shortDay(one.receivedOn)}
                </Link>
                <p>{capital(joined(label('targetGroup', one.sourceType), label('channel', one.channel)))}</p>
                <Tag data-color="neutral">{capital(label('enquiryStatus', one.status))}</Tag>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}
