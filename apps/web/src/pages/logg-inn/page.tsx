import { Button } from '@digdir/designsystemet-react';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { texts } from '../../i18n/texts.js';
import { sessionKey, showStartKey, useSession, type Way } from '../../session/session.js';
import { startKey } from '../../session/start-key.js';
import { PageHead } from '../../ui/page-head.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { Waiting } from '../../ui/waiting.js';
import { ChoosePerson } from './choose-person.js';
import { isFailure, signInRoute } from './search.js';
import '../../shell/shell.css';
import './page.css';

const useText = texts('sign-in', {
  nb: {
    title: 'Logg inn i Samspor',
    everybody: 'Arbeider du ikke i kommunen? Slik når du den som koordinerer, og slik søker du',
    provider: 'Du logger inn med kommunens innlogging.',
    go: 'Logg inn',
    person: 'Får du hjelp fra kommunen, og vil se din egen side?',
    goPerson: 'Logg inn med ID-porten',
    demonstration:
      'Dette er en prøveinstallasjon. Åpne adressen som starten skrev ut; den slutter på en nøkkel.',
    none: 'Her kan ingen logge inn ennå. Den som drifter Samspor, må sette opp kommunens innlogging.',
    'key-refused':
      'Nøkkelen i adressen gjelder ikke. Bruk adressen som ble skrevet ut sist Samspor ble startet.',
    NO_PROVIDER:
      'Her er ingen innlogging satt opp. Den som drifter Samspor, må sette opp kommunens innlogging.',
    PROVIDER_UNAVAILABLE: 'Kommunens innlogging svarer ikke akkurat nå. Prøv igjen om litt.',
    INTERRUPTED: 'Innloggingen tok for lang tid, eller ble begynt i et annet vindu. Prøv igjen.',
    DECLINED: 'Innloggingen ble avbrutt. Prøv igjen.',
    LEVEL_TOO_LOW:
      'Innloggingen var ikke sikker nok for Samspor. Logg inn på nytt, med det sikkerhetsnivået kommunen krever.',
    NO_ACCESS:
      'Du er logget inn, men har ingen rolle i Samspor. Be den som styrer brukere i kommunen din om å gi deg en.',
    NOT_REGISTERED:
      'Kommunen har ikke registrert noe om deg her. Foreldre og verger kan ikke logge inn for en annen her; ring koordinerende enhet i kommunen.',
    INVALID: 'Innloggingen lyktes ikke. Prøv igjen, og si fra til den som drifter Samspor om det fortsetter.',
  },
  nn: {
    title: 'Logg inn i Samspor',
    everybody: 'Arbeider du ikkje i kommunen? Slik når du den som koordinerer, og slik søkjer du',
    provider: 'Du loggar inn med innlogginga til kommunen.',
    go: 'Logg inn',
    person: 'Får du hjelp frå kommunen, og vil sjå di eiga side?',
    goPerson: 'Logg inn med ID-porten',
    demonstration:
      'Dette er ein prøveinstallasjon. Opne adressa som starten skreiv ut; ho sluttar på ein nøkkel.',
    none: 'Her kan ingen logge inn enno. Den som driftar Samspor, må setje opp innlogginga til kommunen.',
    'key-refused':
      'Nøkkelen i adressa gjeld ikkje. Bruk adressa som blei skriven ut sist Samspor blei starta.',
    NO_PROVIDER:
      'Her er inga innlogging sett opp. Den som driftar Samspor, må setje opp innlogginga til kommunen.',
    PROVIDER_UNAVAILABLE: 'Innlogginga til kommunen svarar ikkje akkurat no. Prøv igjen om litt.',
    INTERRUPTED: 'Innlogginga tok for lang tid, eller blei byrja i eit anna vindauge. Prøv igjen.',
    DECLINED: 'Innlogginga blei avbroten. Prøv igjen.',
    LEVEL_TOO_LOW:
      'Innlogginga var ikkje sikker nok for Samspor. Logg inn på nytt, med det tryggleiksnivået kommunen krev.',
    NO_ACCESS:
      'Du er logga inn, men har inga rolle i Samspor. Be den som styrer brukarar i kommunen din om å gi deg ei.',
    NOT_REGISTERED:
      'Kommunen har ikkje registrert noko om deg her. Foreldre og verjer kan ikkje logge inn for ein annan her; ring koordinerande eining i kommunen.',
    INVALID:
      'Innlogginga lykkast ikkje. Prøv igjen, og sei frå til den som driftar Samspor om det held fram.',
  },
});

/** The way in: the municipality's provider, or for trying out an invented person. */
export function SignInPage() {
  const say = useText();
  const { til, bytt, feil } = signInRoute.useSearch();
  const queries = useQueryClient();
  const { data: session, error } = useSession();
  const [refused, setRefused] = useState(false);
  // Whoever is signed in and changes to another person stays signed in until they have chosen.
  const [shownKey] = useState(session?.signedIn === true ? undefined : startKey);
  const [asking, setAsking] = useState(shownKey !== undefined);
  useEffect(() => {
    if (shownKey === undefined) return;
    showStartKey(shownKey)
      // Who is signed in may be being asked at this moment, as before the key was shown: that answer is waited for by nobody.
      .then(() => queries.cancelQueries({ queryKey: sessionKey }))
      .then(() => queries.refetchQueries({ queryKey: sessionKey }))
      .catch(() => setRefused(true))
      .finally(() => setAsking(false));
  }, [queries, shownKey]);
  const mayChoose = session !== undefined && (session.signedIn ? bytt === true : session.mayChoose);
  return (
    <main id="content" className="alone">
      <PageHead title={say('title')} />
      {session === undefined && (error === null ? <Waiting /> : <ProblemNotice error={error} />)}
      {session !== undefined && !asking && !mayChoose && <WayIn by={session.by} to={til} />}
      {session?.signedIn === false && session.persons && !asking && (
        <div className="stack air">
          <p>{say('person')}</p>
          <Button asChild variant="secondary">
            <a href="/sign-in/person">{say('goPerson')}</a>
          </Button>
        </div>
      )}
      {refused && <p role="alert">{say('key-refused')}</p>}
      {feil !== undefined && <p role="alert">{say(isFailure(feil) ? feil : 'INVALID')}</p>}
      {mayChoose && !asking && <ChoosePerson to={til} />}
      <p className="small air">
        <Link to="/apen">{say('everybody')}</Link>
      </p>
    </main>
  );
}

interface WayInProps {
  readonly by: Way;
  readonly to: string | undefined;
}

/** How one comes in here, where nobody may choose whom to play. */
function WayIn({ by, to }: WayInProps) {
  const say = useText();
  if (by !== 'PROVIDER') return <p>{say(by === 'NONE' ? 'none' : 'demonstration')}</p>;
  return (
    <div className="stack">
      <p>{say('provider')}</p>
      <Button asChild>
        <a href={`/sign-in?to=${encodeURIComponent(to ?? '/')}`}>{say('go')}</a>
      </Button>
    </div>
  );
}
