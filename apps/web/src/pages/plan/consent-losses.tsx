import { Link } from '@tanstack/react-router';
import { useRead } from '../../api/read.js';
import { shortDay, today } from '../../dates/dates.js';
import { useLabel } from '../../i18n/labels.js';
import { texts } from '../../i18n/texts.js';
import { lossesBy } from './losses.js';
import { usePlanPage } from './plan.js';

const useText = texts('plan-consent-losses', {
  nb: {
    title: 'Hvis samtykket til deling endres',
    taken:
      'Trekkes samtykket fra {{giver}} {{day}} tilbake, ser disse ikke lenger dette fra den dagen: {{who}}.',
    narrowed: 'Gjøres det mindre, mister de det som ikke står igjen i samtykket.',
    nobody: 'Ingen ser planen i dag på samtykket fra {{giver}} {{day}}.',
    one: '{{name}} ({{what}})',
    kept: 'Ingenting slettes. Papir som alt er gitt fra seg, kommer ikke tilbake.',
    where: 'Samtykkene endres på personens side.',
  },
  nn: {
    title: 'Om samtykket til deling blir endra',
    taken:
      'Blir samtykket frå {{giver}} {{day}} trekt tilbake, ser desse ikkje lenger dette frå den dagen: {{who}}.',
    narrowed: 'Blir det gjort mindre, mistar dei det som ikkje står att i samtykket.',
    nobody: 'Ingen ser planen i dag på samtykket frå {{giver}} {{day}}.',
    one: '{{name}} ({{what}})',
    kept: 'Ingenting blir sletta. Papir som alt er gitt frå seg, kjem ikkje tilbake.',
    where: 'Samtykka blir endra på sida til personen.',
  },
});

/** Which recipients lose which sections when a consent to share is taken back or made less, before that is done. */
export function ConsentLosses() {
  const say = useText();
  const label = useLabel();
  const { plan } = usePlanPage();
  const { subjectId } = plan.subject;
  const { data } = useRead('/v1/subjects/{subjectId}/coordination', { params: { path: { subjectId } } });
  const now = today();
  const sharing = (data?.consents ?? []).filter(
    ({ scopes, withdrawn, validUntil }) =>
      scopes.includes('SHARE') &&
      !withdrawn.some(({ scope, withdrawnOn }) => scope === 'SHARE' && withdrawnOn <= now) &&
      (validUntil === null || now <= validUntil),
  );
  if (sharing.length === 0) return null;
  return (
    <div className="no-print">
      <h3>{say('title')}</h3>
      {sharing.map(({ consentId, recipients, sections, givenBy, givenOn }) => {
        const consent = {
          consentId,
          recipientIds: recipients?.map(({ partyId }) => partyId) ?? null,
          sections,
        };
        const losses = lossesBy(plan.accesses, consent, now);
        const whose = { giver: label('representative', givenBy), day: shortDay(givenOn) };
        const who = losses
          .map(({ name, sections: lost }) =>
            say('one', { name, what: lost.map((one) => label('planSection', one)).join(', ') }),
          )
          .join('; ');
        return (
          <p key={consentId}>
            {losses.length === 0
              ? say('nobody', whose)
              : `${say('taken', { ...whose, who })} ${say('narrowed')}`}
          </p>
        );
      })}
      <p className="small quiet">
        {say('kept')}{' '}
        <Link to="/person/$subjectId" params={{ subjectId }}>
          {say('where')}
        </Link>
      </p>
    </div>
  );
}
