import { Alert, Button } from '@digdir/designsystemet-react';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useRead } from '../../api/read.js';
import { texts } from '../../i18n/texts.js';
import { nameOf } from '../../ui/opened.js';
import { PageHead } from '../../ui/page-head.js';
import { PrintHead } from '../../ui/print-head.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { Waiting } from '../../ui/waiting.js';
import './page.css';
import { OwnParts } from './parts.js';

const useText = texts('printed-own-page', {
  nb: {
    title: 'Personens egen side',
    of: 'Til {{name}}',
    person: 'Personens side',
    what: 'Slik ser personen sin egen side. Skriv den ut for den som ber om det på papir. Hvem som har lest, skriver lederen ut fra innsynsloggen.',
    print: 'Skriv ut',
  },
  nn: {
    title: 'Eiga side for personen',
    of: 'Til {{name}}',
    person: 'Sida til personen',
    what: 'Slik ser personen si eiga side. Skriv henne ut for den som ber om det på papir. Kven som har lese, skriv leiaren ut frå innsynsloggen.',
    print: 'Skriv ut',
  },
});
const route = getRouteApi('/inside/min-side/$subjectId');

/** The same for whoever coordinates, to print for a person who asks for it on paper. */
export function PrintedOwnPage() {
  const say = useText();
  const { subjectId } = route.useParams();
  const { data, error, refetch } = useRead('/v1/subjects/{subjectId}/own-page', {
    params: { path: { subjectId } },
  });
  if (data === undefined) {
    return (
      <>
        <PageHead title={say('title')} />
        {error === null ? <Waiting /> : <ProblemNotice error={error} retry={() => void refetch()} />}
      </>
    );
  }
  return (
    <div className="own-page">
      <PageHead
        title={say('of', { name: nameOf(data) })}
        documentTitle={say('title')}
        over={
          <Link to="/person/$subjectId" params={{ subjectId }}>
            {say('person')}
          </Link>
        }
        actions={<Button onClick={() => print()}>{say('print')}</Button>}
      />
      <PrintHead />
      <Alert data-color="info" className="no-print">
        {say('what')}
      </Alert>
      <OwnParts own={data} isOwn={false} />
    </div>
  );
}
