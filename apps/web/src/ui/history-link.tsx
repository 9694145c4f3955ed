import { Link } from '@tanstack/react-router';
import { texts } from '../i18n/texts.js';

const useText = texts('history-link', {
  nb: { history: 'Historikk' },
  nn: { history: 'Historikk' },
});

/** Whose history: what stands in the address of it. */
export interface HistoryPlace {
  readonly what: string;
  readonly id: string;
}

interface Props extends HistoryPlace {
  /** What it is of, for whoever hears it read out, where several stand on the page. */
  readonly of?: string;
}

/** To everything that was written in about something, and what of it was wrong. */
export function HistoryLink({ what, id, of }: Props) {
  const say = useText();
  return (
    <Link to="/historikk/$what/$id" params={{ what, id }}>
      {say('history')}
      {of !== undefined && <span className="ds-sr-only">: {of}</span>}
    </Link>
  );
}
