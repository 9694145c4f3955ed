import { Button } from '@digdir/designsystemet-react';
import { Link } from '@tanstack/react-router';
import { isProblem } from '../../api/problem.js';
import { useRead } from '../../api/read.js';
import { useLabel } from '../../i18n/labels.js';
import { texts } from '../../i18n/texts.js';
import { ContactFacts } from '../../ui/contact-facts.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { DayHead } from './day-head.js';
import { OwnEnquiries } from './own-enquiries.js';
import { OwnRegistrations } from './own-registrations.js';

const useText = texts('office-day', {
  nb: {
    lead: 'Tar noen kontakt, skriver du det inn som en henvendelse. Da ser {{unit}} den med det samme.',
    newEnquiry: 'Ny henvendelse',
    card: 'Vis folk hit',
    noCard: 'Ingen har lagt ut et kontaktkort for {{unit}}. Be en leder eller administrator om å gjøre det.',
  },
  nn: {
    lead: 'Tek nokon kontakt, skriv du det inn som ein førespurnad. Då ser {{unit}} han med det same.',
    newEnquiry: 'Ny førespurnad',
    card: 'Vis folk hit',
    noCard:
      'Ingen har lagt ut eit kontaktkort for {{unit}}. Be ein leiar eller administrator om å gjere det.',
  },
});

/** The day at the counter: a new enquiry, what one registered oneself, and whom to refer people to. */
export function OfficeDay() {
  const say = useText();
  return (
    <>
      <DayHead lead={say('lead')} />
      <div className="with-side broad">
        <div className="stack wide">
          <div>
            <Button asChild variant="secondary">
              <Link to="/ny-henvendelse">{say('newEnquiry')}</Link>
            </Button>
          </div>
          <OwnEnquiries />
          <OwnRegistrations />
        </div>
        <Card />
      </div>
    </>
  );
}

/** The contact card that holds today. */
function Card() {
  const say = useText();
  const label = useLabel();
  const { data: card, error, refetch } = useRead('/v1/contact-card', {});
  const isNone = isProblem(error) && error.status === 404;
  return (
    <aside className="side" aria-label={say('card')}>
      <section className="panel light">
        <h2>{say('card')}</h2>
        {card && !isNone && <ContactFacts card={card} unit={card.unit && label('unit', card.unit)} />}
        {isNone && <p>{say('noCard')}</p>}
        {error !== null && !isNone && <ProblemNotice error={error} retry={() => void refetch()} />}
      </section>
    </aside>
  );
}
