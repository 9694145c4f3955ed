import { SkipLink } from '@digdir/designsystemet-react';
import { useNavigate, useRouterState } from '@tanstack/react-router';
import { type ReactNode, useEffect, useState } from 'react';
import { texts } from '../i18n/texts.js';
import { Bar } from './bar.js';
import { HelpSheet } from './help-sheet.js';
import { useGlobalKeys, useKey } from './keys.js';
import { Menu } from './menu.js';
import { Messages } from './messages.js';
import { Palette } from './palette.js';
import { type Place, PlaceContext } from './place.js';
import { PracticeBand } from './practice-band.js';
import './shell.css';

const useText = texts('shell', {
  nb: { skip: 'Hopp til innholdet' },
  nn: { skip: 'Hopp til innhaldet' },
});

interface Props {
  readonly place: Place;
  readonly children: ReactNode;
}

/** The frame of every page: the bar on top, the menu, the messages, and what can be opened from everywhere. */
export function Shell({ place, children }: Props) {
  const say = useText();
  const { session } = place;
  const [open, setOpen] = useState<'palette' | 'help'>();
  const [menuOpen, setMenuOpen] = useState(false);
  const path = useRouterState({ select: ({ location }) => location.pathname });
  useEffect(() => setMenuOpen(false), [path]);
  const navigate = useNavigate();
  const registers = session.roles.some((role) => ['CASEWORKER', 'LEADER', 'SERVICE_OFFICE'].includes(role));
  useGlobalKeys(setOpen);
  useKey('n', () => void (registers && navigate({ to: '/ny-henvendelse' })));
  const close = () => setOpen(undefined);
  return (
    <PlaceContext value={place}>
      <Messages>
        <SkipLink href="#content">{say('skip')}</SkipLink>
        <header className="top">
          {session.by === 'DEMONSTRATION' && <PracticeBand />}
          <Bar open={setOpen} menuOpen={menuOpen} setMenuOpen={setMenuOpen} />
        </header>
        <div className="frame">
          <div id="menu" className={menuOpen ? 'menu-box open' : 'menu-box'}>
            <Menu />
          </div>
          <main id="content" tabIndex={-1}>
            {children}
          </main>
        </div>
        <Palette open={open === 'palette'} close={close} />
        <HelpSheet open={open === 'help'} close={close} />
      </Messages>
    </PlaceContext>
  );
}
