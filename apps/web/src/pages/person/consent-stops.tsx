import { useLabel } from '../../i18n/labels.js';
import { capital, texts } from '../../i18n/texts.js';
import { type Consent, otherGiversOf, scopesOf } from './consents.js';

const useText = texts('consent-stops', {
  nb: {
    REGISTER:
      'Registrering: det som er registrert, blir stående. Nytt registreres bare når loven krever det.',
    PLAN: 'Individuell plan: ingen ny plan kan startes. En plan som er i gang, avsluttes ikke av seg selv, men står som uten samtykke.',
    COORDINATOR:
      'Koordinator: ingen ny kan oppnevnes, og den som koordinerer, ser ikke lenger noe om personen. Oppnevningen avsluttes ikke av seg selv, men står som uten samtykke.',
    SHARE:
      'Deling: de som har fått tilgang til planen eller kriseplanen, ser dem ikke lenger. Ingen nye får tilgang, blir kalt inn eller kommer med i gruppa.',
    narrowed:
      'Den som bare har fått tilgang ut over det som står igjen, ser ikke lenger planen eller kriseplanen fra den dagen.',
    after: 'Dagen etter den siste dagen stopper alt samtykket gjelder:',
    from: 'Fra den dagen stopper det samtykket gjelder:',
    kept: 'Ingenting slettes. Papir som alt er gitt fra seg, kommer ikke tilbake.',
    others: 'Samtykke til det samme gjelder fortsatt fra: {{who}}.',
  },
  nn: {
    REGISTER:
      'Registrering: det som er registrert, blir ståande. Nytt blir berre registrert når lova krev det.',
    PLAN: 'Individuell plan: ingen ny plan kan startast. Ein plan som er i gang, blir ikkje avslutta av seg sjølv, men står som utan samtykke.',
    COORDINATOR:
      'Koordinator: ingen ny kan oppnemnast, og den som koordinerer, ser ikkje lenger noko om personen. Oppnemninga blir ikkje avslutta av seg sjølv, men står som utan samtykke.',
    SHARE:
      'Deling: dei som har fått tilgang til planen eller kriseplanen, ser dei ikkje lenger. Ingen nye får tilgang, blir kalla inn eller kjem med i gruppa.',
    narrowed:
      'Den som berre har fått tilgang ut over det som står att, ser ikkje lenger planen eller kriseplanen frå den dagen.',
    after: 'Dagen etter den siste dagen stoppar alt samtykket gjeld:',
    from: 'Frå den dagen stoppar det samtykket gjeld:',
    kept: 'Ingenting blir sletta. Papir som alt er gitt frå seg, kjem ikkje tilbake.',
    others: 'Samtykke til det same gjeld framleis frå: {{who}}.',
  },
});

interface Props {
  readonly consent: Consent;
  readonly consents: readonly Consent[];
  /** Made less, or taken back. */
  readonly by: 'NARROWING' | 'WITHDRAWAL';
}

/** What stops when a consent is taken back or made less, before it is recorded. */
export function ConsentStops({ consent, consents, by }: Props) {
  const say = useText();
  const label = useLabel();
  const scopes = scopesOf(consent);
  const others = otherGiversOf(consent, consents).map((giver) => label('representative', giver));
  const isNarrowing = by === 'NARROWING';
  return (
    <div className="small">
      {isNarrowing && scopes.includes('SHARE') && <p>{say('narrowed')}</p>}
      <p>{say(isNarrowing ? 'after' : 'from')}</p>
      <ul>
        {scopes.map((scope) => (
          <li key={scope}>{capital(say(scope))}</li>
        ))}
      </ul>
      {others.length > 0 && <p>{say('others', { who: others.join(', ') })}</p>}
      <p>{say('kept')}</p>
    </div>
  );
}
