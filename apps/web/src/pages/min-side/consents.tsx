import { fullDay } from '../../dates/dates.js';
import { useLabel } from '../../i18n/labels.js';
import { capital, texts } from '../../i18n/texts.js';
import { listOf } from '../../ui/joined.js';
import { textOf } from '../../ui/opened.js';
import { byAge, type Own } from './own.js';
import { Part } from './part.js';

const useText = texts('own-consents', {
  nb: {
    title: 'Det du har sagt ja til',
    lead: 'Du kan si nei når du vil, uten å si hvorfor. Si det til den som koordinerer for deg eller til oss.',
    leadYoung:
      'Før du fyller 16, er det ofte de som har ansvaret for deg, som sier ja. Du skal likevel få si hva du mener.',
    none: 'Det er ikke skrevet ned at du har sagt ja til noe.',
    given: 'Ja fra {{day}}, sagt av {{who}}.',
    you: 'deg selv',
    until: 'Gjelder til og med {{day}}.',
    always: 'Gjelder til du sier nei.',
    ended: 'Gjelder ikke lenger.',
    takenBack: 'Tatt tilbake {{day}}.',
    with: 'Kan deles med {{who}}.',
    withPlan: 'Kan deles med dem planen nevner.',
    sections: 'Deler av planen: {{what}}.',
  },
  nn: {
    title: 'Det du har sagt ja til',
    lead: 'Du kan seie nei når du vil, utan å seie kvifor. Sei det til den som koordinerer for deg eller til oss.',
    leadYoung:
      'Før du fyller 16, er det ofte dei som har ansvaret for deg, som seier ja. Du skal likevel få seie kva du meiner.',
    none: 'Det er ikkje skrive ned at du har sagt ja til noko.',
    given: 'Ja frå {{day}}, sagt av {{who}}.',
    you: 'deg sjølv',
    until: 'Gjeld til og med {{day}}.',
    always: 'Gjeld til du seier nei.',
    ended: 'Gjeld ikkje lenger.',
    takenBack: 'Teke tilbake {{day}}.',
    with: 'Kan delast med {{who}}.',
    withPlan: 'Kan delast med dei planen nemner.',
    sections: 'Delar av planen: {{what}}.',
  },
});

type Consent = Own['consents'][number];

/** To what the person said yes, with whom it may be shared, and until when. */
export function Consents({ own }: { readonly own: Own }) {
  const say = useText();
  return (
    <Part title={say('title')} lead={say(byAge(own, 'lead', 'leadYoung'))}>
      {own.consents.length === 0 && <p>{say('none')}</p>}
      <ul className="own-list">
        {own.consents.map((consent) => (
          <li key={consent.consentId}>
            <OneConsent consent={consent} />
          </li>
        ))}
      </ul>
    </Part>
  );
}

function OneConsent({ consent }: { readonly consent: Consent }) {
  const say = useText();
  const label = useLabel();
  const { scopes, givenBy, givenOn, validUntil, withdrawnOn, holds, recipients, sections } = consent;
  const who = givenBy === 'SUBJECT' ? say('you') : label('representative', givenBy);
  const named = listOf(recipients.map(({ name }) => textOf(name)).filter((name) => name !== ''));
  const ended = withdrawnOn === null ? say('ended') : say('takenBack', { day: fullDay(withdrawnOn) });
  const until = validUntil === null ? say('always') : say('until', { day: fullDay(validUntil) });
  return (
    <>
      <strong>{capital(listOf(scopes.map((scope) => label('consentScope', scope))))}</strong>
      <span className="under">
        {say('given', { day: fullDay(givenOn), who })} {holds ? until : ended}
      </span>
      {holds && scopes.includes('SHARE') && (
        <span className="under">
          {named === '' ? say('withPlan') : say('with', { who: named })}{' '}
          {sections.length > 0 &&
            say('sections', { what: listOf(sections.map((one) => label('consentSection', one))) })}
        </span>
      )}
    </>
  );
}
