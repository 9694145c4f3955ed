import { Link } from '@tanstack/react-router';
import { texts } from '../i18n/texts.js';
import { PageHead } from '../ui/page-head.js';
import '../shell/shell.css';

const useText = texts('not-found', {
  nb: {
    title: 'Her er det ingen side',
    lead: 'Adressen kan være skrevet feil, eller det den viste til, er ikke noe du kan se i kommunen du er logget inn for.',
    home: 'Gå til Min dag',
  },
  nn: {
    title: 'Her er det inga side',
    lead: 'Adressa kan vere skriven feil, eller det ho viste til, er ikkje noko du kan sjå i kommunen du er logga inn for.',
    home: 'Gå til Min dag',
  },
});

/** An address that leads nowhere. */
export function NotFound() {
  const say = useText();
  return (
    <main id="content" className="alone">
      <PageHead title={say('title')} lead={say('lead')} />
      <Link to="/">{say('home')}</Link>
    </main>
  );
}
