import { Button, Dialog } from '@digdir/designsystemet-react';
import { Link } from '@tanstack/react-router';
import { texts } from '../i18n/texts.js';
import { useSession } from '../session/session.js';

const useText = texts('session-ended', {
  nb: {
    title: 'Du er logget ut',
    lead: 'Økten er slutt. Siden er skjult til du har logget inn igjen. Det du har skrevet, er lagret som kladd, og du fortsetter der du var.',
    again: 'Logg inn igjen',
    back: 'Jeg har logget inn i et annet vindu',
  },
  nn: {
    title: 'Du er logga ut',
    lead: 'Økta er slutt. Sida er gøymd til du har logga inn igjen. Det du har skrive, er lagra som kladd, og du held fram der du var.',
    again: 'Logg inn igjen',
    back: 'Eg har logga inn i eit anna vindauge',
  },
});

/** Stands in the place of the page of somebody whose session has ended, which waits for them unseen. */
export function SessionEnded({ address }: { readonly address: string }) {
  const say = useText();
  const { refetch } = useSession();
  return (
    <Dialog open closeButton={false} closedby="none" aria-labelledby="session-ended" modal>
      <div className="stack">
        <h2 id="session-ended">{say('title')}</h2>
        <p>{say('lead')}</p>
        <div className="row">
          <Button asChild>
            <Link to="/logg-inn" search={{ til: address }}>
              {say('again')}
            </Link>
          </Button>
          <Button variant="tertiary" onClick={() => void refetch()}>
            {say('back')}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
