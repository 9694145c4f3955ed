import { Link } from '@tanstack/react-router';
import { texts } from '../../i18n/texts.js';
import { useHasRole } from '../../shell/place.js';
import { Empty } from '../../ui/empty.js';
import { PageHead } from '../../ui/page-head.js';

const useText = texts('case-not-for-role', {
  nb: {
    title: 'Sak',
    none: 'Denne saken er ikke åpen for rollen du har nå',
    auditor: 'Du ser alt som er skrevet i den, med hvem og når, i historikken.',
    history: 'Åpne historikken',
    office:
      'Det du selv har registrert, ser du slik du skrev det. Det som skjer videre, følger den koordinerende enheten.',
    registered: 'Åpne det du har registrert',
    board: 'Saker som nemnda skal behandle, står på sakslista til møtet.',
    meetings: 'Åpne møtene',
    others: 'Det som venter på deg eller enheten din, står i Min dag.',
    myDay: 'Gå til Min dag',
  },
  nn: {
    title: 'Sak',
    none: 'Denne saka er ikkje open for rolla du har no',
    auditor: 'Du ser alt som er skrive i ho, med kven og når, i historikken.',
    history: 'Opne historikken',
    office:
      'Det du sjølv har registrert, ser du slik du skreiv det. Det som skjer vidare, følgjer den koordinerande eininga.',
    registered: 'Opne det du har registrert',
    board: 'Saker som nemnda skal behandle, står på sakslista til møtet.',
    meetings: 'Opne møta',
    others: 'Det som ventar på deg eller eininga di, står i Min dag.',
    myDay: 'Gå til Min dag',
  },
});

/** Where somebody who does not see a case finds what is theirs of it. */
export function NotForThisRole({ caseId }: { readonly caseId: string }) {
  const say = useText();
  const isAuditor = useHasRole('AUDITOR');
  const isOffice = useHasRole('SERVICE_OFFICE');
  const isOnBoard = useHasRole('BOARD_MEMBER');
  return (
    <>
      <PageHead title={say('title')} />
      <Empty title={say('none')}>
        <p>{say(isAuditor ? 'auditor' : isOffice ? 'office' : isOnBoard ? 'board' : 'others')}</p>
        <p className="air-small">
          {isAuditor ? (
            <Link to="/historikk/$what/$id" params={{ what: 'sak', id: caseId }}>
              {say('history')}
            </Link>
          ) : isOffice ? (
            <Link to="/saker">{say('registered')}</Link>
          ) : isOnBoard ? (
            <Link to="/moter">{say('meetings')}</Link>
          ) : (
            <Link to="/min-dag">{say('myDay')}</Link>
          )}
        </p>
      </Empty>
    </>
  );
}
