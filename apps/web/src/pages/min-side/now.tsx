import { Link } from '@tanstack/react-router';
import { dayInText, today } from '../../dates/dates.js';
import { useLabel } from '../../i18n/labels.js';
import { language } from '../../i18n/language.js';
import { capital, texts } from '../../i18n/texts.js';
import { ContactFacts } from '../../ui/contact-facts.js';
import { Facts } from '../../ui/facts.js';
import { textOf } from '../../ui/opened.js';
import { ownCaseSentences } from './case-sentence.js';
import { byAge, type Own } from './own.js';
import { Part } from './part.js';

const useText = texts('own-now', {
  nb: {
    meeting: 'Neste møte',
    noMeeting: 'Det er ikke avtalt noe møte nå.',
    meetsAt: '{{day}} klokka {{time}}',
    place: 'Sted: {{place}}',
    coordinator: '{{coordinator}}',
    coordinatorLead:
      'Dette er den du ringer først. {{name}} sørger for at de som hjelper deg, snakker sammen.',
    coordinatorLeadYoung: '{{name}} hjelper deg å holde orden på alt. Du kan spørre om hva du vil.',
    standsIn: '{{name}} er vikar nå.',
    nobody: 'Ingen er {{coordinator}} for deg nå. Ta kontakt med oss under hvis du trenger noen.',
    telephone: 'Telefon',
    email: 'E-post',
    unit: 'Arbeider i',
    unreached: 'Telefonnummeret står ikke her. Bruk nummeret under.',
    reach: 'Slik når du kommunen',
    noCard: 'Ring kommunen, og spør etter {{unit}}.',
    case: 'Saken din',
    cases: 'Sakene dine',
    noCase: 'Du har ingen sak hos oss nå.',
    number: 'Sak {{number}}',
    more: 'Les om å søke og klage',
  },
  nn: {
    meeting: 'Neste møte',
    noMeeting: 'Det er ikkje avtalt noko møte no.',
    meetsAt: '{{day}} klokka {{time}}',
    place: 'Stad: {{place}}',
    coordinator: '{{coordinator}}',
    coordinatorLead:
      'Dette er den du ringjer først. {{name}} syter for at dei som hjelper deg, snakkar saman.',
    coordinatorLeadYoung: '{{name}} hjelper deg å halde orden på alt. Du kan spørje om kva du vil.',
    standsIn: '{{name}} er vikar no.',
    nobody: 'Ingen er {{coordinator}} for deg no. Ta kontakt med oss under om du treng nokon.',
    telephone: 'Telefon',
    email: 'E-post',
    unit: 'Arbeider i',
    unreached: 'Telefonnummeret står ikkje her. Bruk nummeret under.',
    reach: 'Slik når du kommunen',
    noCard: 'Ring kommunen, og spør etter {{unit}}.',
    case: 'Saka di',
    cases: 'Sakene dine',
    noCase: 'Du har inga sak hos oss no.',
    number: 'Sak {{number}}',
    more: 'Les om å søkje og klage',
  },
});

/** What is true now: the next meeting, who coordinates and how they are reached (H1), and where each case stands. */
export function Now({ own }: { readonly own: Own }) {
  return (
    <>
      <NextMeeting own={own} />
      <Coordinators own={own} />
      <Reaching own={own} />
      <Cases own={own} />
    </>
  );
}

function NextMeeting({ own: { nextMeeting } }: { readonly own: Own }) {
  const say = useText();
  const place = textOf(nextMeeting?.place);
  const day = nextMeeting && dayInText(nextMeeting.meetsOn, language());
  const time = nextMeeting?.startsAt?.replace(':', '.');
  return (
    <Part title={say('meeting')}>
      {day === null ? (
        <p>{say('noMeeting')}</p>
      ) : (
        <p className="own-large">{capital(time ? say('meetsAt', { day, time }) : day)}</p>
      )}
      {place !== '' && <p>{say('place', { place })}</p>}
    </Part>
  );
}

function Coordinators({ own }: { readonly own: Own }) {
  const say = useText();
  const label = useLabel();
  return (
    <Part title={capital(say('coordinator'))}>
      {own.coordinators.length === 0 && <p>{say('nobody')}</p>}
      {own.coordinators.map(({ coordinator, unit, temporary, telephone, email }) => {
        const name = textOf(coordinator.name);
        const [number, address] = [textOf(telephone), textOf(email)];
        return (
          <div key={coordinator.partyId}>
            <p className="own-large">{name}</p>
            <p>
              {temporary
                ? say('standsIn', { name })
                : say(byAge(own, 'coordinatorLead', 'coordinatorLeadYoung'), { name })}
            </p>
            <Facts
              rows={[
                number !== '' && [
                  say('telephone'),
                  <a href={`tel:${number.replaceAll(/[^\d+]/g, '')}`}>{number}</a>,
                ],
                address !== '' && [say('email'), <a href={`mailto:${address}`}>{address}</a>],
                unit !== null && [say('unit'), capital(label('unit', unit))],
              ]}
            />
            {number === '' && <p className="quiet">{say('unreached')}</p>}
          </div>
        );
      })}
    </Part>
  );
}

function Reaching({ own: { contactCard } }: { readonly own: Own }) {
  const say = useText();
  const label = useLabel();
  return (
    <Part title={say('reach')}>
      {contactCard === null ? (
        <p>{say('noCard')}</p>
      ) : (
        <ContactFacts card={contactCard} unit={contactCard.unit && label('unit', contactCard.unit)} />
      )}
    </Part>
  );
}

function Cases({ own: { cases, municipality } }: { readonly own: Own }) {
  const say = useText();
  const label = useLabel();
  const saying = { language: language(), label, now: today() };
  return (
    <Part title={say(cases.length > 1 ? 'cases' : 'case')}>
      {cases.length === 0 && <p>{say('noCase')}</p>}
      {cases.map((one) => (
        <div key={one.caseId}>
          <p className="own-sentence">{ownCaseSentences(one, saying).join(' ')}</p>
          {one.caseNumber !== null && (
            <p className="quiet small">{say('number', { number: one.caseNumber })}</p>
          )}
        </div>
      ))}
      <p className="no-print">
        <Link to="/apen/$municipality" params={{ municipality }}>
          {say('more')}
        </Link>
      </p>
    </Part>
  );
}
