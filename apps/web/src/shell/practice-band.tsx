import { Link } from '@tanstack/react-router';
import { texts } from '../i18n/texts.js';

const useText = texts('practice', {
  nb: {
    word: 'Øvelse',
    says: 'Alle personer er oppdiktet. Ingenting blir sendt.',
    change: 'Bytt person eller kommune',
  },
  nn: {
    word: 'Øving',
    says: 'Alle personar er oppdikta. Ingenting blir sendt.',
    change: 'Byt person eller kommune',
  },
});

/** Marks every page and print of a demonstration, in words and colour. */
export function PracticeBand({ mayChange = true }: { readonly mayChange?: boolean }) {
  const say = useText();
  return (
    <div className="practice">
      <p>
        <strong>{say('word')}</strong> {say('says')}
      </p>
      {mayChange && (
        <Link to="/logg-inn" search={{ bytt: true }} className="no-print">
          {say('change')}
        </Link>
      )}
    </div>
  );
}
