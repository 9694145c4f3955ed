import { Alert } from '@digdir/designsystemet-react';
import { Link } from '@tanstack/react-router';
import { useRead } from '../api/read.js';
import { useLabel } from '../i18n/labels.js';
import { capital, texts } from '../i18n/texts.js';
import { useHasRole } from '../shell/place.js';

const useText = texts('no-leader', {
  nb: {
    none: '{{unit}} har ingen leder i registeret over enheter, og lederen skal svare på forslaget.',
    say: 'Si hvem som svarer når svaret føres, eller be administratoren føre inn lederen under Innstillinger, Enheter.',
    go: 'Før inn lederen under Enheter',
  },
  nn: {
    none: '{{unit}} har ingen leiar i registeret over einingar, og leiaren skal svare på framlegget.',
    say: 'Sei kven som svarer når svaret blir ført, eller be administratoren føre inn leiaren under Innstillingar, Einingar.',
    go: 'Før inn leiaren under Einingar',
  },
});

/** Says of a unit whose leader is to answer that it has none, and where one is registered. */
export function NoLeaderNote({ unit }: { readonly unit: string | undefined }) {
  const say = useText();
  const label = useLabel();
  const isAdmin = useHasRole('ADMIN');
  const { data } = useRead('/v1/units', {}, { every: 60_000, enabled: unit !== undefined });
  const isLed = data?.units.some((one) => one.unit === unit && one.leader !== null) ?? true;
  if (unit === undefined || isLed) return null;
  return (
    <Alert data-color="warning" role="status">
      <p>{say('none', { unit: capital(label('unit', unit)) })}</p>
      <p className="air-small">
        {isAdmin ? (
          <Link to="/innstillinger" search={{ del: 'enheter' }}>
            {say('go')}
          </Link>
        ) : (
          say('say')
        )}
      </p>
    </Alert>
  );
}

/** The same of the unit of a proposal that is answered. */
export function NoLeaderOfProposal({ subjectId, proposalId }: Readonly<Record<string, string>>) {
  const { data } = useRead(
    '/v1/subjects/{subjectId}/coordination',
    { params: { path: { subjectId: subjectId ?? '' } } },
    { enabled: subjectId !== undefined },
  );
  return <NoLeaderNote unit={data?.proposals.find((one) => one.proposalId === proposalId)?.unit} />;
}
