import { Button } from '@digdir/designsystemet-react';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useRead } from '../../api/read.js';
import { texts } from '../../i18n/texts.js';
import { textOf } from '../../ui/opened.js';
import { PageHead } from '../../ui/page-head.js';
import { PrintHead } from '../../ui/print-head.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { Waiting } from '../../ui/waiting.js';
import { byAge, ownParts } from './own.js';
import './page.css';
import { OwnParts } from './parts.js';

const useText = texts('own-page', {
  nb: {
    title: 'Min side',
    hello: 'Hei, {{name}}',
    lead: 'Her står det kommunen har skrevet ned om hjelpen din.',
    leadYoung: 'Denne siden er din. Her ser du hvem som hjelper deg, og hva som skjer.',
    parts: 'Deler av siden',
    na: 'Nå',
    plan: 'Planen din',
    lofter: 'Det som er lovet',
    brev: 'Brev',
    samtykker: 'Det du har sagt ja til',
    innsyn: 'Hvem som har sett',
    print: 'Skriv ut alt',
  },
  nn: {
    title: 'Mi side',
    hello: 'Hei, {{name}}',
    lead: 'Her står det kommunen har skrive ned om hjelpa di.',
    leadYoung: 'Denne sida er di. Her ser du kven som hjelper deg, og kva som skjer.',
    parts: 'Delar av sida',
    na: 'No',
    plan: 'Planen din',
    lofter: 'Det som er lova',
    brev: 'Brev',
    samtykker: 'Det du har sagt ja til',
    innsyn: 'Kven som har sett',
    print: 'Skriv ut alt',
  },
});
const route = getRouteApi('/inside/min-side');

/** A person’s own page: large and calm, one part at a time, and all of it on paper. */
export function OwnPage() {
  const say = useText();
  const { del: shown = 'na' } = route.useSearch();
  const { data: own, error, refetch } = useRead('/v1/me', {}, { every: 0 });
  if (own === undefined) {
    return (
      <>
        <PageHead title={say('title')} />
        {error === null ? <Waiting /> : <ProblemNotice error={error} retry={() => void refetch()} />}
      </>
    );
  }
  const name = textOf(own.givenName);
  return (
    <div className="own-page">
      <PageHead
        title={name === '' ? say('title') : say('hello', { name })}
        documentTitle={say('title')}
        lead={say(byAge(own, 'lead', 'leadYoung'))}
      />
      <PrintHead />
      <nav className="own-parts no-print" aria-label={say('parts')}>
        <ul>
          {ownParts.map((part) => (
            <li key={part}>
              <Link
                to="/min-side"
                search={part === 'na' ? {} : { del: part }}
                activeOptions={{ exact: true, includeSearch: true }}
              >
                {say(part)}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <OwnParts own={own} shown={shown} isOwn />
      <div className="no-print air">
        <Button variant="secondary" onClick={() => print()}>
          {say('print')}
        </Button>
      </div>
    </div>
  );
}
