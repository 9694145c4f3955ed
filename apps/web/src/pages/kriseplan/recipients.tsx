import { useRead } from '../../api/read.js';
import { shortDay } from '../../dates/dates.js';
import { useLabel } from '../../i18n/labels.js';
import { texts } from '../../i18n/texts.js';
import { joined } from '../../ui/joined.js';
import { textOf } from '../../ui/opened.js';
import { Section } from '../../ui/section.js';
import { useCrisisPlan } from './crisis-plan.js';
import { Steps } from './steps.js';

const useText = texts('crisis-plan-recipients', {
  nb: {
    title: 'Hvem som har den',
    nobody: 'Kriseplanen er ikke gitt til noen.',
    until: 'til og med {{day}}',
    reads: 'leser den nå',
    readsNot: 'leser den ikke nå: samtykket gjelder ikke, eller tiden er ute',
    consent: 'Den som skal få kriseplanen, må være nevnt i et samtykke til deling som gjelder kriseplanen.',
  },
  nn: {
    title: 'Kven som har han',
    nobody: 'Kriseplanen er ikkje gitt til nokon.',
    until: 'til og med {{day}}',
    reads: 'les han no',
    readsNot: 'les han ikkje no: samtykket gjeld ikkje, eller tida er ute',
    consent: 'Den som skal få kriseplanen, må vere nemnd i eit samtykke til deling som gjeld kriseplanen.',
  },
});

/** To whom it was given, and whether each reads it today. */
export function Recipients() {
  const say = useText();
  const label = useLabel();
  const { subjectId, plan } = useCrisisPlan();
  const { data } = useRead('/v1/subjects/{subjectId}/coordination', { params: { path: { subjectId } } });
  const recipients = plan.recipients.filter(({ takenBackOn }) => takenBackOn === null);
  const consents = (data?.consents ?? []).filter(
    ({ sections, withdrawnOn }) => sections?.includes('CRISIS_PLAN') === true && withdrawnOn === null,
  );
  const parties = [
    ...(data?.members ?? []).map(({ party }) => party),
    ...consents.flatMap((one) => one.recipients ?? []),
  ];
  const choices = {
    partyId: [...new Map(parties.map((one) => [one.partyId, one])).values()].map(({ partyId, name }) => ({
      value: partyId,
      label: textOf(name),
    })),
    consentId: consents.map(({ consentId, givenBy, givenOn }) => ({
      value: consentId,
      label: joined(label('representative', givenBy), shortDay(givenOn)),
    })),
  };
  return (
    <Section title={say('title')}>
      {recipients.length === 0 && <p className="quiet">{say('nobody')}</p>}
      {recipients.map(({ recipientId, party, until, readsToday }) => (
        <div key={recipientId} className="crisis-line">
          <p>
            <strong>{textOf(party.name)}</strong>{' '}
            {joined(say('until', { day: shortDay(until) }), say(readsToday ? 'reads' : 'readsNot'))}
          </p>
          <Steps
            steps={[{ operation: 'CrisisPlan_takeBack', about: recipientId, params: { recipientId } }]}
          />
        </div>
      ))}
      {plan.drawnUpOn !== null && (
        <>
          <p className="quiet">{say('consent')}</p>
          <Steps steps={[{ operation: 'CrisisPlan_give', choices }]} />
        </>
      )}
    </Section>
  );
}
