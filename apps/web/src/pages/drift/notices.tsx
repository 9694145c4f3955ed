import { Alert } from '@digdir/designsystemet-react';
import { texts } from '../../i18n/texts.js';
import type { Health } from '../../api/health.js';

const useText = texts('operation-notices', {
  nb: { setAside: 'Satt til side: {{stream}}' },
  nn: { setAside: 'Sett til side: {{stream}}' },
});

/** What is in the way, what it means and what to do; nothing where nothing is. */
export function Notices({ health: { hindrances, setAside } }: { readonly health: Health }) {
  const say = useText();
  return (
    <>
      {hindrances.map(({ kind, message }) => (
        <Alert key={kind} data-color="danger" className="air-small">
          {message}
        </Alert>
      ))}
      {setAside.map(({ stream, message }) => (
        <Alert key={stream} data-color="warning" className="air-small">
          <strong>{say('setAside', { stream })}</strong> {message}
        </Alert>
      ))}
    </>
  );
}
