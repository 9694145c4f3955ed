import { Button, SkipLink } from '@digdir/designsystemet-react';
import { Navigate, useRouterState } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { texts } from '../i18n/texts.js';
import { useSignOut } from '../session/use-sign-out.js';
import { textOf } from '../ui/opened.js';
import { ProblemNotice } from '../ui/problem-notice.js';
import { type Place, PlaceContext } from './place.js';
import { PracticeBand } from './practice-band.js';
import './shell.css';

const useText = texts('own-shell', {
  nb: { skip: 'Hopp til innholdet', municipality: '{{name}} kommune', out: 'Logg ut' },
  nn: { skip: 'Hopp til innhaldet', municipality: '{{name}} kommune', out: 'Logg ut' },
});

interface Props {
  readonly place: Place;
  readonly children: ReactNode;
}

/** The frame for a person at their own page: the municipality's name and the way out, and no other page. */
export function OwnShell({ place, children }: Props) {
  const say = useText();
  const leave = useSignOut();
  const path = useRouterState({ select: ({ location }) => location.pathname });
  const [failure, setFailure] = useState<unknown>();
  return (
    <PlaceContext value={place}>
      <SkipLink href="#content">{say('skip')}</SkipLink>
      <header className="top">
        {place.session.by === 'DEMONSTRATION' && <PracticeBand />}
        <div className="bar own-bar">
          <span className="brand">{say('municipality', { name: textOf(place.profile.name) })}</span>
          <Button variant="tertiary" onClick={() => void leave().catch(setFailure)}>
            {say('out')}
          </Button>
        </div>
      </header>
      <div className="frame own-frame">
        <main id="content" tabIndex={-1}>
          {failure !== undefined && <ProblemNotice error={failure} />}
          {path === '/min-side' ? children : <Navigate to="/min-side" replace />}
        </main>
      </div>
    </PlaceContext>
  );
}
