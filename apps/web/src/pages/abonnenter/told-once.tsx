import { Alert } from '@digdir/designsystemet-react';
import type { Receipt } from '../../api/send.js';
import { texts } from '../../i18n/texts.js';
import { Facts } from '../../ui/facts.js';

const useText = texts('subscribers-told-once', {
  nb: {
    lead: 'Gi dette videre til abonnenten nå. Det vises bare denne ene gangen.',
    clientId: 'Brukernavn (client id)',
    clientSecret: 'Hemmelighet (client secret)',
    secret: 'Signaturhemmelighet',
  },
  nn: {
    lead: 'Gi dette vidare til abonnenten no. Det blir vist berre denne eine gongen.',
    clientId: 'Brukarnamn (client id)',
    clientSecret: 'Løyndom (client secret)',
    secret: 'Signaturløyndom',
  },
});

const names = ['clientId', 'clientSecret', 'secret'] as const;
export type ToldOnce = Readonly<Partial<Record<(typeof names)[number], string>>>;

/** What an answer tells that is told nowhere else; nothing of any other. */
export function toldOnceIn(receipt: Receipt): ToldOnce | undefined {
  const told = receipt as ToldOnce;
  return (told.clientSecret ?? told.secret) ? told : undefined;
}

/** A secret, for whoever has to hand it on. */
export function ToldOnceNotice({ told }: { readonly told: ToldOnce | undefined }) {
  const say = useText();
  return (
    <div aria-live="polite">
      {told !== undefined && (
        <Alert data-color="warning">
          <p>{say('lead')}</p>
          <Facts
            tight
            rows={names.flatMap((name) => {
              const text = told[name];
              return text === undefined ? [] : [[say(name), <code key={name}>{text}</code>] as const];
            })}
          />
        </Alert>
      )}
    </div>
  );
}
