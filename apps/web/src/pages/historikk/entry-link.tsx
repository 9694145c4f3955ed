import { texts } from '../../i18n/texts.js';
import { Link } from '@tanstack/react-router';
import { historyRoute } from './search.js';

const useText = texts('history-entry-link', {
  nb: { number: 'nr. {{number}}', permanent: ', fast lenke' },
  nn: { number: 'nr. {{number}}', permanent: ', fast lenkje' },
});

interface Props {
  readonly eventId: string;
  readonly number: number | undefined;
}

/** The address of one entry, whatever else is filtered away. */
export function EntryLink({ eventId, number }: Props) {
  const say = useText();
  const { vis } = historyRoute.useSearch();
  return (
    <Link
      from="/historikk/$what/$id"
      to="."
      search={{ ...(vis !== undefined && { vis }), hendelse: eventId }}
      className="entry-link small figures"
    >
      {say('number', { number: number ?? '–' })}
      <span className="ds-sr-only">{say('permanent')}</span>
    </Link>
  );
}
