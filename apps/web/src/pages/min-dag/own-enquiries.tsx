import { Link } from '@tanstack/react-router';
import { useRead } from '../../api/read.js';
import { useLabel } from '../../i18n/labels.js';
import { capital, texts } from '../../i18n/texts.js';
import { nameOf } from '../../ui/opened.js';
import { Latest } from './latest.js';

const useText = texts('own-enquiries', {
  nb: {
    title: 'Henvendelser du har skrevet inn',
    none: 'Her finner du igjen dem du skriver inn, og ser hva som kom ut av dem.',
    nobody: 'Ingen nevnt',
    all: 'Se alle henvendelsene dine',
  },
  nn: {
    title: 'Førespurnader du har skrive inn',
    none: 'Her finn du att dei du skriv inn, og ser kva som kom ut av dei.',
    nobody: 'Ingen nemnd',
    all: 'Sjå alle førespurnadene dine',
  },
});

/** The latest enquiries that one took, and where each stands. */
export function OwnEnquiries() {
  const say = useText();
  const label = useLabel();
  const read = useRead('/v1/enquiries', { params: { query: { limit: 8 } } });
  const rows = read.data?.enquiries.map(({ enquiryId, subject, sourceType, status, receivedOn }) => ({
    key: enquiryId,
    day: receivedOn,
    what: (
      <Link to="/henvendelse/$enquiryId" params={{ enquiryId }} data-row-link>
        {(subject && nameOf(subject)) || say('nobody')}
      </Link>
    ),
    facts: [capital(label('targetGroup', sourceType)), label('enquiryStatus', status)],
  }));
  return (
    <Latest title={say('title')} none={say('none')} read={read} rows={rows}>
      <Link to="/saker" search={{ liste: 'henvendelser' }}>
        {say('all')}
      </Link>
    </Latest>
  );
}
