import { Button } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { fullDay } from '../../dates/dates.js';
import { useLabel } from '../../i18n/labels.js';
import { capital, texts } from '../../i18n/texts.js';
import { Facts } from '../../ui/facts.js';
import { nameOf, textOf, writtenOf } from '../../ui/opened.js';
import { Section } from '../../ui/section.js';
import type { Step } from './step.js';
import { Steps } from './steps.js';
import type { Person } from './use-person.js';

const useText = texts('person-contact', {
  nb: {
    title: 'Kontakt',
    number: 'Fødselsnummer',
    none: 'ikke registrert',
    showNumber: 'Vis hele nummeret',
    hideNumber: 'Skjul nummeret',
    address: 'Adresse',
    telephone: 'Telefon',
    email: 'E-post',
    language: 'Målform',
    interpreter: 'Tolk',
    formerNames: 'Het før',
    formerNumbers_one: 'Har hatt ett nummer til.',
    formerNumbers_other: 'Har hatt {{count}} nummer til.',
    setOn: 'Oppgitt {{day}}.',
    moved: 'Flyttet',
    movedTo: '{{day}}, til kommune {{number}}',
    dead: 'Død',
    toldOn: 'Meldt {{day}}',
    withheld:
      'Adressen er beskyttet. Kontaktopplysningene vises når du skal ta kontakt, og visningen blir logget.',
    show: 'Vis for å ta kontakt',
    nothing: 'Ingen kontaktopplysninger er registrert.',
  },
  nn: {
    title: 'Kontakt',
    number: 'Fødselsnummer',
    none: 'ikkje registrert',
    showNumber: 'Vis heile nummeret',
    hideNumber: 'Skjul nummeret',
    address: 'Adresse',
    telephone: 'Telefon',
    email: 'E-post',
    language: 'Målform',
    interpreter: 'Tolk',
    formerNames: 'Heitte før',
    formerNumbers_one: 'Har hatt eitt nummer til.',
    formerNumbers_other: 'Har hatt {{count}} nummer til.',
    setOn: 'Oppgitt {{day}}.',
    moved: 'Flytta',
    movedTo: '{{day}}, til kommune {{number}}',
    dead: 'Død',
    toldOn: 'Meldt {{day}}',
    withheld:
      'Adressa er verna. Kontaktopplysningane blir viste når du skal ta kontakt, og visinga blir logga.',
    show: 'Vis for å ta kontakt',
    nothing: 'Ingen kontaktopplysningar er registrerte.',
  },
});

interface Props {
  readonly person: Person;
  readonly showContact: () => void;
}

/** How to reach the person, and who it is; the number is hidden until it is asked for. */
export function Contact({ person, showContact }: Props) {
  const say = useText();
  const label = useLabel();
  const { contact, subjectId, identityNumber, formerNames, formerNumbers, movedOn, movedTo } = person;
  const known = (text: Parameters<typeof textOf>[0]) => textOf(text) || '–';
  const params = { subjectId };
  const reached = contact ?? undefined;
  const languageForm = reached?.languageForm ?? null;
  const steps: readonly Step[] = [
    {
      operation: 'Subjects_setContact',
      params,
      preset: {
        address: textOf(reached?.address),
        telephone: textOf(reached?.telephone),
        email: textOf(reached?.email),
        interpreterLanguage: textOf(reached?.interpreterLanguage),
        ...(languageForm !== null && { languageForm }),
      },
    },
  ];
  const seldom: readonly Step[] = [
    {
      operation: 'Subjects_rename',
      params,
      preset: { givenName: writtenOf(person.givenName), familyName: writtenOf(person.familyName) },
    },
    identityNumber === null
      ? { operation: 'Subjects_linkIdentity', params, by: ['CASEWORKER', 'SERVICE_OFFICE'] }
      : { operation: 'Subjects_replaceIdentity', params },
    { operation: 'Subjects_recordMove', params },
    { operation: 'Subjects_recordDeath', params },
    { operation: 'Subjects_merge', params },
  ];
  return (
    <Section title={say('title')}>
      {person.contactWithheld && (
        <div className="panel light">
          <p>{say('withheld')}</p>
          <Button variant="secondary" className="air-small no-print" onClick={showContact}>
            {say('show')}
          </Button>
        </div>
      )}
      <Facts
        rows={[
          [say('number'), <IdentityNumber key="number" number={textOf(identityNumber)} />],
          reached !== undefined && [
            say('address'),
            <span key="address" className="keep-lines">
              {known(reached.address)}
            </span>,
          ],
          reached !== undefined && [say('telephone'), known(reached.telephone)],
          reached !== undefined && [say('email'), known(reached.email)],
          languageForm !== null && [say('language'), capital(label('languageForm', languageForm))],
          typeof reached?.interpreterLanguage === 'string' && [
            say('interpreter'),
            known(reached.interpreterLanguage),
          ],
          formerNames.length > 0 && [say('formerNames'), formerNames.map(nameOf).join(', ')],
          movedOn !== null && [
            say('moved'),
            say('movedTo', { day: fullDay(movedOn), number: movedTo ?? '–' }),
          ],
          person.isDead && [
            say('dead'),
            [
              typeof person.diedOn === 'string' ? fullDay(person.diedOn) : textOf(person.diedOn),
              person.deathToldOn && say('toldOn', { day: fullDay(person.deathToldOn) }),
            ]
              .filter(Boolean)
              .join('. '),
          ],
        ]}
      />
      {reached === undefined && !person.contactWithheld && <p className="quiet small">{say('nothing')}</p>}
      {reached !== undefined && (
        <p className="quiet small">{say('setOn', { day: fullDay(reached.setOn) })}</p>
      )}
      {formerNumbers.length > 0 && (
        <p className="quiet small">{say('formerNumbers', { count: formerNumbers.length })}</p>
      )}
      <Steps steps={steps} seldom={seldom} />
    </Section>
  );
}

function IdentityNumber({ number }: { readonly number: string }) {
  const say = useText();
  const [isShown, setShown] = useState(false);
  if (number === '') return say('none');
  return (
    <span className="row">
      <span className="figures">{isShown ? number : `${number.slice(0, 6)} •••••`}</span>
      <button type="button" className="link-button no-print" onClick={() => setShown(!isShown)}>
        {say(isShown ? 'hideNumber' : 'showNumber')}
      </button>
    </span>
  );
}
