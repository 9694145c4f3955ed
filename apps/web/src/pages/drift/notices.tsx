import { Alert } from '@digdir/designsystemet-react';
import { texts } from '../../i18n/texts.js';
import { useCalled } from './names.js';
import type { Health } from '../../api/health.js';

const useText = texts('operation-notices', {
  nb: {
    setAside: 'Satt til side: {{stream}}',
    ROW: '{{list}}: en rad er endret utenom Samspor, {{stream}}',
    ROWS: '{{list}}: rader er fjernet eller lagt til utenom Samspor',
    EVENT: 'Loggen er endret utenom Samspor: {{stream}}',
    EVENTS: '{{list}}: loggen har ikke de hendelsene som lista er laget av',
  },
  nn: {
    setAside: 'Sett til side: {{stream}}',
    ROW: '{{list}}: ei rad er endra utanom Samspor, {{stream}}',
    ROWS: '{{list}}: rader er fjerna eller lagde til utanom Samspor',
    EVENT: 'Loggen er endra utanom Samspor: {{stream}}',
    EVENTS: '{{list}}: loggen har ikkje dei hendingane som lista er laga av',
  },
});

/** What is in the way, what it means and what to do; nothing where nothing is. */
export function Notices({ health }: { readonly health: Health }) {
  const { hindrances, setAside } = health;
  const say = useText();
  const called = useCalled();
  const findings = health.audit?.findings ?? [];
  return (
    <>
      {hindrances.map(({ kind, message }) => (
        <Alert key={kind} data-color="danger" className="air-small">
          {message}
        </Alert>
      ))}
      {findings.map(({ kind, projection, stream, message }) => (
        <Alert key={`${kind} ${projection} ${stream}`} data-color="danger" className="air-small">
          <strong>
            {say(kind, { stream: stream ?? '', list: projection === null ? '' : called(projection) })}
          </strong>{' '}
          <span lang="en">{message}</span>
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
