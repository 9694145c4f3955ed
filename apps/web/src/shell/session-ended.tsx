import { Button, Dialog } from '@digdir/designsystemet-react';
import { Link } from '@tanstack/react-router';
import { texts } from '../i18n/texts.js';
import { useSession } from '../session/session.js';

const useText = texts('session-ended', {
  nb: {
    title: 'Du er logget ut',
    lead: 'Økten er slutt. Det du har skrevet, står fortsatt på siden, og er lagret som kladd. Logg inn igjen, så fortsetter du her.',
    again: 'Logg inn igjen',
    back: 'Jeg har logget inn i et annet vindu',
  },
  nn: {
    title: 'Du er logga ut',
    lead: 'Økta er slutt. Det du har skrive, står framleis på sida, og er lagra som kladd. Logg inn igjen, så held du fram her.',
    again: 'Logg inn igjen',
    back: 'Eg har logga inn i eit anna vindauge',
  },
});

/** Stands over the page of somebody whose session has ended; what they have typed is still under it. */
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
